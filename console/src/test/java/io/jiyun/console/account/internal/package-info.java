@NullMarked
package io.jiyun.console.account.internal;

import org.jspecify.annotations.NullMarked;
