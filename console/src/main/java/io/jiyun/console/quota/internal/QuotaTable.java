package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.console.cluster.Documents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table {@code quota}. Lists read the small columns of every row but parse a declaration only when
 * its version is new, since a list is asked for far more often than a quota changes.
 */
@Repository
public class QuotaTable {
    private static final String SMALL =
            "select name, bureau_code, version, owned, applied_version, applied_generation,"
                    + " failed_version, failure, created_at, changed_at from quota";

    private final JdbcClient jdbc;
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

    QuotaTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Parsed(long version, Instant changedAt, BureauQuotaSpec spec) {}

    /**
     * All quotas by name.
     *
     * @param bureau code of the one bureau to list; null for all
     */
    List<StoredQuota> all(@Nullable String bureau) {
        return jdbc.sql(SMALL + " where :all or bureau_code = :bureau order by name")
                .param("all", bureau == null)
                .param("bureau", bureau == null ? "" : bureau)
                .query((row, number) -> quota(row))
                .list();
    }

    Optional<StoredQuota> find(String name) {
        return jdbc.sql(SMALL + " where name = :name")
                .param("name", name)
                .query((row, number) -> quota(row))
                .optional();
    }

    Optional<StoredQuota> findForUpdate(String name) {
        return jdbc.sql(SMALL + " where name = :name for update")
                .param("name", name)
                .query((row, number) -> quota(row))
                .optional();
    }

    /** Adds the quota; false when one of that name exists. */
    boolean insert(StoredQuota quota) {
        return jdbc.sql(
                                "insert into quota (name, bureau_code, spec, version, owned,"
                                    + " applied_version, applied_generation, created_at,"
                                    + " changed_at) values (:name, :bureau, :spec, :version,"
                                    + " :owned, :appliedVersion, :appliedGeneration, :createdAt,"
                                    + " :changedAt) on conflict do nothing")
                        .param("name", quota.name())
                        .param("bureau", quota.bureauCode())
                        .param("spec", Documents.write(quota.spec()))
                        .param("version", quota.version())
                        .param("owned", quota.owned())
                        .param("appliedVersion", quota.appliedVersion())
                        .param("appliedGeneration", quota.appliedGeneration())
                        .param("createdAt", quota.createdAt().atOffset(ZoneOffset.UTC))
                        .param("changedAt", quota.changedAt().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** A new version decided here, not applied yet. */
    void decide(String name, BureauQuotaSpec spec, long version, Instant at) {
        jdbc.sql(
                        "update quota set spec = :spec, version = :version, owned = true,"
                                + " failed_version = null, failure = null, changed_at = :at where"
                                + " name = :name")
                .param("spec", Documents.write(spec))
                .param("version", version)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("name", name)
                .update();
    }

    /** A new version found in the cluster. */
    void follow(String name, BureauQuotaSpec spec, long version, long generation, Instant at) {
        jdbc.sql(
                        "update quota set spec = :spec, bureau_code = :bureau, version = :version,"
                                + " applied_version = :version, applied_generation = :generation,"
                                + " changed_at = :at where name = :name")
                .param("spec", Documents.write(spec))
                .param("bureau", spec.bureau().code())
                .param("version", version)
                .param("generation", generation)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("name", name)
                .update();
    }

    void markApplied(String name, long version, long generation) {
        jdbc.sql(
                        "update quota set applied_version = :version, applied_generation ="
                                + " :generation where name = :name and (applied_version is null or"
                                + " applied_version <= :version)")
                .param("version", version)
                .param("generation", generation)
                .param("name", name)
                .update();
    }

    void markFailed(String name, long version, String sentence) {
        jdbc.sql(
                        "update quota set failed_version = :version, failure = :sentence where name"
                                + " = :name and version = :version")
                .param("version", version)
                .param("sentence", sentence.substring(0, Math.min(sentence.length(), 4000)))
                .param("name", name)
                .update();
    }

    void deleteUnowned(String name) {
        jdbc.sql("delete from quota where name = :name and not owned").param("name", name).update();
    }

    private StoredQuota quota(ResultSet row) throws SQLException {
        String name = row.getString("name");
        long version = row.getLong("version");
        Instant changedAt = row.getObject("changed_at", OffsetDateTime.class).toInstant();
        return new StoredQuota(
                name,
                row.getString("bureau_code"),
                spec(name, version, changedAt),
                version,
                row.getBoolean("owned"),
                row.getObject("applied_version", Long.class),
                row.getObject("applied_generation", Long.class),
                row.getObject("failed_version", Long.class),
                row.getString("failure"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                changedAt);
    }

    private BureauQuotaSpec spec(String name, long version, Instant changedAt) {
        Parsed known = parsed.get(name);
        if (known != null && known.version() == version && known.changedAt().equals(changedAt)) {
            return known.spec();
        }
        String document =
                jdbc.sql("select spec from quota where name = :name")
                        .param("name", name)
                        .query(String.class)
                        .single();
        BureauQuotaSpec spec = Documents.read(document, BureauQuotaSpec.class);
        parsed.put(name, new Parsed(version, changedAt, spec));
        return spec;
    }
}
