/** Accounts of people, how they sign in, and what the console remembers of their taste. */
@NullMarked
package io.jiyun.console.account;

import org.jspecify.annotations.NullMarked;
