package io.jiyun.operator.cloud;

/** A connection that cannot work as declared, with the reason for people. */
final class ConnectionRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Sentence why;

    ConnectionRefused(String zh, String en) {
        super(en);
        why = new Sentence(zh, en);
    }

    Sentence why() {
        return why;
    }
}
