@NullMarked
package io.jiyun.console.quota;

import org.jspecify.annotations.NullMarked;
