/** Storage, rules and the comparison with the cluster behind the quota service. */
@NullMarked
package io.jiyun.console.quota.internal;

import org.jspecify.annotations.NullMarked;
