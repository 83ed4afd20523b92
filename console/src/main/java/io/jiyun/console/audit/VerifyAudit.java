package io.jiyun.console.audit;

import io.jiyun.console.audit.AuditVerdict.Broken;
import io.jiyun.console.audit.AuditVerdict.Intact;
import io.jiyun.console.audit.internal.StoredChain;
import io.jiyun.console.language.Sentences;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code verify-audit}: recomputes the audit trail of an installation, with or without
 * a console running on it. Exit status 0 says intact, 1 broken, 2 that it could not be read.
 */
public final class VerifyAudit {
    private static final int INTACT = 0;
    private static final int BROKEN = 1;
    private static final int UNREADABLE = 2;

    private final Map<String, String> environment;
    private final PrintStream out;

    VerifyAudit(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new VerifyAudit(System.getenv(), System.out).run(Path.of(arguments[0])));
    }

    /**
     * Recomputes, prints what came of it in both languages, and answers the exit status.
     *
     * @param data folder of the installation
     */
    int run(Path data) {
        @Nullable String url = environment.get("JIYUN_DB_URL");
        try {
            AuditVerdict verdict =
                    StoredChain.verify(
                            data,
                            url,
                            environment.getOrDefault("JIYUN_DB_USER", "jiyun"),
                            environment.getOrDefault("JIYUN_DB_PASSWORD", ""));
            return tell(verdict);
        } catch (IOException | RuntimeException unreadable) {
            say(
                    "audit.unreadable",
                    url == null ? data : url,
                    String.valueOf(unreadable.getMessage()));
            return UNREADABLE;
        }
    }

    private int tell(AuditVerdict verdict) {
        switch (verdict) {
            case Intact(long entries, String head) -> say("audit.intact", entries, head);
            case Broken(long sequence, AuditVerdict.Damage damage) ->
                    say("audit.broken." + damage.name().toLowerCase(Locale.ROOT), sequence);
        }
        return verdict instanceof Intact ? INTACT : BROKEN;
    }

    private void say(String key, Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int index = 0; index < arguments.length; index++) {
            texts[index] = String.valueOf(arguments[index]);
        }
        out.println(Sentences.in(Locale.SIMPLIFIED_CHINESE, key, texts));
        out.println(Sentences.in(Locale.ENGLISH, key, texts));
    }
}
