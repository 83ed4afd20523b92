package io.jiyun.operator.cloud;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of a cloud's namespaces whose refusals are counted together: of 256 cells in 16 rows and
 * 16 columns the one that a namespace's name falls into. Two labels of the namespace say which.
 *
 * @param row from 0 to 15
 * @param column from 0 to 15
 */
public record RefusalCell(int row, int column) {
    static final int SIDE = 16;
    static final String ROW_LABEL = "jiyun.io/refusal-row";
    static final String COLUMN_LABEL = "jiyun.io/refusal-column";

    /** Spreads names that differ in their last letters only (Knuth's multiplicative hash). */
    private static final int SPREAD = 0x9E3779B9;

    public static RefusalCell of(String namespace) {
        int number = (namespace.hashCode() * SPREAD) >>> (Integer.SIZE - Byte.SIZE);
        return new RefusalCell(number / SIDE, number % SIDE);
    }

    /** The labels of a namespace by which an API server tells that it is of this cell. */
    public Map<String, String> labels() {
        return Map.of(ROW_LABEL, digit(row), COLUMN_LABEL, digit(column));
    }

    /** All rows, or all columns. */
    static Stream<Integer> digits() {
        return IntStream.range(0, SIDE).boxed();
    }

    static String digit(int rowOrColumn) {
        return Integer.toHexString(rowOrColumn);
    }
}
