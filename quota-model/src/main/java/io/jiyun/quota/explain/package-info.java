/**
 * Says in plain words why a bureau or a namespace does not get what it asks for: which level is
 * short, who holds it, who can give more. Pure, and the same for the same picture, so that nothing
 * is written while nothing changes.
 */
@NullMarked
package io.jiyun.quota.explain;

import org.jspecify.annotations.NullMarked;
