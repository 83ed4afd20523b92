/** The audit trail: every decision of a person, added once and never changed. */
@NullMarked
package io.jiyun.console.audit;

import org.jspecify.annotations.NullMarked;
