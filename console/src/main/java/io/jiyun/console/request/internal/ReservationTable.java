package io.jiyun.console.request.internal;

import io.jiyun.console.quota.Reservations;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.PoolKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code request_reservation}. */
@Repository
class ReservationTable implements Reservations {
    private final JdbcClient jdbc;

    ReservationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Reserved> standing(Instant now) {
        return jdbc.sql(
                        "select request, quota_name, cloud, pool, resource, amount from"
                                + " request_reservation where ends_at is null or ends_at > :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    ResourceName name = new ResourceName(row.getString("resource"));
                    return new Reserved(
                            row.getString("request"),
                            row.getString("quota_name"),
                            new PoolKey(row.getString("cloud"), row.getString("pool")),
                            Resources.of(
                                    Map.of(name, Amount.of(name.unit(), row.getLong("amount")))));
                })
                .list();
    }

    void reserve(String request, String quota, Map<PoolKey, Resources> amounts) {
        release(request);
        List<Reserved> rows = new ArrayList<>();
        amounts.forEach((pool, amount) -> rows.add(new Reserved(request, quota, pool, amount)));
        for (Reserved row : rows) {
            row.resources()
                    .asMap()
                    .forEach((name, amount) ->
                            jdbc.sql(
                                            "insert into request_reservation (request, cloud, pool,"
                                                + " resource, quota_name, amount) values (:request,"
                                                + " :cloud, :pool, :resource, :quota, :amount)")
                                    .param("request", request)
                                    .param("cloud", row.pool().cloud())
                                    .param("pool", row.pool().pool())
                                    .param("resource", name.value())
                                    .param("quota", quota)
                                    .param("amount", amount.value())
                                    .update());
        }
    }

    void release(String request) {
        jdbc.sql("delete from request_reservation where request = :request")
                .param("request", request)
                .update();
    }

    /** Keeps holding until the grant itself counts. */
    void endAt(String request, Instant end) {
        jdbc.sql("update request_reservation set ends_at = :end where request = :request")
                .param("end", end.atOffset(ZoneOffset.UTC))
                .param("request", request)
                .update();
    }

    void removeEnded(Instant now) {
        jdbc.sql("delete from request_reservation where ends_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
