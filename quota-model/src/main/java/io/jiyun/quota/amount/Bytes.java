package io.jiyun.quota.amount;

import java.util.List;

/** Memory or storage, in bytes. */
public record Bytes(long bytes) implements Amount {
    private static final List<String> BINARY_SUFFIXES =
            List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

    public Bytes {
        NonNegative.check(bytes);
    }

    @Override
    public long value() {
        return bytes;
    }

    @Override
    public Unit unit() {
        return Unit.BYTE;
    }

    @Override
    public String print() {
        long number = bytes;
        int suffix = 0;
        while (number != 0 && number % 1024 == 0 && suffix < BINARY_SUFFIXES.size() - 1) {
            number /= 1024;
            suffix++;
        }
        return number + BINARY_SUFFIXES.get(suffix);
    }

    @Override
    public String toString() {
        return print();
    }
}
