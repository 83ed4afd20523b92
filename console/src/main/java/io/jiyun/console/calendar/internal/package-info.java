/** How the calendar is stored and read from files. */
@NullMarked
package io.jiyun.console.calendar.internal;

import org.jspecify.annotations.NullMarked;
