package io.jiyun.console.request.internal;

import io.jiyun.console.access.Actor;
import io.jiyun.console.request.RequestFilter;
import io.jiyun.console.request.RequestRow;
import io.jiyun.console.request.RequestSort;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of requests: narrowed, sorted and cut by the database. */
@Repository
public class RequestList {
    private static final String WAITING =
            " and ((state in ('PENDING', 'CONFIRMING', 'TRIAL') and filer <> :me and ((stage_role ="
                + " :role and (assignee is null or assignee = :me or overdue)) or escalated_role ="
                + " :role)) or (state in ('CONFIRMING', 'TRIAL') and filer = :me and stage_role ="
                + " :role) or (state = 'RETURNED' and filer = :me))";

    private final JdbcClient jdbc;
    private final RequestTable table;

    RequestList(JdbcClient jdbc, RequestTable table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    public List<RequestRow> page(
            Actor actor, RequestFilter filter, RequestSort sort, int offset, int limit) {
        return rows(where(actor, filter), sort, parameters(actor, filter), offset, limit);
    }

    public long count(Actor actor, RequestFilter filter) {
        return count(where(actor, filter), parameters(actor, filter));
    }

    /** Those the person has to act on. */
    public List<RequestRow> tasks(
            Actor actor, RequestFilter filter, RequestSort sort, int offset, int limit) {
        Map<String, Object> parameters = parameters(actor, filter);
        parameters.put("me", actor.username());
        parameters.put("role", actor.role().name());
        return rows(where(actor, filter) + WAITING, sort, parameters, offset, limit);
    }

    public long countTasks(Actor actor, RequestFilter filter) {
        Map<String, Object> parameters = parameters(actor, filter);
        parameters.put("me", actor.username());
        parameters.put("role", actor.role().name());
        return count(where(actor, filter) + WAITING, parameters);
    }

    private List<RequestRow> rows(
            String where, RequestSort sort, Map<String, Object> parameters, int offset, int limit) {
        return jdbc
                .sql(
                        "select * from request where "
                                + where
                                + " order by "
                                + column(sort.field())
                                + (sort.ascending() ? " asc" : " desc")
                                + " nulls last, number desc offset :offset rows fetch next :limit"
                                + " rows only")
                .params(parameters)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> table.request(row))
                .list()
                .stream()
                .map(RequestRecord::row)
                .toList();
    }

    private long count(String where, Map<String, Object> parameters) {
        return jdbc.sql("select count(*) from request where " + where)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    /** Drafts are the business of whoever writes them. */
    private static String where(Actor actor, RequestFilter filter) {
        StringBuilder where = new StringBuilder("(state <> 'DRAFT' or filer = :self)");
        if (actor.role().ofBureau() || filter.bureau() != null) {
            where.append(" and bureau_code = :bureau");
        }
        if (filter.state() != null) {
            where.append(" and state = :state");
        }
        if (filter.type() != null) {
            where.append(" and type = :type");
        }
        if (!filter.text().isBlank()) {
            where.append(
                    " and (lower(number) like :text or lower(quota_name) like :text or"
                            + " lower(bureau_name) like :text or lower(reason) like :text)");
        }
        return where.toString();
    }

    private static Map<String, Object> parameters(Actor actor, RequestFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("self", actor.username());
        String bureau = filter.bureau();
        if (actor.role().ofBureau()) {
            boolean foreign = bureau != null && !bureau.equals(actor.bureauCode());
            parameters.put("bureau", foreign ? "" : String.valueOf(actor.bureauCode()));
        } else if (bureau != null) {
            parameters.put("bureau", bureau);
        }
        if (filter.state() != null) {
            parameters.put("state", filter.state().name());
        }
        if (filter.type() != null) {
            parameters.put("type", filter.type().name());
        }
        if (!filter.text().isBlank()) {
            parameters.put("text", "%" + filter.text().strip().toLowerCase(Locale.ROOT) + "%");
        }
        return parameters;
    }

    private static String column(RequestSort.Field field) {
        return switch (field) {
            case NUMBER -> "number";
            case TYPE -> "type";
            case BUREAU -> "bureau_name";
            case STATE -> "state";
            case DUE -> "due_on";
            case CREATED -> "created_at";
            case CHANGED -> "changed_at";
        };
    }
}
