/** The key and the cipher. */
@NullMarked
package io.jiyun.console.vault.internal;

import org.jspecify.annotations.NullMarked;
