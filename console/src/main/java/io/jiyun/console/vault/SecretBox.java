package io.jiyun.console.vault;

/** Seals what must be stored and read again, such as secrets of second factors and webhooks. */
public interface SecretBox {
    String seal(String secret);

    /**
     * Opens what was sealed.
     *
     * @throws IllegalStateException when it was sealed with another key
     */
    String open(String sealed);
}
