package io.jiyun.quota.amount;

/** CPU time, in millicores. */
public record Cpu(long millicores) implements Amount {
    public Cpu {
        NonNegative.check(millicores);
    }

    @Override
    public long value() {
        return millicores;
    }

    @Override
    public Unit unit() {
        return Unit.MILLICORE;
    }

    @Override
    public String print() {
        return millicores % 1_000 == 0 ? Long.toString(millicores / 1_000) : millicores + "m";
    }

    @Override
    public String toString() {
        return print();
    }
}
