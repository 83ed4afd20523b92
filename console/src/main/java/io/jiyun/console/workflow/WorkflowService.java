package io.jiyun.console.workflow;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.AllowedTo;
import io.jiyun.console.access.AnySignedIn;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.audit.AuditAction;
import io.jiyun.console.audit.AuditTrail;
import io.jiyun.console.workflow.internal.WorkflowTable;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Workflows: everybody may know the way a request takes; the security administrator sets it. */
@Service
public class WorkflowService {
    private final WorkflowTable table;
    private final AuditTrail audit;
    private final CurrentActor current;

    WorkflowService(WorkflowTable table, AuditTrail audit, CurrentActor current) {
        this.table = table;
        this.audit = audit;
        this.current = current;
    }

    /** The version in force of every type. */
    @AnySignedIn
    @Transactional(readOnly = true)
    public List<Workflow> all() {
        return Stream.of(RequestType.values()).map(table::current).toList();
    }

    @AnySignedIn
    @Transactional(readOnly = true)
    public Workflow current(RequestType type) {
        return table.current(type);
    }

    /** Every version of a type, newest first. */
    @AnySignedIn
    @Transactional(readOnly = true)
    public List<Workflow> history(RequestType type) {
        return table.history(type);
    }

    /** Everything that is wrong with an edit. */
    @AllowedTo(Role.SECURITY_ADMIN)
    public List<SpecViolation> check(WorkflowDraft draft) {
        return WorkflowRules.check(draft);
    }

    /** Saves the draft as a new version; requests that run keep theirs. */
    @AllowedTo(Role.SECURITY_ADMIN)
    @Transactional
    public WorkflowSaved save(RequestType type, WorkflowDraft draft, int expectedVersion) {
        table.lock(type);
        Workflow before = table.current(type);
        if (before.version() != expectedVersion) {
            return new WorkflowSaved.Stale(before.version());
        }
        List<SpecViolation> violations = WorkflowRules.check(draft);
        if (!violations.isEmpty()) {
            return new WorkflowSaved.Refused(violations);
        }
        var actor = current.require();
        int version = before.version() + 1;
        table.insert(type, version, draft, actor.username());
        audit.append(
                actor,
                AuditAction.WORKFLOW_SAVE,
                "workflow/" + type + " " + version,
                table.print(before.definition()),
                table.print(draft));
        return new WorkflowSaved.Saved(version);
    }
}
