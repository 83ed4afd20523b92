/** Usage over time, asked of the Prometheus HTTP API in the terms of the catalogue. */
@NullMarked
package io.jiyun.console.usage;

import org.jspecify.annotations.NullMarked;
