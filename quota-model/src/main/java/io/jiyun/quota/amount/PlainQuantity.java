package io.jiyun.quota.amount;

/**
 * Reads what API servers print nearly always: a whole number, with a suffix or without. A bureau of
 * a thousand namespaces has tens of thousands of them read for every decision.
 */
final class PlainQuantity {
    /** Not of that form, or not exact in the unit: to be read with care. */
    static final long NONE = -1;

    /** So many digits stay within 63 bits beside the largest factor. */
    private static final int MOST_DIGITS = 6;

    private static final int MOST_DIGITS_ALONE = 15;

    static long read(Unit unit, String text) {
        int digits = 0;
        long number = 0;
        while (digits < text.length() && digits <= MOST_DIGITS_ALONE) {
            int digit = text.charAt(digits) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            number = number * 10 + digit;
            digits++;
        }
        String suffix = text.substring(digits);
        if (digits == 0 || digits > MOST_DIGITS_ALONE) {
            return NONE;
        }
        if (suffix.isEmpty()) {
            return number * unit.perWhole();
        }
        if (suffix.equals("m")) {
            long thousandths = number * unit.perWhole();
            return thousandths % 1000 == 0 ? thousandths / 1000 : NONE;
        }
        long factor = factor(suffix);
        return factor == NONE || digits > MOST_DIGITS ? NONE : number * factor * unit.perWhole();
    }

    private static long factor(String suffix) {
        return switch (suffix) {
            case "Ki" -> 1L << 10;
            case "Mi" -> 1L << 20;
            case "Gi" -> 1L << 30;
            case "k" -> 1_000;
            case "M" -> 1_000_000;
            case "G" -> 1_000_000_000;
            default -> NONE;
        };
    }

    private PlainQuantity() {}
}
