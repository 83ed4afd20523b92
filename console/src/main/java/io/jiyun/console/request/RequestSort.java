package io.jiyun.console.request;

/** Order of a list. Equal entries are in the order of their numbers, newest first. */
public record RequestSort(Field field, boolean ascending) {
    public static final RequestSort NEWEST = new RequestSort(Field.CHANGED, false);
    public static final RequestSort MOST_URGENT = new RequestSort(Field.DUE, true);

    /** What may be sorted by. */
    public enum Field {
        NUMBER,
        TYPE,
        BUREAU,
        STATE,
        DUE,
        CREATED,
        CHANGED
    }
}
