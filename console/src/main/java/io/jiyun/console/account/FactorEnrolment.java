package io.jiyun.console.account;

/**
 * A second factor that waits to be confirmed.
 *
 * @param secret to be typed into an app that cannot scan
 * @param uri what the app scans, {@code otpauth://…}
 */
public record FactorEnrolment(String secret, String uri) {
    @Override
    public String toString() {
        return "FactorEnrolment";
    }
}
