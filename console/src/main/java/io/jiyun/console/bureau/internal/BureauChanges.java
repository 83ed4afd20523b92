package io.jiyun.console.bureau.internal;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.Actor;
import io.jiyun.console.audit.AuditAction;
import io.jiyun.console.audit.AuditTrail;
import io.jiyun.console.bureau.Bureau;
import io.jiyun.console.language.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes of the register, each with its audit entry. */
@Component
public class BureauChanges {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{2,32}");
    private static final int LONGEST_NAME = 128;

    private final BureauTable bureaus;
    private final AuditTrail audit;

    BureauChanges(BureauTable bureaus, AuditTrail audit) {
        this.bureaus = bureaus;
        this.audit = audit;
    }

    public List<SpecViolation> register(Actor actor, Bureau bureau) {
        List<SpecViolation> violations = new ArrayList<>(check(bureau));
        if (!CODE.matcher(bureau.code()).matches()) {
            violations.add(wrong("code", "bureau.code.form", bureau.code()));
        } else if (bureaus.find(bureau.code()).isPresent()) {
            violations.add(wrong("code", "bureau.code.taken", bureau.code()));
        }
        if (violations.isEmpty()) {
            enter(actor, AuditAction.BUREAU_REGISTER, null, bureau);
        }
        return violations;
    }

    public List<SpecViolation> change(Actor actor, Bureau bureau) {
        Optional<Bureau> before = bureaus.find(bureau.code());
        if (before.isEmpty()) {
            return List.of(wrong("code", "bureau.unknown", bureau.code()));
        }
        List<SpecViolation> violations = check(bureau);
        if (violations.isEmpty()) {
            enter(actor, AuditAction.BUREAU_CHANGE, before.get(), bureau);
        }
        return violations;
    }

    private List<SpecViolation> check(Bureau bureau) {
        List<SpecViolation> violations = new ArrayList<>();
        String name = bureau.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            violations.add(wrong("name", "bureau.name.form", LONGEST_NAME));
        }
        String parent = bureau.parentCode();
        if (parent != null && bureaus.find(parent).isEmpty() && !parent.equals(bureau.code())) {
            violations.add(wrong("parent", "bureau.unknown", parent));
        } else if (parent != null && closesCircle(bureau.code(), parent)) {
            violations.add(wrong("parent", "bureau.circle", parent));
        }
        return violations;
    }

    private boolean closesCircle(String code, String parentCode) {
        Set<String> path = new LinkedHashSet<>(Set.of(code));
        @Nullable String next = parentCode;
        while (next != null) {
            if (!path.add(next)) {
                return true;
            }
            next = bureaus.find(next).map(Bureau::parentCode).orElse(null);
        }
        return false;
    }

    private void enter(Actor actor, AuditAction action, @Nullable Bureau before, Bureau after) {
        bureaus.enter(after.code(), after.name().strip(), after.parentCode());
        audit.append(
                actor,
                action,
                "bureau/" + after.code(),
                before == null ? null : before.toString(),
                after.toString());
    }

    private static SpecViolation wrong(String field, String key, Object argument) {
        return Sentences.violation("BureauInvalid", field, key, argument);
    }
}
