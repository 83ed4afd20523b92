@NullMarked
package io.jiyun.console.calendar.ui;

import org.jspecify.annotations.NullMarked;
