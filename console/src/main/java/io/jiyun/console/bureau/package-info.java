/** Register of bureaus 使用单位. */
@NullMarked
package io.jiyun.console.bureau;

import org.jspecify.annotations.NullMarked;
