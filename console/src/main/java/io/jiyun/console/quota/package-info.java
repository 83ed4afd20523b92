/** Quota of bureaus: list, detail, preview and change. */
@NullMarked
package io.jiyun.console.quota;

import org.jspecify.annotations.NullMarked;
