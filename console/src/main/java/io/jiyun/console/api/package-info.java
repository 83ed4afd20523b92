/** The REST API of the console: the same services as the pages, the same checks. */
@NullMarked
package io.jiyun.console.api;

import org.jspecify.annotations.NullMarked;
