/** How a bureau gets its quota, keeps it against interference, and gives it back. */
@NullMarked
package io.jiyun.operator.lifecycle;

import org.jspecify.annotations.NullMarked;
