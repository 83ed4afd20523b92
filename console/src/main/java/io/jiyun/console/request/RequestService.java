package io.jiyun.console.request;

import io.jiyun.console.access.AllowedTo;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.request.internal.Attaching;
import io.jiyun.console.request.internal.Filing;
import io.jiyun.console.request.internal.RequestList;
import io.jiyun.console.request.internal.RequestReader;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests as the bureau files them. People of a bureau find only their bureau's; a draft is shown
 * to nobody but whoever writes it.
 */
@Service
public class RequestService {
    private final RequestList list;
    private final RequestReader reader;
    private final Filing filing;
    private final Attaching attaching;
    private final CurrentActor current;

    RequestService(
            RequestList list,
            RequestReader reader,
            Filing filing,
            Attaching attaching,
            CurrentActor current) {
        this.list = list;
        this.reader = reader;
        this.filing = filing;
        this.attaching = attaching;
        this.current = current;
    }

    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD, Role.FINANCE, Role.AUDITOR})
    @Transactional(readOnly = true)
    public List<RequestRow> page(RequestFilter filter, RequestSort sort, int offset, int limit) {
        return list.page(current.require(), filter, sort, offset, limit);
    }

    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD, Role.FINANCE, Role.AUDITOR})
    @Transactional(readOnly = true)
    public long count(RequestFilter filter) {
        return list.count(current.require(), filter);
    }

    /**
     * Everything about one request.
     *
     * @throws RequestNotFound when there is none of that number that the caller may see
     */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD, Role.FINANCE, Role.AUDITOR})
    @Transactional(readOnly = true)
    public RequestDetail detail(String number) {
        return reader.detail(current.require(), number);
    }

    /** What would become of the request if it were submitted or approved now. */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD})
    public Feasibility feasibility(String number) {
        return reader.feasibility(current.require(), number);
    }

    /** The same for one that is still being written. */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD})
    public Feasibility feasibilityOf(RequestDraft draft) {
        return reader.feasibility(current.require(), draft);
    }

    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD})
    public RequestOutcome create(RequestDraft draft, Handling handling) {
        return filing.create(current.require(), draft, handling);
    }

    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD})
    public RequestOutcome edit(String number, RequestDraft draft, Handling handling) {
        return filing.edit(current.require(), number, draft, handling);
    }

    /** Submits; what it asks for is reserved until the request ends. */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD})
    public RequestOutcome submit(String number, Handling handling) {
        return filing.submit(current.require(), number, handling);
    }

    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD})
    public RequestOutcome withdraw(String number, String reason, Handling handling) {
        return filing.withdraw(current.require(), number, reason, handling);
    }

    /** A new draft with the same content. */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD})
    public RequestOutcome duplicate(String number, Handling handling) {
        return filing.duplicate(current.require(), number, handling);
    }

    /** Attaches a file of a kind that is told by its content. */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD})
    public DocumentOutcome attach(String number, String fileName, byte[] content) {
        return attaching.attach(current.require(), number, fileName, content);
    }

    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD})
    public DocumentOutcome detach(String number, String document) {
        return attaching.remove(current.require(), number, document);
    }

    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD, Role.AUDITOR})
    @Transactional(readOnly = true)
    public AttachedFile document(String number, String document) {
        return attaching.read(current.require(), number, document);
    }
}
