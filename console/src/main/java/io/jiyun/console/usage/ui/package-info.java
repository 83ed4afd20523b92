/** Pictures of use over time. */
@NullMarked
package io.jiyun.console.usage.ui;

import org.jspecify.annotations.NullMarked;
