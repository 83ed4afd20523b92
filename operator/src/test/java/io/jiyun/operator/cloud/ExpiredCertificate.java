package io.jiyun.operator.cloud;

/** A certificate that signed itself and was valid on the first day of 2020 alone. */
final class ExpiredCertificate {
    static final String PEM =
            """
            -----BEGIN CERTIFICATE-----
            MIIBDDCBsgIBATAKBggqhkjOPQQDAjASMRAwDgYDVQQDDAdleHBpcmVkMB4XDTIw
            MDEwMTAwMDAwMFoXDTIwMDEwMjAwMDAwMFowEjEQMA4GA1UEAwwHZXhwaXJlZDBZ
            MBMGByqGSM49AgEGCCqGSM49AwEHA0IABB3XG6LF4KCMYMIRuIYH54qLyxkSumhp
            RczbwMdPWiKJ00ijAt5L6639MwxZFqlNpwaflF6MFxRyC+4fic3owwIwCgYIKoZI
            zj0EAwIDSQAwRgIhAPFssREQ9lM4TgrKO0bmc3FmXnaIZ/M4cdXoc9lMnyQHAiEA
            spRc0k4T3X7j6ktJqeY6p8wQyoVu9Me+peQJa/3k6+g=
            -----END CERTIFICATE-----
            """;

    private ExpiredCertificate() {}
}
