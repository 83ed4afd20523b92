package io.jiyun.operator;

/** The operator cannot start as things are, with a sentence that says what to do. */
public final class StartRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public StartRefused(String sentence) {
        super(sentence);
    }
}
