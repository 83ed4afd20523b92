package io.jiyun.usage;

import java.math.BigDecimal;
import java.time.Duration;

/** How the samples of a window before the moment asked about become one value. */
public sealed interface Over {

    /** The last sample; no window. */
    record Latest() implements Over {}

    /** The mean of the window. */
    record Average(Duration window) implements Over {
        public Average {
            Windows.check(window);
        }
    }

    /** The largest sample of the window. */
    record Maximum(Duration window) implements Over {
        public Maximum {
            Windows.check(window);
        }
    }

    /**
     * A quantile of the window.
     *
     * @param quantile from 0 to 1, for example 0.95
     */
    record Quantile(BigDecimal quantile, Duration window) implements Over {
        public Quantile {
            Windows.check(window);
            if (quantile.signum() < 0 || quantile.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("a quantile is from 0 to 1, not " + quantile);
            }
        }
    }

    /** Number of samples in the window: how complete the history is. */
    record Samples(Duration window) implements Over {
        public Samples {
            Windows.check(window);
        }
    }
}
