package io.jiyun.console.notice;

/**
 * A place outside that is told of notices; address and secret are never shown again.
 *
 * @param host where it leads, without path and key
 * @param signed whether messages carry a signature
 */
public record Webhook(String id, String name, Style style, String host, boolean signed) {
    /** What the place understands. */
    public enum Style {
        /** 企业微信 group robot. */
        WECOM,
        /** 钉钉 group robot, signed with HmacSHA256 over its time stamp. */
        DINGTALK,
        /** JSON with the header X-Jiyun-Signature. */
        PLAIN
    }
}
