package io.jiyun.quota.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Collects every broken rule, so that a person learns of all of them at once. */
public final class Violations {
    private final List<Violation> found = new ArrayList<>();

    public void add(Violation violation) {
        found.add(violation);
    }

    public void add(Reason reason, String field, Object... arguments) {
        found.add(Violation.of(reason, field, arguments));
    }

    public void addAll(Collection<Violation> violations) {
        found.addAll(violations);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Violation> asList() {
        return Collections.unmodifiableList(found);
    }

    /** All sentences in English, one after the other. */
    public String en() {
        return found.stream().map(Violation::en).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return en();
    }
}
