/** Which days people work: weekends, holidays, and the working days that make up for them. */
@NullMarked
package io.jiyun.console.calendar;

import org.jspecify.annotations.NullMarked;
