package io.jiyun.operator.bureauquota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.NamespaceSlice;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests of stored ledgers and reports store, and how a stale one is refused. */
final class StoredStatuses {

    /** So many pods on each namespace. */
    static BureauQuotaStatus status(long epoch, String... pods) {
        List<NamespaceSlice> slices =
                Stream.of(pods)
                        .map(count -> Map.of("pods", new Quantity(count)))
                        .map(granted ->
                                new NamespaceSlice("a", "cloud", "pool", granted, null, null))
                        .toList();
        return new BureauQuotaStatus(null, null, null, slices, null, null).stamped(epoch);
    }

    static void assertConflict(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        refusal ->
                                assertThat(refusal.getCode())
                                        .isEqualTo(HttpURLConnection.HTTP_CONFLICT));
    }

    private StoredStatuses() {}
}
