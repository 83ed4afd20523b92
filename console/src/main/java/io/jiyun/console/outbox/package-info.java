/** Effects on the cluster that follow from decisions: written with the decision, done after it. */
@NullMarked
package io.jiyun.console.outbox;

import org.jspecify.annotations.NullMarked;
