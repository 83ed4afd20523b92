/** The console: people, approvals and ledgers over the quota of every bureau. */
@NullMarked
package io.jiyun.console;

import org.jspecify.annotations.NullMarked;
