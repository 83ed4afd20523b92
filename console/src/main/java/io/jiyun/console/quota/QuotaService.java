package io.jiyun.console.quota;

import io.jiyun.console.access.Actor;
import io.jiyun.console.access.AllowedTo;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.quota.internal.ChangeTable;
import io.jiyun.console.quota.internal.ChangeTable.Change;
import io.jiyun.console.quota.internal.Deciding;
import io.jiyun.console.quota.internal.DetailReader;
import io.jiyun.console.quota.internal.Drafts;
import io.jiyun.console.quota.internal.Previewing;
import io.jiyun.console.quota.internal.QuotaReader;
import io.jiyun.console.quota.internal.SliceHistoryTable;
import io.jiyun.console.quota.internal.Speculating;
import io.jiyun.console.quota.internal.StoredQuota;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Quota of bureaus. People of a bureau find only what belongs to it; only the cloud administrator
 * changes anything.
 */
@Service
public class QuotaService {
    private final QuotaReader reader;
    private final DetailReader details;
    private final Previewing previewing;
    private final Deciding deciding;
    private final ChangeTable changes;
    private final SliceHistoryTable slices;
    private final Speculating speculating;
    private final CurrentActor current;

    QuotaService(
            QuotaReader reader,
            DetailReader details,
            Previewing previewing,
            Deciding deciding,
            ChangeTable changes,
            SliceHistoryTable slices,
            Speculating speculating,
            CurrentActor current) {
        this.reader = reader;
        this.details = details;
        this.previewing = previewing;
        this.deciding = deciding;
        this.changes = changes;
        this.slices = slices;
        this.speculating = speculating;
        this.current = current;
    }

    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD, Role.FINANCE, Role.AUDITOR})
    @Transactional(readOnly = true)
    public List<QuotaRow> page(QuotaFilter filter, QuotaSort sort, int offset, int limit) {
        return reader.rows(onlyBureau(), filter)
                .sorted(QuotaReader.order(sort))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD, Role.FINANCE, Role.AUDITOR})
    @Transactional(readOnly = true)
    public long count(QuotaFilter filter) {
        return reader.rows(onlyBureau(), filter).count();
    }

    /**
     * Everything about one quota.
     *
     * @throws QuotaNotFound when there is none of that name that the caller may see
     */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD, Role.FINANCE, Role.AUDITOR})
    @Transactional(readOnly = true)
    public QuotaDetail detail(String name) {
        return details.detail(visible(name), current.require());
    }

    /**
     * The quota as an edit starts from it, for those who may change it.
     *
     * @throws QuotaNotFound when there is none of that name
     */
    @AllowedTo(Role.CLOUD_ADMIN)
    @Transactional(readOnly = true)
    public QuotaDetail edit(String name) {
        return details.detail(visible(name), current.require());
    }

    /** Changes made by people, newest first. */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD, Role.FINANCE, Role.AUDITOR})
    @Transactional(readOnly = true)
    public List<QuotaChangeLine> history(String name) {
        visible(name);
        return changes.of(name).stream().map(QuotaService::line).toList();
    }

    /** The quotas above and below it that the caller may see. */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD, Role.FINANCE, Role.AUDITOR})
    @Transactional(readOnly = true)
    public QuotaFamily family(String name) {
        visible(name);
        return details.family(name, reader.rows(onlyBureau(), QuotaFilter.ALL).toList());
    }

    /** How its slices moved in the last two weeks, oldest first. */
    @AllowedTo({Role.CLOUD_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_HEAD, Role.FINANCE, Role.AUDITOR})
    @Transactional(readOnly = true)
    public List<SliceMove> movement(String name) {
        visible(name);
        return slices.of(name);
    }

    /** What giving the bureau more would do, and who holds the pool; nothing is stored. */
    @AllowedTo(Role.CLOUD_ADMIN)
    @Transactional(readOnly = true)
    public WhatIf whatIf(String name, WhatIf.Question question) {
        visible(name);
        return speculating.answer(name, question);
    }

    /** What changing the quota to the draft would do. */
    @AllowedTo(Role.CLOUD_ADMIN)
    @Transactional(readOnly = true)
    public QuotaPreview preview(String name, QuotaDraft draft) {
        return previewing.judge(name, visible(name), draft);
    }

    /** What creating the quota would do. */
    @AllowedTo(Role.CLOUD_ADMIN)
    @Transactional(readOnly = true)
    public QuotaPreview previewNew(String name, QuotaDraft draft) {
        return previewing.judge(name, reader.find(name).orElse(null), draft);
    }

    @AllowedTo(Role.CLOUD_ADMIN)
    public Decision submit(String name, QuotaDraft draft, Submission submission) {
        return deciding.change(current.require(), name, draft, submission);
    }

    @AllowedTo(Role.CLOUD_ADMIN)
    public Decision create(String name, QuotaDraft draft, Submission submission) {
        return deciding.create(current.require(), name, draft, submission);
    }

    private StoredQuota visible(String name) {
        Actor actor = current.require();
        return reader.find(name)
                .filter(quota -> actor.maySee(quota.bureauCode()))
                .orElseThrow(() -> new QuotaNotFound(name));
    }

    private @Nullable String onlyBureau() {
        Actor actor = current.require();
        return actor.role().ofBureau() ? String.valueOf(actor.bureauCode()) : null;
    }

    private static QuotaChangeLine line(Change change) {
        return new QuotaChangeLine(
                change.id(),
                change.quota(),
                change.version(),
                change.kind(),
                change.actor(),
                change.at(),
                change.reason(),
                change.before() == null ? null : Drafts.of(change.before()),
                Drafts.of(change.after()));
    }
}
