/** Storage and hash chain of the audit trail. */
@NullMarked
package io.jiyun.console.audit.internal;

import org.jspecify.annotations.NullMarked;
