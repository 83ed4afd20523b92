package io.jiyun.quota.amount;

/** What one step of an amount stands for. */
public enum Unit {
    /** A thousandth of a CPU core. */
    MILLICORE(1_000) {
        @Override
        Amount amount(long value) {
            return new Cpu(value);
        }
    },
    /** A byte of memory or storage. */
    BYTE(1) {
        @Override
        Amount amount(long value) {
            return new Bytes(value);
        }
    },
    /** One object or device. */
    COUNT(1) {
        @Override
        Amount amount(long value) {
            return new Count(value);
        }
    };

    private final long perWhole;

    Unit(long perWhole) {
        this.perWhole = perWhole;
    }

    /** Steps in one whole quantity: "1" CPU is 1,000 millicores. */
    long perWhole() {
        return perWhole;
    }

    abstract Amount amount(long value);
}
