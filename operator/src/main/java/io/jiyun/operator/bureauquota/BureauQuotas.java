package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.operator.cloud.Clouds;
import io.jiyun.operator.cloud.Whose;
import io.jiyun.quota.tree.ProvinceView;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Puts the parts of this package together. */
public final class BureauQuotas implements AutoCloseable {
    private final BureauQuotaReconciler reconciler;
    private final BureauQuotaSources sources;
    private final Reports reports;
    private final Enforcement enforcement;
    private final Convergence convergence;
    private final Turns turns;
    private final Leadership leadership;

    public BureauQuotas(
            KubernetesClient hub,
            Clouds clouds,
            Supplier<List<MemberCloud>> memberClouds,
            BureauQuotaSources sources,
            PrometheusRegistry registry,
            Clock clock) {
        Ledger ledger = new Ledger(hub);
        ProvinceView province =
                new ProvinceView(
                        memberClouds, () -> sources.all().stream().map(ledger::recorded).toList());
        reports = new Reports(hub);
        this.sources = sources;
        Survey survey = new Survey(clouds, sources::isDeclared);
        Fences fences = new Fences();
        enforcement = new Enforcement(clouds, fences);
        leadership =
                new Leadership(
                        hub,
                        found -> {
                            ledger.restart(found.ledgers());
                            reports.read(found.quotas());
                            province.restart(
                                    found.quotas().stream().map(ledger::recorded).toList(),
                                    found.version(),
                                    clock.instant());
                            fences.dropAll();
                        });
        LeadershipMetrics.register(registry, leadership);
        turns = new Turns(sources::bureauChanged, clock);
        convergence = new Convergence(sources::bureauChanged);
        StatusPace pace = new StatusPace(() -> Duration.ofNanos(System.nanoTime()));
        Reporting reporting = new Reporting(reports, pace, new QuotaMetrics(registry), sources);
        BureauQuotaRound round =
                new BureauQuotaRound(
                        leadership,
                        province,
                        survey,
                        ledger,
                        reporting,
                        enforcement,
                        fences,
                        convergence,
                        turns,
                        sources,
                        clock);
        Departure departure =
                new Departure(
                        leadership,
                        survey,
                        enforcement,
                        ledger,
                        reporting,
                        province,
                        turns,
                        sources,
                        clock);
        reconciler = new BureauQuotaReconciler(round, departure, sources);
    }

    public BureauQuotaReconciler reconciler() {
        return reconciler;
    }

    /** A cloud refused something and left no event of it. */
    public void refusedWithoutTrace(String cloud, Whose whose) {
        turns.refused(cloud, whose);
    }

    /** Whether this process gives out quota, as far as it knows. */
    public boolean isLeading() {
        return leadership.state() == Leadership.State.LEADING;
    }

    /** Whether the watch of BureauQuotas has not shown for long what this process has stored. */
    public boolean isBlind() {
        return reports.isBlind(sources.all());
    }

    @Override
    public void close() {
        convergence.close();
        enforcement.close();
    }
}
