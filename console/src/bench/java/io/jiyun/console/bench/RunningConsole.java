package io.jiyun.console.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Console and operator with the simulated province, on fresh data. */
final class RunningConsole implements AutoCloseable {
    static final String PASSWORD = "Jiyun-2026";

    private final Packaged operator;
    private final Packaged console;
    private final HttpClient http;
    private final String address;
    private final ServerTimes times;

    private RunningConsole(
            Packaged operator,
            Packaged console,
            HttpClient http,
            String address,
            ServerTimes times) {
        this.operator = operator;
        this.console = console;
        this.http = http;
        this.address = address;
        this.times = times;
    }

    static RunningConsole start(HttpClient http, Path data, Optional<String> databaseUrl)
            throws IOException, InterruptedException {
        int port = Packaged.freePort();
        Packaged operator =
                Packaged.start(
                        http,
                        data.resolve("operator.log"),
                        "http://127.0.0.1:" + port + "/readyz",
                        List.of(
                                System.getProperty("jiyun.operator"),
                                "--simulated",
                                "--data",
                                data.toString(),
                                "--port",
                                Integer.toString(port)));
        try {
            int pages = Packaged.freePort();
            String address = "http://127.0.0.1:" + pages;
            List<String> arguments =
                    new ArrayList<>(
                            List.of(
                                    System.getProperty("jiyun.console"),
                                    "--server.port=" + pages,
                                    "--spring.profiles.active=demo",
                                    "--jiyun.data=" + data,
                                    "--jiyun.kubeconfig=" + data.resolve("simulation/kubeconfig")));
            ServerTimes times = new ServerTimes(data.resolve("access"));
            arguments.addAll(times.arguments());
            databaseUrl.ifPresent(url -> arguments.add("--spring.datasource.url=" + url));
            Packaged console =
                    Packaged.start(
                            http,
                            data.resolve("console.log"),
                            address + "/actuator/health/readiness",
                            arguments);
            return new RunningConsole(operator, console, http, address, times);
        } catch (IOException | InterruptedException | RuntimeException e) {
            operator.close();
            throw e;
        }
    }

    static String embedded(Path data) {
        return "jdbc:h2:file:" + data + "/database/console;MODE=PostgreSQL;LOCK_TIMEOUT=10000;"
                + "WRITE_DELAY=0;AUTO_SERVER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    }

    Caller caller(String username) throws IOException, InterruptedException {
        return new Caller(http, address, username, PASSWORD);
    }

    PageSession session(String username) throws IOException, InterruptedException {
        return new PageSession(http, address, username, PASSWORD);
    }

    ServerTimes times() {
        return times;
    }

    /** Seconds of processor time that the console and the operator took so far. */
    double consoleSeconds() {
        return console.processorSeconds();
    }

    double operatorSeconds() {
        return operator.processorSeconds();
    }

    /** Kilobytes that the console's objects take, without garbage. */
    double heapKilobytes() throws IOException, InterruptedException {
        console.collectGarbage();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + "/actuator/prometheus")).build();
        return http.send(request, BodyHandlers.ofString())
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                        .mapToDouble(line ->
                                Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum()
                / 1024;
    }

    @Override
    public void close() {
        console.close();
        operator.close();
    }
}
