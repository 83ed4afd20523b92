package io.jiyun.console.quota.internal;

import io.jiyun.console.quota.SliceMove;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code slice_history}. */
@Repository
public class SliceHistoryTable {
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SliceHistoryTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(String quota, SliceMove move) {
        jdbc.sql(
                        "insert into slice_history (quota_name, at, slices) values (:quota, :at,"
                                + " :slices)")
                .param("quota", quota)
                .param("at", move.at().atOffset(ZoneOffset.UTC))
                .param("slices", json.writeValueAsString(move.slices()))
                .update();
    }

    /** The newest moves, oldest first. */
    public List<SliceMove> of(String quota) {
        return jdbc
                .sql(
                        "select * from slice_history where quota_name = :quota order by at desc"
                                + " fetch first :most rows only")
                .param("quota", quota)
                .param("most", MOST)
                .query((row, number) ->
                        new SliceMove(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                List.of(
                                        json.readValue(
                                                row.getString("slices"), SliceMove.Line[].class))))
                .stream()
                .sorted(Comparator.comparing(SliceMove::at))
                .toList();
    }

    void deleteBefore(Instant limit) {
        jdbc.sql("delete from slice_history where at < :limit")
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .update();
    }
}
