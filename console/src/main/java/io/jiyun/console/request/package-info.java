/** Requests of bureaus: from a draft over signatures and approvals to quota in force. */
@NullMarked
package io.jiyun.console.request;

import org.jspecify.annotations.NullMarked;
