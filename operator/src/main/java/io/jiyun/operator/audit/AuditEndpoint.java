package io.jiyun.operator.audit;

import io.jiyun.operator.StartRefused;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where audit streams are received.
 *
 * @param tlsDirectory holds tls.crt and tls.key; empty for plain HTTP, on a loopback address only
 */
public record AuditEndpoint(String address, int port, Optional<Path> tlsDirectory) {

    InetSocketAddress socket() throws StartRefused {
        InetAddress resolved;
        try {
            resolved = InetAddress.getByName(address);
        } catch (UnknownHostException unknown) {
            throw new StartRefused("--audit-address: there is no address " + address);
        }
        if (tlsDirectory.isEmpty() && !resolved.isLoopbackAddress()) {
            throw new StartRefused(
                    "audit streams carry tokens and names: on "
                            + address
                            + " they are received with TLS only; give --audit-tls-directory, or a"
                            + " loopback address");
        }
        return new InetSocketAddress(resolved, port);
    }
}
