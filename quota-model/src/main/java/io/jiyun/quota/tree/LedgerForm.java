package io.jiyun.quota.tree;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.NamespaceSlice;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.QuotaLedger;
import io.jiyun.api.v1alpha1.QuotaLedgerSpec;
import io.jiyun.api.v1alpha1.QuotaLedgerSpec.LedgerPool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a ledger is stored, one line of text for each namespace. What it does not
 * record (conditions, confirmed limits, explanations) is no part of the ledger.
 */
public final class LedgerForm {
    private static final String NONE = "-";
    private static final String GRANTED = "granted=";
    private static final String LIMIT = "limit=";
    private static final String USED = "used=";

    /** The part of a status that is the ledger, as it is stored. */
    public static QuotaLedgerSpec write(String bureauQuotaUid, BureauQuotaStatus status) {
        List<NamespaceSlice> slices = status.namespacesOrEmpty();
        List<String> resources = resources(slices);
        return new QuotaLedgerSpec(
                bureauQuotaUid,
                status.epoch(),
                status.admittedUnder(),
                status.poolsOrEmpty().stream()
                        .map(it -> new LedgerPool(it.cloud(), it.pool(), it.hard(), it.granted()))
                        .toList(),
                status.loans(),
                resources,
                slices.stream().map(slice -> line(slice, resources)).toList());
    }

    /**
     * The ledger as a status records it.
     *
     * @throws IllegalStateException where a line is not of this form, which only somebody else than
     *     the operator can have written
     */
    public static BureauQuotaStatus read(QuotaLedger ledger) {
        QuotaLedgerSpec spec = ledger.getSpec();
        String name = ledger.getMetadata().getName();
        return new BureauQuotaStatus(
                null,
                null,
                spec.poolsOrEmpty().stream().map(LedgerForm::pool).toList(),
                spec.entriesOrEmpty().stream()
                        .map(line -> slice(name, line, spec.resourcesOrEmpty()))
                        .toList(),
                null,
                null,
                spec.admittedUnder(),
                spec.epoch(),
                spec.loans(),
                null,
                Long.valueOf(ledger.getMetadata().getResourceVersion()));
    }

    private static PoolUsage pool(LedgerPool pool) {
        return new PoolUsage(
                pool.cloud(), pool.pool(), pool.hard(), pool.granted(), null, null, null, null);
    }

    private static List<String> resources(List<NamespaceSlice> slices) {
        SortedSet<String> names = new TreeSet<>();
        slices.stream()
                .flatMap(slice -> Stream.of(slice.granted(), slice.limit(), slice.used()))
                .forEach(amounts -> {
                    if (amounts != null) {
                        names.addAll(amounts.keySet());
                    }
                });
        return List.copyOf(names);
    }

    private static String line(NamespaceSlice slice, List<String> resources) {
        String pool = slice.pool();
        StringJoiner line = new StringJoiner(" ");
        line.add(slice.cloud()).add(pool == null ? NONE : pool).add(slice.name());
        add(line, GRANTED, slice.granted(), resources);
        add(line, LIMIT, slice.limit(), resources);
        add(line, USED, slice.used(), resources);
        return line.toString();
    }

    private static void add(
            StringJoiner line,
            String what,
            @Nullable Map<String, Quantity> amounts,
            List<String> resources) {
        if (amounts != null) {
            StringJoiner texts = new StringJoiner(",", what, "");
            resources.forEach(name -> texts.add(text(amounts.get(name))));
            line.add(texts.toString());
        }
    }

    private static String text(@Nullable Quantity amount) {
        return amount == null ? NONE : amount.toString();
    }

    private static NamespaceSlice slice(String ledger, String line, List<String> resources) {
        String[] words = line.split(" ", -1);
        if (words.length < 3) {
            throw unreadable(ledger, line);
        }
        Map<String, Map<String, Quantity>> amounts = new LinkedHashMap<>();
        for (int index = 3; index < words.length; index++) {
            String word = words[index];
            String what = word.substring(0, word.indexOf('=') + 1);
            String[] texts = word.substring(what.length()).split(",", -1);
            boolean known = what.equals(GRANTED) || what.equals(LIMIT) || what.equals(USED);
            boolean complete = texts.length == Math.max(1, resources.size());
            if (!known || !complete || amounts.put(what, amounts(texts, resources)) != null) {
                throw unreadable(ledger, line);
            }
        }
        return new NamespaceSlice(
                words[2],
                words[0],
                words[1].equals(NONE) ? null : words[1],
                amounts.get(GRANTED),
                amounts.get(LIMIT),
                null,
                amounts.get(USED));
    }

    private static Map<String, Quantity> amounts(String[] texts, List<String> resources) {
        Map<String, Quantity> amounts = new LinkedHashMap<>();
        for (int index = 0; index < resources.size(); index++) {
            if (!texts[index].equals(NONE)) {
                amounts.put(resources.get(index), Quantity.parse(texts[index]));
            }
        }
        return amounts;
    }

    private static IllegalStateException unreadable(String ledger, String line) {
        return new IllegalStateException(
                "QuotaLedger " + ledger + " has a line that cannot be read: " + line);
    }

    private LedgerForm() {}
}
