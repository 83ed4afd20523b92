/** Storage and delivery of notices. */
@NullMarked
package io.jiyun.console.notice.internal;

import org.jspecify.annotations.NullMarked;
