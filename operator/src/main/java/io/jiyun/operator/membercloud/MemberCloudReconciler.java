package io.jiyun.operator.membercloud;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.MemberCloudStatus;
import io.jiyun.operator.cloud.Clouds;
import io.jiyun.operator.cloud.Reachability;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reports on a cloud: whether it answers, what its pools have, and what of that is given out. */
@ControllerConfiguration(name = "membercloud")
public final class MemberCloudReconciler implements Reconciler<MemberCloud> {
    private static final Duration GAP = Duration.ofMillis(700);
    private static final Duration AFTER_CONFLICT = Duration.ofMillis(50);
    private static final Duration CONNECTION_AGAIN = Duration.ofSeconds(20);

    private final Clouds clouds;
    private final Consumer<String> connect;
    private final Supplier<List<BureauQuota>> bureaus;
    private final Clock clock;
    private final SimpleInboundEventSource<MemberCloud> inbound =
            new SimpleInboundEventSource<>("bureaus-and-clouds");
    private final Map<String, Long> lastRun = new ConcurrentHashMap<>();

    /**
     * @param connect has a cloud connected as it is declared now
     */
    public MemberCloudReconciler(
            Clouds clouds,
            Consumer<String> connect,
            Supplier<List<BureauQuota>> bureaus,
            Clock clock) {
        this.clouds = clouds;
        this.connect = connect;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    @Override
    public List<EventSource<?, MemberCloud>> prepareEventSources(
            EventSourceContext<MemberCloud> context) {
        return List.of(inbound);
    }

    /** Has the sums of a cloud made anew, a little later where they were made just now. */
    public void touch(String cloud) {
        inbound.propagateEvent(new ResourceID(cloud));
    }

    @Override
    public UpdateControl<MemberCloud> reconcile(MemberCloud cloud, Context<MemberCloud> context) {
        String name = cloud.getMetadata().getName();
        long now = System.nanoTime();
        Long before = lastRun.get(name);
        if (before != null && now - before < GAP.toNanos()) {
            return UpdateControl.<MemberCloud>noUpdate()
                    .rescheduleAfter(Duration.ofNanos(GAP.toNanos() - (now - before)));
        }
        lastRun.put(name, now);
        connect.accept(name);
        if (cloud.getStatus() != null && clouds.isBeingConnected(name)) {
            lastRun.remove(name);
            return UpdateControl.noUpdate(); // its first answer calls again, and is told at once
        }
        MemberCloudStatus status = new PoolReport(clouds, bureaus.get(), clock.instant()).on(cloud);
        if (!status.equals(cloud.getStatus()) && !store(cloud, status, context)) {
            lastRun.remove(name);
            return UpdateControl.<MemberCloud>noUpdate().rescheduleAfter(AFTER_CONFLICT);
        }
        UpdateControl<MemberCloud> done = UpdateControl.noUpdate();
        return clouds.reachability(name) instanceof Reachability.Misconfigured
                ? done.rescheduleAfter(CONNECTION_AGAIN) // its Secret may be mended meanwhile
                : done;
    }

    private static boolean store(
            MemberCloud cloud, MemberCloudStatus status, Context<MemberCloud> context) {
        MemberCloud changed = new MemberCloud();
        changed.setMetadata(cloud.getMetadata());
        changed.setSpec(cloud.getSpec());
        changed.setStatus(status);
        try {
            context.getClient().resource(changed).updateStatus();
            return true;
        } catch (KubernetesClientException refusal) {
            if (refusal.getCode() == HttpURLConnection.HTTP_CONFLICT
                    || refusal.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return false;
            }
            throw refusal;
        }
    }
}
