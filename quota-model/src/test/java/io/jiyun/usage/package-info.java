@NullMarked
package io.jiyun.usage;

import org.jspecify.annotations.NullMarked;
