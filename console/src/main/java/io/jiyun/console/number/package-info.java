/** Numbers that people quote. */
@NullMarked
package io.jiyun.console.number;

import org.jspecify.annotations.NullMarked;
