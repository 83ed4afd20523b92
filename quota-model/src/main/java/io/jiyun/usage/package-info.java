/**
 * The catalogue of usage history: which recorded series there are in Prometheus, and which
 * questions Jiyun asks about them. Verdicts, metering and charts all ask in these terms, and the
 * simulated cloud answers exactly these, so that a demonstration takes the same path as production.
 */
@NullMarked
package io.jiyun.usage;

import org.jspecify.annotations.NullMarked;
