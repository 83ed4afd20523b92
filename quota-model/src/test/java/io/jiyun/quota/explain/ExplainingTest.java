package io.jiyun.quota.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.Explanation;
import io.jiyun.api.v1alpha1.Explanation.Approver;
import io.jiyun.api.v1alpha1.Explanation.Holder;
import io.jiyun.api.v1alpha1.Explanation.Level;
import io.jiyun.quota.amount.Count;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.explain.NamespaceFacts.Hindrance;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.Admission;
import io.jiyun.quota.tree.Borrowing;
import io.jiyun.quota.tree.Declarations;
import io.jiyun.quota.tree.PoolKey;
import io.jiyun.quota.tree.Province;
import io.jiyun.quota.tree.ProvinceView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExplainingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final PoolKey POOL = new PoolKey(Declarations.CLOUD, Declarations.POOL);

    @Test
    void nothingIsSaidWhileNobodyLacksAnything() {
        assertThat(explain(10, namespace("a", 6, 3), namespace("b", 4, 3))).isEmpty();
    }

    @Test
    void aUsedUpQuotaNamesTheLargestNamespacesAndWhoCanGiveMore() {
        Explanation said =
                only(
                        explain(
                                10,
                                namespace("a", 1, 1),
                                namespace("b", 6, 6),
                                namespace("c", 2, 2),
                                namespace("d", 1, 1)));
        assertThat(said.code()).isEqualTo("QuotaUsedUp");
        assertThat(said.level()).isEqualTo(Level.BUREAU);
        assertThat(said.holders()).extracting(Holder::name).containsExactly("b", "c", "a");
        assertThat(said.holders().getFirst().amount().toString()).isEqualTo("6");
        assertThat(said.approvers())
                .containsExactly(Approver.BUREAU_HEAD, Approver.CLOUD_ADMINISTRATOR);
        assertThat(said.zh()).contains("配额 10 已全部用完");
        assertThat(said.en()).contains("is used up");
    }

    @Test
    void aRefusalWithinTheQuotaNamesTheSiblingsThatHoldTheRoom() {
        Explanation said = only(explain(10, refused("a", 4, 4, 3), namespace("b", 6, 2)));
        assertThat(said.level()).isEqualTo(Level.SIBLINGS);
        assertThat(said.namespace()).isEqualTo("a");
        assertThat(said.holders()).containsExactly(holder(Holder.Kind.NAMESPACE, "b", 4));
        assertThat(said.approvers()).isEmpty();
    }

    @Test
    void aRefusalBeyondTheQuotaIsSaidOnceWithWhatIsUsed() {
        Explanation said = only(explain(10, refused("a", 6, 6, 3), namespace("b", 4, 4)));
        assertThat(said.code()).isEqualTo("QuotaShort");
        assertThat(said.zh()).contains("还需要 3 的 pods").contains("配额 10 已用 10");
    }

    @Test
    void aNamespaceAtItsMaximumIsToldItsMaximum() {
        NamespaceFacts at =
                new NamespaceFacts(POOL, "a", pods(5), pods(5), pods(5), pods(2), Hindrance.NONE);
        assertThat(only(explain(10, at)).level()).isEqualTo(Level.NAMESPACE);
    }

    @Test
    void useAboveTheQuotaIsSaidWithWhoUsesIt() {
        Explanation said = only(explain(5, namespace("a", 7, 7)));
        assertThat(said.code()).isEqualTo("QuotaExceeded");
        assertThat(said.holders()).containsExactly(holder(Holder.Kind.NAMESPACE, "a", 7));
    }

    @Test
    void eachCloudThatKeepsNamespacesWaitingIsNamedOnce() {
        NamespaceFacts silent = hindered("a", Hindrance.CLOUD_SILENT);
        NamespaceFacts alsoSilent = hindered("b", Hindrance.CLOUD_SILENT);
        assertThat(only(explain(10, silent, alsoSilent)).zh()).contains("2 个命名空间");

        NamespaceFacts waiting = hindered("a", Hindrance.UNCONFIRMED);
        assertThat(only(explain(10, waiting)).level()).isEqualTo(Level.CONFIRMATION);
        Explanation dead =
                only(
                        Explaining.of(
                                situation(
                                        10,
                                        new TreeMap<>(Map.of(Declarations.CLOUD, NOW)),
                                        waiting)));
        assertThat(dead.level()).isEqualTo(Level.QUOTA_CONTROLLER);
        assertThat(dead.en()).contains("since 2026-03-01T00:00:00Z");
    }

    @Test
    void aPoolThatIsGivenOutNamesTheBureausThatHoldIt() {
        BureauQuota large = Declarations.bureau("large").grant("60").admittedTo("60").build();
        BureauQuota small = Declarations.bureau("small").grant("30").admittedTo("30").build();
        BureauQuota asking = Declarations.bureau("asking").grant("20").build();

        Explanation said = only(refusal(asking, large, small, asking));
        assertThat(said.level()).isEqualTo(Level.POOL);
        assertThat(said.holders()).extracting(Holder::name).containsExactly("large", "small");
        assertThat(said.approvers()).containsExactly(Approver.CLOUD_ADMINISTRATOR);
    }

    @Test
    void aParentThatIsGivenOutNamesItsChildrenAndItsOwnNamespaces() {
        BureauQuota parent =
                Declarations.bureau("parent").grant("50").admittedTo("50", "10").build();
        BureauQuota sibling =
                Declarations.bureau("sibling").under("parent").grant("30").admittedTo("30").build();
        BureauQuota asking = Declarations.bureau("asking").under("parent").grant("15").build();

        Explanation said = only(refusal(asking, parent, sibling, asking));
        assertThat(said.code()).isEqualTo("WaitsForParent");
        assertThat(said.holders()).extracting(Holder::name).containsExactly("sibling", "parent");
        assertThat(said.approvers())
                .containsExactly(Approver.PARENT_HEAD, Approver.CLOUD_ADMINISTRATOR);
    }

    @Test
    void howeverMuchIsShortTheAccountStaysShort() {
        NamespaceFacts[] many = new NamespaceFacts[40];
        for (int index = 0; index < many.length; index++) {
            many[index] = refused("n" + index, 1, 1, 5);
        }
        assertThat(explain(40, many)).hasSize(Explanation.MOST).isEqualTo(explain(40, many));
    }

    private static List<Explanation> refusal(BureauQuota asking, BureauQuota... quotas) {
        List<BureauQuota> all = List.of(quotas);
        all.forEach(quota -> quota.getMetadata().setResourceVersion("1"));
        ProvinceView view =
                new ProvinceView(
                        () -> List.of(Declarations.cloud(Map.of("cpu", "100"), Map.of("cpu", "1"))),
                        () -> all);
        Admission admission = view.admit(asking, NOW);
        return Explaining.of(
                new Situation(
                        asking.getMetadata().getName(),
                        admission,
                        List.of(),
                        new TreeMap<>(),
                        () -> view.picture(NOW)));
    }

    private static Explanation only(List<Explanation> explanations) {
        assertThat(explanations).hasSize(1);
        return explanations.getFirst();
    }

    private static List<Explanation> explain(long hard, NamespaceFacts... namespaces) {
        return Explaining.of(situation(hard, new TreeMap<>(), namespaces));
    }

    private static Situation situation(
            long hard, SortedMap<String, Instant> silent, NamespaceFacts... namespaces) {
        TreeMap<PoolKey, Resources> quota = new TreeMap<>(Map.of(POOL, pods(hard)));
        return new Situation(
                "bureau",
                new Admission(new Violations(), quota, quota, "", Borrowing.NONE, new TreeMap<>()),
                new ArrayList<>(List.of(namespaces)),
                silent,
                () -> Province.of(List.of(), List.of(), NOW));
    }

    private static Holder holder(Holder.Kind kind, String name, long amount) {
        return new Holder(kind, name, new Quantity(Long.toString(amount)));
    }

    private static NamespaceFacts namespace(String name, long granted, long used) {
        return refused(name, granted, used, 0);
    }

    private static NamespaceFacts refused(String name, long granted, long used, long refused) {
        return new NamespaceFacts(
                POOL,
                name,
                Resources.none(),
                pods(granted),
                pods(used),
                pods(refused),
                Hindrance.NONE);
    }

    private static NamespaceFacts hindered(String name, Hindrance hindrance) {
        return new NamespaceFacts(
                POOL, name, Resources.none(), pods(2), pods(0), pods(0), hindrance);
    }

    private static Resources pods(long amount) {
        return Resources.of(Map.of(ResourceName.PODS, new Count(amount)));
    }
}
