package io.jiyun.console.request.internal;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.Actor;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.QuotaEffect;
import io.jiyun.console.quota.QuotaPreview;
import io.jiyun.console.quota.RequestedChanges;
import io.jiyun.console.quota.Reservations.Reserved;
import io.jiyun.console.request.Feasibility;
import io.jiyun.console.request.Feasibility.Waiting;
import io.jiyun.console.request.RequestDetail;
import io.jiyun.console.request.RequestDraft;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.request.Step;
import io.jiyun.console.request.internal.RequestRecord.Standing;
import io.jiyun.console.workflow.Workflows;
import io.jiyun.quota.amount.Resources;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everything about a request, and what would become of one. */
@Component
public class RequestReader {
    private static final String NUMBER_TO_COME = "REQ-0000-000000";

    private final RequestTable requests;
    private final EventTable events;
    private final DocumentTable documents;
    private final Filing filing;
    private final Advancing advancing;
    private final Contents contents;
    private final Workflows workflows;
    private final RequestedChanges changes;
    private final ReservationTable reservations;
    private final EvidenceSource evidence;
    private final Clock clock;

    RequestReader(
            RequestTable requests,
            EventTable events,
            DocumentTable documents,
            Filing filing,
            Advancing advancing,
            Contents contents,
            Workflows workflows,
            RequestedChanges changes,
            ReservationTable reservations,
            EvidenceSource evidence,
            Clock clock) {
        this.requests = requests;
        this.events = events;
        this.documents = documents;
        this.filing = filing;
        this.advancing = advancing;
        this.contents = contents;
        this.workflows = workflows;
        this.changes = changes;
        this.reservations = reservations;
        this.evidence = evidence;
        this.clock = clock;
    }

    public RequestDetail detail(Actor actor, String number) {
        RequestRecord request = visible(actor, number);
        return new RequestDetail(
                request.row(),
                request.ask().content(),
                workflows.version(request.ask().type(), request.standing().workflowVersion()),
                events.of(number),
                documents.of(number),
                possible(actor, request));
    }

    /** The request, unless it is another bureau's, or a draft somebody else still writes. */
    RequestRecord visible(Actor actor, String number) {
        return Steps.visible(
                actor,
                requests.find(number)
                        .filter(one ->
                                one.standing().state() != RequestState.DRAFT
                                        || one.filer().equals(actor.username())),
                number);
    }

    private Set<Step> possible(Actor actor, RequestRecord request) {
        var approvals = events.approvals(request.number(), request.standing().round());
        RequestProcess process = advancing.process(request);
        Set<Step> possible = EnumSet.noneOf(Step.class);
        Stream.of(Step.values())
                .filter(step -> Objections.to(step, actor, request, process, approvals).isEmpty())
                .forEach(possible::add);
        return possible;
    }

    /** For a request that exists. */
    public Feasibility feasibility(Actor actor, String number) {
        RequestRecord request = visible(actor, number);
        return feasibility(request);
    }

    /** For one that is still being written. */
    public Feasibility feasibility(Actor actor, RequestDraft draft) {
        var now = clock.instant();
        return feasibility(
                new RequestRecord(
                        NUMBER_TO_COME,
                        0,
                        filing.ask(actor, draft),
                        Standing.draft(workflows.current(draft.content().type()).version()),
                        actor.username(),
                        new RequestRecord.Times(now, null, now)));
    }

    private Feasibility feasibility(RequestRecord request) {
        List<SpecViolation> violations = new ArrayList<>(filing.incomplete(request.ask()));
        boolean readable = contents.check(request.ask().content()).isEmpty();
        QuotaEffect effect = readable ? contents.effect(request.ask().content()) : null;
        if (effect == null) {
            return new Feasibility(violations, null, List.of(), List.of(), null);
        }
        String quota = request.ask().quota();
        QuotaPreview preview = changes.preview(request.number(), request.ask().target(), effect);
        violations.addAll(preview.violations());
        Evidence figures = evidence.of(quota);
        boolean ruled =
                Stream.iterate(0, index -> index + 1)
                        .limit(advancing.process(request).afterDecisions())
                        .anyMatch(index -> advancing.asksRule(request, index));
        return new Feasibility(
                violations,
                preview,
                waiting(request.number(), effect),
                recent(figures),
                ruled
                        ? Optional.of(advancing.ruling(request, effect, figures))
                                .map(EvidenceRule.Ruling::explanation)
                                .orElse(null)
                        : null);
    }

    private List<Waiting> waiting(String number, QuotaEffect effect) {
        List<Reserved> standing = reservations.standing(clock.instant());
        List<Waiting> waiting = new ArrayList<>();
        for (var pool : effect.pools()) {
            List<Reserved> others =
                    standing.stream()
                            .filter(one -> one.pool().equals(pool))
                            .filter(one -> !one.request().equals(number))
                            .toList();
            if (!others.isEmpty()) {
                waiting.add(
                        new Waiting(
                                pool,
                                others.stream().map(Reserved::resources).collect(Resources.sum()),
                                (int) others.stream().map(Reserved::request).distinct().count()));
            }
        }
        return waiting;
    }

    private static List<SpecViolation> recent(Evidence figures) {
        return figures.utilisation().isEmpty()
                ? List.of(Sentences.violation("NoRecentUse", "", "request.no-recent-use"))
                : figures.utilisation().entrySet().stream()
                        .map(one ->
                                Sentences.violation(
                                        "RecentUse",
                                        "",
                                        "request.recent-use",
                                        one.getKey(),
                                        one.getValue() + "%"))
                        .toList();
    }
}
