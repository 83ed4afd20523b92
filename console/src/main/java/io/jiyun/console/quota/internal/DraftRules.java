package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.QuotaDraft;
import io.jiyun.console.quota.QuotaDraft.PoolDraft;
import io.jiyun.quota.tree.PoolKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the form itself must say, before the province is asked. */
final class DraftRules {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4,32}");
    private static final int LONGEST_BUREAU_NAME = 128;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_NAMESPACES = 1024;
    private static final int MOST_POOLS = 64;

    private DraftRules() {}

    static List<SpecViolation> check(
            String name, QuotaDraft draft, @Nullable String fixedBureauCode) {
        List<SpecViolation> found = new ArrayList<>(name(name));
        bureau(draft, fixedBureauCode, found);
        Set<PoolKey> seen = new HashSet<>();
        for (int index = 0; index < draft.pools().size(); index++) {
            PoolDraft pool = draft.pools().get(index);
            if (!seen.add(new PoolKey(pool.cloud(), pool.pool()))) {
                found.add(
                        Sentences.violation(
                                "RepeatedPool",
                                "pools[" + index + "]",
                                "quota.repeated-pool",
                                pool.cloud(),
                                pool.pool()));
            }
        }
        if (draft.namespaces().size() > MOST_NAMESPACES
                || draft.pools().size() > MOST_POOLS
                || draft.sharingOrEmpty().size() > MOST_POOLS) {
            found.add(
                    Sentences.violation(
                            "TooMany",
                            "namespaces",
                            "quota.too-many",
                            MOST_NAMESPACES,
                            MOST_POOLS));
        }
        return found;
    }

    static List<SpecViolation> name(String name) {
        return NAME.matcher(name).matches()
                ? List.of()
                : List.of(
                        Sentences.violation(
                                "InvalidQuotaName", "name", "quota.invalid-name", name));
    }

    /** Of a new quota's name that somebody else was faster to take. */
    static SpecViolation taken(String name) {
        return Sentences.violation("QuotaNameTaken", "name", "quota.name-taken", name);
    }

    static List<SpecViolation> reason(String reason) {
        if (reason.isBlank()) {
            return List.of(Sentences.violation("ReasonMissing", "reason", "quota.reason-missing"));
        }
        if (reason.length() > LONGEST_REASON) {
            return List.of(
                    Sentences.violation(
                            "ReasonTooLong", "reason", "quota.reason-too-long", LONGEST_REASON));
        }
        return List.of();
    }

    private static void bureau(
            QuotaDraft draft, @Nullable String fixedCode, List<SpecViolation> found) {
        if (fixedCode != null && !fixedCode.equals(draft.bureauCode())) {
            found.add(
                    Sentences.violation(
                            "BureauCodeFixed",
                            "bureau.code",
                            "quota.bureau-code-fixed",
                            fixedCode,
                            draft.bureauCode()));
        } else if (!CODE.matcher(draft.bureauCode()).matches()) {
            found.add(
                    Sentences.violation(
                            "InvalidBureauCode",
                            "bureau.code",
                            "quota.invalid-bureau-code",
                            draft.bureauCode()));
        }
        if (draft.bureauName().isBlank() || draft.bureauName().length() > LONGEST_BUREAU_NAME) {
            found.add(
                    Sentences.violation(
                            "InvalidBureauName",
                            "bureau.name",
                            "quota.invalid-bureau-name",
                            LONGEST_BUREAU_NAME));
        }
    }
}
