package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.JiyunApi;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** Brings the clouds to what a BureauQuota declares, round by round. */
@ControllerConfiguration(name = "bureauquota", finalizerName = JiyunApi.FINALIZER)
public final class BureauQuotaReconciler implements Reconciler<BureauQuota>, Cleaner<BureauQuota> {
    private static final Duration AFTER_CONFLICT = Duration.ofMillis(30);

    private final BureauQuotaRound round;
    private final Departure departure;
    private final BureauQuotaSources sources;

    BureauQuotaReconciler(BureauQuotaRound round, Departure departure, BureauQuotaSources sources) {
        this.round = round;
        this.departure = departure;
        this.sources = sources;
    }

    @Override
    public List<EventSource<?, BureauQuota>> prepareEventSources(
            EventSourceContext<BureauQuota> context) {
        return sources.prepare(context);
    }

    @Override
    public UpdateControl<BureauQuota> reconcile(BureauQuota seen, Context<BureauQuota> context) {
        Optional<Duration> next = again(() -> round.run(seen));
        UpdateControl<BureauQuota> done = UpdateControl.noUpdate();
        return next.map(done::rescheduleAfter).orElse(done);
    }

    @Override
    public DeleteControl cleanup(BureauQuota seen, Context<BureauQuota> context) {
        Optional<Duration> wait = again(() -> departure.run(seen));
        return wait.map(it -> DeleteControl.noFinalizerRemoval().rescheduleAfter(it.toMillis()))
                .orElseGet(DeleteControl::defaultDelete);
    }

    /**
     * A refused compare-and-swap is no fault: somebody knew more, so decide again. Nor is it one
     * when the operator is stopped; the next one takes the bureau up.
     */
    private static Optional<Duration> again(Supplier<Optional<Duration>> work) {
        try {
            return work.get();
        } catch (CancellationException stopped) {
            return Optional.of(AFTER_CONFLICT);
        } catch (KubernetesClientException refusal) {
            if (refusal.getCode() == HttpURLConnection.HTTP_CONFLICT) {
                return Optional.of(AFTER_CONFLICT);
            }
            throw refusal;
        }
    }
}
