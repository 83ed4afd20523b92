package io.jiyun.console.audit.internal;

import io.jiyun.console.audit.internal.ChainCheck.Ends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hashes noted in a file beside the database: who rewrites the whole chain would have to rewrite
 * them too, and copies of the file may lie where he cannot.
 */
final class Anchors {
    private static final Pattern LINE = Pattern.compile("(\\d+) ([0-9a-f]{64})");

    private final Path file;

    Anchors(Path data) {
        this.file = data.resolve("audit-anchors.txt");
    }

    Map<Long, String> read() throws IOException {
        Map<Long, String> noted = new HashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                Matcher anchor = LINE.matcher(line);
                if (anchor.matches()) {
                    noted.put(Long.valueOf(anchor.group(1)), anchor.group(2));
                }
            }
        }
        return noted;
    }

    void note(Ends ends) throws IOException {
        if (ends.last() < ends.first() || read().containsKey(ends.last())) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                ends.last() + " " + ends.head() + System.lineSeparator(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
