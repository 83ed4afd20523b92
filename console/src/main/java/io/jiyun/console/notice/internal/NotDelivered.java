package io.jiyun.console.notice.internal;

/** A message did not arrive; the sentence says why, without addresses or secrets. */
class NotDelivered extends Exception {
    private static final long serialVersionUID = 1L;

    NotDelivered(String sentence) {
        super(sentence);
    }
}
