/** Fingerprints of content. The audit trail has digests of its own, which can be chosen. */
@NullMarked
package io.jiyun.console.digest;

import org.jspecify.annotations.NullMarked;
