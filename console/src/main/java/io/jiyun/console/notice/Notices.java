package io.jiyun.console.notice;

/** Where services leave what somebody is to be told. */
public interface Notices {
    /**
     * Adds the notice to the running transaction: it is told if the decision stands, and never
     * holds the decision up.
     *
     * @param link page to look at, relative to the console, for example {@code requests/REQ-1}
     * @param arguments texts for the sentence
     */
    void tell(Audience audience, NoticeKind kind, String link, String... arguments);
}
