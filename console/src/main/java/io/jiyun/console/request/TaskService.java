package io.jiyun.console.request;

import io.jiyun.console.access.Actor;
import io.jiyun.console.access.AllowedTo;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.account.Account;
import io.jiyun.console.account.People;
import io.jiyun.console.request.internal.DecidingOnRequests;
import io.jiyun.console.request.internal.RequestList;
import io.jiyun.console.request.internal.RequestReader;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a person, and what that person decides. */
@Service
public class TaskService {
    private final RequestList list;
    private final RequestReader reader;
    private final DecidingOnRequests deciding;
    private final People people;
    private final CurrentActor current;

    TaskService(
            RequestList list,
            RequestReader reader,
            DecidingOnRequests deciding,
            People people,
            CurrentActor current) {
        this.list = list;
        this.reader = reader;
        this.deciding = deciding;
        this.people = people;
        this.current = current;
    }

    /** What waits for the caller. */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD})
    @Transactional(readOnly = true)
    public List<RequestRow> page(RequestFilter filter, RequestSort sort, int offset, int limit) {
        return list.tasks(current.require(), filter, sort, offset, limit);
    }

    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD})
    @Transactional(readOnly = true)
    public long count(RequestFilter filter) {
        return list.countTasks(current.require(), filter);
    }

    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_HEAD, Role.BUREAU_CLERK})
    public RequestOutcome approve(String number, String remark, Handling handling) {
        return deciding.approve(current.require(), number, remark, handling);
    }

    /** Says no; reasons and advice for the next attempt are required. */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_HEAD, Role.BUREAU_CLERK})
    public RequestOutcome reject(String number, String reason, String advice, Handling handling) {
        return deciding.reject(current.require(), number, reason, advice, handling);
    }

    /** Sends it back for correction of the fields named. */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_HEAD, Role.BUREAU_CLERK})
    public RequestOutcome giveBack(
            String number, String reason, List<String> fields, Handling handling) {
        return deciding.giveBack(current.require(), number, reason, fields, handling);
    }

    /** Hands the task to a colleague of the same role and bureau. */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_HEAD, Role.BUREAU_CLERK})
    public RequestOutcome delegate(String number, String person, String remark, Handling handling) {
        return deciding.delegate(current.require(), number, person, remark, handling);
    }

    /** Confirms that what was provisioned serves; ends a trial early. */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_HEAD, Role.BUREAU_CLERK})
    public RequestOutcome confirm(String number, String remark, Handling handling) {
        return deciding.confirm(current.require(), number, remark, handling);
    }

    /** Whom the task of a request can be handed to. */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_HEAD, Role.BUREAU_CLERK})
    @Transactional(readOnly = true)
    public List<Actor> colleagues(String number) {
        Actor actor = current.require();
        RequestRow row = reader.detail(actor, number).row();
        Role role = row.role();
        return role == null
                ? List.of()
                : people.holding(role, role.ofBureau() ? row.bureauCode() : null).stream()
                        .map(Account::actor)
                        .filter(one -> !one.username().equals(actor.username()))
                        .toList();
    }
}
