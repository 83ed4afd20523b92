package io.jiyun.console.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long the console itself worked on each request, as its web server notes it: from the request
 * read to the last byte of the answer, without the client's own share and its queue.
 */
final class ServerTimes {
    private static final double MICROS = 1000;

    private final Path folder;

    ServerTimes(Path folder) {
        this.folder = folder;
    }

    /** What the web server is told so that it notes them. */
    List<String> arguments() {
        return List.of(
                "--server.tomcat.accesslog.enabled=true",
                "--server.tomcat.accesslog.buffered=false",
                "--server.tomcat.accesslog.directory=" + folder,
                "--server.tomcat.accesslog.pattern=%D %s %m%U%q");
    }

    /** Milliseconds of every request so far whose method and address contain the text. */
    List<Double> of(String text) throws IOException {
        List<Double> times = new ArrayList<>();
        for (String line : lines()) {
            String[] fields = line.split(" ", 3);
            if (fields.length == 3 && fields[2].contains(text)) {
                times.add(Long.parseLong(fields[0]) / MICROS);
            }
        }
        return times;
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                lines.addAll(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
            }
        }
        return lines;
    }
}
