package io.jiyun.console.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Bureaus with a quota each, and requests: one per bureau lacks its last approval. */
final class Seeded implements AutoCloseable {
    private static final int FIRST_YEAR = 2030;

    private final Connection connection;

    Seeded(String url, String user, String password) throws SQLException {
        connection = DriverManager.getConnection(url, user, password);
    }

    void fill(Workload workload) throws SQLException {
        connection.setAutoCommit(false);
        bureaus(workload.bureaus());
        requests(workload.requests(), workload.bureaus());
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Number of the request of that index. */
    static String number(int index) {
        return "REQ-%d-%06d".formatted(FIRST_YEAR, index);
    }

    /** Whether every decision is in the cluster. */
    boolean isWorkedOff() throws SQLException {
        return count("outbox where state = 'WAITING'") == 0
                && count("quota where owned and coalesce(applied_version, 0) < version") == 0;
    }

    private long count(String rows) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + rows)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void bureaus(int bureaus) throws SQLException {
        try (PreparedStatement bureau =
                        connection.prepareStatement(
                                "insert into bureau (code, name, registered_at) values (?, ?,"
                                        + " current_timestamp)");
                PreparedStatement quota =
                        connection.prepareStatement(
                                "insert into quota (name, bureau_code, spec, version, owned,"
                                        + " created_at, changed_at) values (?, ?, ?, 1, true,"
                                        + " current_timestamp, current_timestamp)")) {
            for (int index = 0; index < bureaus; index++) {
                bureau.setString(1, code(index));
                bureau.setString(2, "第" + index + "局");
                bureau.addBatch();
                quota.setString(1, "measured-" + index);
                quota.setString(2, code(index));
                quota.setString(3, spec(index));
                quota.addBatch();
            }
            bureau.executeBatch();
            quota.executeBatch();
        }
    }

    private void requests(int requests, int bureaus) throws SQLException {
        try (PreparedStatement request =
                        connection.prepareStatement(
                                "insert into request (number, type, quota_name, bureau_code,"
                                    + " bureau_name, content, reason, state, stage, stage_role,"
                                    + " due_on, overdue, round, workflow_version, filer, version,"
                                    + " created_at, submitted_at, changed_at) values (?,"
                                    + " 'INCREASE', ?, ?, ?, ?, '扩容', ?, ?, ?, current_date,"
                                    + " false, 1, 1, 'somebody', 1, current_timestamp,"
                                    + " current_timestamp, current_timestamp)");
                PreparedStatement reservation =
                        connection.prepareStatement(
                                "insert into request_reservation (request, cloud, pool, resource,"
                                        + " quota_name, amount) values (?, 'provincial',"
                                        + " 'gov-x86', 'requests.cpu', ?, 1)")) {
            for (int index = 0; index < requests; index++) {
                int of = index % bureaus;
                boolean open = index < bureaus;
                request.setString(1, number(index));
                request.setString(2, "measured-" + of);
                request.setString(3, code(of));
                request.setString(4, "第" + of + "局");
                request.setString(
                        5,
                        "{\"pools\":[{\"cloud\":\"provincial\",\"pool\":\"gov-x86\",\"resources\":"
                                + "{\"requests.cpu\":\"1m\"}}]}");
                request.setString(6, open ? "PENDING" : "DONE");
                request.setInt(7, open ? 3 : -1);
                request.setString(8, open ? "CLOUD_ADMIN" : null);
                request.addBatch();
                if (open) {
                    reservation.setString(1, number(index));
                    reservation.setString(2, "measured-" + of);
                    reservation.addBatch();
                }
            }
            request.executeBatch();
            reservation.executeBatch();
        }
    }

    private static String code(int bureau) {
        return "CODE%06d".formatted(bureau);
    }

    private static String spec(int index) {
        return """
               {"bureau":{"code":"%s","name":"第%d局"},"grants":[{"requestId":"ADJ-2030-%06d",\
               "cloud":"provincial","pool":"gov-x86","resources":{"requests.cpu":"1m"}}],\
               "namespaces":[]}"""
                .formatted(code(index), index, index);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
