package io.jiyun.quota.amount;

/** What one step of an amount stands for. */
public enum Unit {
    /** A thousandth of a CPU core. */
    MILLICORE(1_000, 10) {
        @Override
        Amount amount(long value) {
            return new Cpu(value);
        }
    },
    /** A byte of memory or storage. */
    BYTE(1, 1 << 20) {
        @Override
        Amount amount(long value) {
            return new Bytes(value);
        }
    },
    /** One object or device. */
    COUNT(1, 1) {
        @Override
        Amount amount(long value) {
            return new Count(value);
        }
    };

    private final long perWhole;
    private final long readableStep;

    Unit(long perWhole, long readableStep) {
        this.perWhole = perWhole;
        this.readableStep = readableStep;
    }

    /**
     * A step in which amounts that are worked out stay readable: 10m of CPU, one MiB, one object.
     */
    public long readableStep() {
        return readableStep;
    }

    /** Steps in one whole quantity: "1" CPU is 1,000 millicores. */
    long perWhole() {
        return perWhole;
    }

    abstract Amount amount(long value);
}
