package io.jiyun.console.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;

/** The real Keycloak with one realm, on a port of its own, its data in memory. */
final class Keycloak implements AutoCloseable {
    private final Process process;
    private final String issuer;

    private Keycloak(Process process, String issuer) {
        this.process = process;
        this.issuer = issuer;
    }

    static Keycloak start(Path folder) throws IOException {
        String zip = System.getProperty("jiyun.keycloak");
        Missing.unless(
                zip != null && Files.exists(Path.of(zip)),
                "Keycloak is needed; Maven fetches it when it runs the tests");
        Path home = unpack(Path.of(Objects.requireNonNull(zip)), folder);
        Path realm = home.resolve("data/import/province-realm.json");
        Files.createDirectories(realm.getParent());
        try (InputStream text =
                Objects.requireNonNull(
                        Keycloak.class.getResourceAsStream("/keycloak/province-realm.json"))) {
            Files.copy(text, realm);
        }
        String address = "http://127.0.0.1:" + JavaProcess.freePort();
        ProcessBuilder builder =
                new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + address.substring(address.lastIndexOf(':') + 1),
                        "--cache=local",
                        "--import-realm");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx512m");
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        Process process =
                builder.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keycloak.log").toFile())
                        .start();
        Keycloak started = new Keycloak(process, address + "/realms/province");
        try {
            Awaitility.await("Keycloak")
                    .atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() ->
                            !process.isAlive()
                                    || JavaProcess.answers(
                                            started.issuer + "/.well-known/openid-configuration"));
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(folder.resolve("keycloak.log")));
            }
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
        return started;
    }

    String issuer() {
        return issuer;
    }

    /** The script and what it started. */
    @Override
    public void close() {
        List<ProcessHandle> started = process.descendants().toList();
        started.forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private static Path unpack(Path zip, Path folder) throws IOException {
        Path home = folder;
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException(entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    Files.copy(entries, file);
                }
                if (file.endsWith("bin/kc.sh")) {
                    home = Objects.requireNonNull(file.resolve("../..").normalize());
                }
            }
        }
        return Objects.requireNonNull(home);
    }
}
