package io.jiyun.operator.cloud;

/** A connection that cannot work as declared, with the reason as a sentence for people. */
final class ConnectionRefused extends Exception {
    private static final long serialVersionUID = 1L;

    ConnectionRefused(String sentence) {
        super(sentence);
    }
}
