package io.jiyun.console.quota;

/** Order of a list. Equal entries are in the order of their names. */
public record QuotaSort(Field field, boolean ascending) {
    public static final QuotaSort BY_NAME = new QuotaSort(Field.NAME, true);

    /** What may be sorted by. */
    public enum Field {
        NAME,
        BUREAU,
        CPU,
        MEMORY,
        PRESSURE,
        STATE,
        CHANGED
    }
}
