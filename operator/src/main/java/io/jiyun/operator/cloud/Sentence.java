package io.jiyun.operator.cloud;

/** What people are told, in Simplified Chinese and in English, without the full stop. */
public record Sentence(String zh, String en) {
    /** Words of the cloud itself, which come in one language only. */
    static Sentence quoted(String text) {
        return new Sentence(text, text);
    }
}
