/** Page of the register of bureaus. */
@NullMarked
package io.jiyun.console.bureau.ui;

import org.jspecify.annotations.NullMarked;
