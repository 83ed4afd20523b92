/** Storage of accounts and the check of passwords and tokens. */
@NullMarked
package io.jiyun.console.account.internal;

import org.jspecify.annotations.NullMarked;
