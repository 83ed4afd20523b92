package io.jiyun.console.api;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.api.QuotaBodies.BureauBody;
import io.jiyun.console.api.QuotaBodies.NamespaceBody;
import io.jiyun.console.api.QuotaBodies.PoolBody;
import io.jiyun.console.api.QuotaBodies.QuotaBody;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.QuotaDraft;
import io.jiyun.console.quota.QuotaDraft.NamespaceDraft;
import io.jiyun.console.quota.QuotaDraft.PoolDraft;
import io.jiyun.console.quota.QuotaDraft.SharingDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns a body into a draft; what is missing is named, all at once. */
final class QuotaReading {
    private final List<SpecViolation> missing = new ArrayList<>();

    private QuotaReading() {}

    /** The whole declaration: what the body leaves out is empty. */
    static QuotaDraft whole(QuotaBody body) {
        QuotaReading reading = new QuotaReading();
        BureauBody bureau = body.bureau();
        QuotaDraft draft =
                new QuotaDraft(
                        reading.required(bureau == null ? null : bureau.code(), "bureau.code"),
                        reading.required(bureau == null ? null : bureau.name(), "bureau.name"),
                        body.parentName(),
                        reading.pools(body.pools()),
                        reading.namespaces(body.namespaces()),
                        reading.sharing(body.sharing()));
        return reading.complete(draft);
    }

    /**
     * The declaration with what the body names: pools resource by resource (null takes a resource
     * away), namespaces and what is shared as whole lists.
     */
    static QuotaDraft changed(QuotaDraft before, QuotaBody body) {
        QuotaReading reading = new QuotaReading();
        BureauBody bureau = body.bureau();
        QuotaDraft draft =
                new QuotaDraft(
                        bureau == null || bureau.code() == null
                                ? before.bureauCode()
                                : bureau.code(),
                        bureau == null || bureau.name() == null
                                ? before.bureauName()
                                : bureau.name(),
                        body.parentName() == null ? before.parentName() : body.parentName(),
                        body.pools() == null
                                ? before.pools()
                                : reading.merged(before.pools(), body.pools()),
                        body.namespaces() == null
                                ? before.namespaces()
                                : reading.namespaces(body.namespaces()),
                        reading.sharing(body.sharing()));
        return reading.complete(draft);
    }

    private List<PoolDraft> merged(List<PoolDraft> before, List<PoolBody> changes) {
        Map<String, PoolDraft> pools = new LinkedHashMap<>();
        before.forEach(pool -> pools.put(pool.cloud() + "/" + pool.pool(), pool));
        for (int index = 0; index < changes.size(); index++) {
            PoolBody change = changes.get(index);
            String cloud = required(change.cloud(), "pools[" + index + "].cloud");
            String name = required(change.pool(), "pools[" + index + "].pool");
            PoolDraft known = pools.get(cloud + "/" + name);
            Map<String, String> resources =
                    new TreeMap<>(known == null ? Map.of() : known.resources());
            if (change.resources() != null) {
                change.resources()
                        .forEach((resource, amount) -> {
                            if (amount == null) {
                                resources.remove(resource);
                            } else {
                                resources.put(resource, amount);
                            }
                        });
            }
            pools.put(cloud + "/" + name, new PoolDraft(cloud, name, resources));
        }
        return List.copyOf(pools.values());
    }

    private List<PoolDraft> pools(@Nullable List<PoolBody> bodies) {
        List<PoolDraft> pools = new ArrayList<>();
        for (int index = 0; bodies != null && index < bodies.size(); index++) {
            PoolBody body = bodies.get(index);
            String field = "pools[" + index + "]";
            pools.add(
                    new PoolDraft(
                            required(body.cloud(), field + ".cloud"),
                            required(body.pool(), field + ".pool"),
                            texts(body.resources())));
        }
        return pools;
    }

    private List<NamespaceDraft> namespaces(@Nullable List<NamespaceBody> bodies) {
        List<NamespaceDraft> namespaces = new ArrayList<>();
        for (int index = 0; bodies != null && index < bodies.size(); index++) {
            NamespaceBody body = bodies.get(index);
            String field = "namespaces[" + index + "]";
            namespaces.add(
                    new NamespaceDraft(
                            required(body.name(), field + ".name"),
                            required(body.cloud(), field + ".cloud"),
                            required(body.pool(), field + ".pool"),
                            body.weight(),
                            texts(body.min()),
                            texts(body.max())));
        }
        return namespaces;
    }

    private @Nullable List<SharingDraft> sharing(@Nullable List<SharingBody> bodies) {
        if (bodies == null) {
            return null;
        }
        List<SharingDraft> sharing = new ArrayList<>();
        for (int index = 0; index < bodies.size(); index++) {
            SharingBody body = bodies.get(index);
            String field = "sharing[" + index + "]";
            sharing.add(
                    new SharingDraft(
                            required(body.cloud(), field + ".cloud"),
                            required(body.pool(), field + ".pool"),
                            texts(body.borrowingLimit()),
                            texts(body.lendingLimit()),
                            body.recallGraceSeconds()));
        }
        return sharing;
    }

    /** A null amount is handed on as empty text, which the rules refuse with a sentence. */
    private static Map<String, String> texts(@Nullable Map<String, @Nullable String> amounts) {
        Map<String, String> texts = new TreeMap<>();
        if (amounts != null) {
            amounts.forEach((name, amount) -> texts.put(name, amount == null ? "" : amount));
        }
        return texts;
    }

    private String required(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            missing.add(Sentences.violation("MissingField", field, "api.missing-field", field));
            return "";
        }
        return value;
    }

    private QuotaDraft complete(QuotaDraft draft) {
        if (!missing.isEmpty()) {
            throw new BadRequest(missing);
        }
        return draft;
    }
}
