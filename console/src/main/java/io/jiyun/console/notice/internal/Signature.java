package io.jiyun.console.notice.internal;

import io.jiyun.console.notice.Webhook;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proofs that a message comes from this console. */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** DingTalk takes the signature in the address; the others get a header. */
    static URI address(Webhook.Style style, URI url, String secret, long time) {
        if (style != Webhook.Style.DINGTALK) {
            return url;
        }
        String sign =
                URLEncoder.encode(
                        Base64.getEncoder().encodeToString(hmac(secret, time + "\n" + secret)),
                        StandardCharsets.UTF_8);
        String joint = url.getRawQuery() == null ? "?" : "&";
        return URI.create(url + joint + "timestamp=" + time + "&sign=" + sign);
    }

    static String header(String secret, long time, String body) {
        return "sha256=" + HexFormat.of().formatHex(hmac(secret, time + "." + body));
    }

    private static byte[] hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
