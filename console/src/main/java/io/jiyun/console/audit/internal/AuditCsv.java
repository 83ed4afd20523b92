package io.jiyun.console.audit.internal;

import io.jiyun.console.audit.AuditEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entries as CSV (RFC 4180) with a byte-order mark, so that spreadsheets read Chinese aright. */
public final class AuditCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String BEGINNINGS_OF_FORMULAS = "=+-@\t\r";

    private final Writer writer;

    public AuditCsv(Writer writer) {
        this.writer = writer;
        line(
                BYTE_ORDER_MARK + "sequence",
                "at",
                "actor",
                "role",
                "origin",
                "action",
                "subject",
                "before",
                "after",
                "request_id",
                "digest",
                "previous_hash",
                "hash");
    }

    public void write(AuditEntry entry) {
        line(
                Long.toString(entry.sequence()),
                entry.at().toString(),
                entry.actor(),
                entry.role(),
                entry.origin(),
                entry.action(),
                entry.subject(),
                entry.before(),
                entry.after(),
                entry.requestId(),
                entry.digest(),
                entry.previousHash(),
                entry.hash());
    }

    public void finish() {
        try {
            writer.flush();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void line(@Nullable String... cells) {
        try {
            writer.write(Arrays.stream(cells).map(AuditCsv::cell).collect(Collectors.joining(",")));
            writer.write("\r\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A cell no spreadsheet takes for a formula. */
    private static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String harmless = BEGINNINGS_OF_FORMULAS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return harmless.matches("(?s).*[\",\r\n].*")
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
