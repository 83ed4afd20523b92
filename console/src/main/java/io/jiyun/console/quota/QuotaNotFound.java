package io.jiyun.console.quota;

/** There is no such quota, or none the caller may see: the two are not told apart. */
public class QuotaNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String quota;

    public QuotaNotFound(String quota) {
        super("no quota named " + quota);
        this.quota = quota;
    }

    public String quota() {
        return quota;
    }
}
