@NullMarked
package io.jiyun.console.calendar;

import org.jspecify.annotations.NullMarked;
