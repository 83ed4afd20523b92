/** The audit trail as auditors read it. */
@NullMarked
package io.jiyun.console.audit.ui;

import org.jspecify.annotations.NullMarked;
