/** Secrets at rest: sealed with a key that is not in the database. */
@NullMarked
package io.jiyun.console.vault;

import org.jspecify.annotations.NullMarked;
