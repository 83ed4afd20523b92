package io.jiyun.operator.audit;

import io.fabric8.kubernetes.client.internal.CertUtils;
import io.jiyun.operator.StartRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificate and key in PEM files, as a Secret of type kubernetes.io/tls is mounted. */
final class ServerCertificate {
    private static final char[] NO_PASSPHRASE = {};

    static SSLContext read(Path directory) throws StartRefused {
        try {
            byte[] chain = Files.readAllBytes(directory.resolve("tls.crt"));
            byte[] key = Files.readAllBytes(directory.resolve("tls.key"));
            String algorithm =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(chain))
                            .getPublicKey()
                            .getAlgorithm();
            KeyStore store =
                    CertUtils.createKeyStore(
                            new ByteArrayInputStream(chain),
                            new ByteArrayInputStream(key),
                            algorithm,
                            NO_PASSPHRASE,
                            null,
                            NO_PASSPHRASE);
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSPHRASE);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException | RuntimeException unusable) {
            throw new StartRefused(
                    "--audit-tls-directory: "
                            + directory
                            + " holds no usable tls.crt and tls.key ("
                            + unusable.getMessage()
                            + ")");
        }
    }

    private ServerCertificate() {}
}
