@NullMarked
package io.jiyun.console.access;

import org.jspecify.annotations.NullMarked;
