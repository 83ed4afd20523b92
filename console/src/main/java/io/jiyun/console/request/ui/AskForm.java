package io.jiyun.console.request.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.jiyun.console.quota.QuotaDetail;
import io.jiyun.console.quota.QuotaDetail.GrantLine;
import io.jiyun.console.quota.QuotaDetail.PoolQuota;
import io.jiyun.console.quota.QuotaDetail.Slice;
import io.jiyun.console.quota.QuotaDraft.NamespaceDraft;
import io.jiyun.console.request.RequestContent;
import io.jiyun.console.request.RequestContent.PoolAmount;
import io.jiyun.console.workflow.RequestType;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.tree.PoolKey;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked for, with the fields its type needs and what the bureau has beside them. */
final class AskForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Select<PoolKey> pool = new Select<>();
    private final Select<String> grant = new Select<>();
    private final Select<String> space = new Select<>();
    private final TextField name = new TextField();
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final List<AskField> amounts =
            List.of(
                    new AskField(ResourceName.REQUESTS_CPU),
                    new AskField(ResourceName.REQUESTS_MEMORY),
                    new AskField(ResourceName.REQUESTS_STORAGE),
                    new AskField(ResourceName.PODS));
    private transient List<PoolQuota> pools = List.of();
    private transient List<PoolKey> province = List.of();
    private transient List<Slice> slices = List.of();
    private RequestType type = RequestType.INCREASE;

    AskForm() {
        addClassName("ask");
        pool.setLabel(getTranslation("ask.pool"));
        pool.addClassName("whole-row");
        grant.setLabel(getTranslation("ask.grant"));
        space.setLabel(getTranslation("ask.space"));
        name.setLabel(getTranslation("ask.name"));
        name.setHelperText(getTranslation("ask.name.help"));
        from.setLabel(getTranslation("ask.from"));
        from.setHelperText(getTranslation("ask.from.help"));
        until.setLabel(getTranslation("ask.until"));
        pool.addValueChangeListener(change -> tell());
        add(grant, space, name, pool);
        amounts.forEach(this::add);
        add(from, until);
        show(type);
    }

    void show(RequestType shown) {
        type = shown;
        boolean amount =
                EnumSet.of(
                                RequestType.INCREASE,
                                RequestType.DECREASE,
                                RequestType.TEMPORARY,
                                RequestType.NAMESPACE)
                        .contains(shown);
        visible(amount, amounts.toArray(Component[]::new));
        visible(amount || shown == RequestType.RETURN, pool);
        visible(shown == RequestType.EXTENSION, grant);
        visible(shown == RequestType.EXEMPTION, space);
        visible(shown == RequestType.NAMESPACE, name);
        visible(shown == RequestType.TEMPORARY, from);
        visible(
                Set.of(RequestType.TEMPORARY, RequestType.EXTENSION, RequestType.EXEMPTION)
                        .contains(shown),
                until);
        offerPools();
    }

    /** Where a person goes on once the quota is clear. */
    void begin() {
        amounts.getFirst().focus();
    }

    /**
     * Offers what the quota has, and for more also what it could have.
     *
     * @param all the pools of the province
     */
    void offer(QuotaDetail quota, List<PoolKey> all) {
        pools = quota.pools();
        slices = quota.slices();
        province = all;
        offerPools();
        grant.setItems(
                quota.grants().stream()
                        .filter(one -> one.validUntil() != null)
                        .map(GrantLine::requestId)
                        .distinct()
                        .toList());
        space.setItems(slices.stream().map(Slice::namespace).toList());
        tell();
    }

    /** Offers the pools of the province to a bureau that has nothing yet. */
    void offerFirst(List<PoolKey> all) {
        province = all;
        offerPools();
    }

    private void offerPools() {
        Set<PoolKey> keys = new LinkedHashSet<>();
        pools.forEach(own -> keys.add(own.pool()));
        if (type != RequestType.DECREASE && type != RequestType.RETURN) {
            keys.addAll(province);
        }
        PoolKey chosen = pool.getValue();
        pool.setItems(keys);
        if (!keys.isEmpty()) {
            pool.setValue(keys.contains(chosen) ? chosen : keys.iterator().next());
        }
    }

    RequestContent content() {
        PoolKey key = pool.getValue();
        String cloud = key == null ? "" : key.cloud();
        String poolName = key == null ? "" : key.pool();
        List<PoolAmount> asked = List.of(new PoolAmount(cloud, poolName, asked()));
        return switch (type) {
            case INCREASE -> new RequestContent.Increase(asked);
            case DECREASE -> new RequestContent.Decrease(asked);
            case TEMPORARY ->
                    new RequestContent.Temporary(
                            asked, moment(from.getValue(), 0), moment(until.getValue(), 1));
            case EXTENSION ->
                    new RequestContent.Extension(
                            text(grant.getValue()), moment(until.getValue(), 1));
            case NAMESPACE ->
                    new RequestContent.Settlement(
                            new NamespaceDraft(name.getValue().strip(), cloud, poolName), asked());
            case RETURN -> new RequestContent.Return(cloud, poolName);
            case EXEMPTION ->
                    new RequestContent.Exemption(
                            cloudOf(space.getValue()), text(space.getValue()), until.getValue());
        };
    }

    void show(RequestContent content) {
        show(content.type());
        switch (content) {
            case RequestContent.Increase(var asked) -> show(asked);
            case RequestContent.Decrease(var asked) -> show(asked);
            case RequestContent.Temporary(var asked, var begins, var ends) -> {
                show(asked);
                from.setValue(day(begins, 0));
                until.setValue(day(ends, 1));
            }
            case RequestContent.Extension(String number, var ends) -> {
                grant.setValue(number);
                until.setValue(day(ends, 1));
            }
            case RequestContent.Settlement(var namespace, var resources) -> {
                name.setValue(namespace.name());
                show(List.of(new PoolAmount(namespace.cloud(), namespace.pool(), resources)));
            }
            case RequestContent.Return(String cloud, String poolName) ->
                    pool.setValue(new PoolKey(cloud, poolName));
            case RequestContent.Exemption(String _, String namespace, var last) -> {
                space.setValue(namespace);
                until.setValue(last);
            }
        }
    }

    private void show(List<PoolAmount> asked) {
        for (PoolAmount one : asked) {
            pool.setValue(new PoolKey(one.cloud(), one.pool()));
            amounts.forEach(field ->
                    field.show(one.resources().getOrDefault(field.resource().value(), "")));
        }
    }

    private Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        amounts.stream()
                .filter(field -> !field.quantity().isEmpty())
                .forEach(field -> asked.put(field.resource().value(), field.quantity()));
        return asked;
    }

    private void tell() {
        PoolQuota there =
                pools.stream()
                        .filter(one -> one.pool().equals(pool.getValue()))
                        .findFirst()
                        .orElse(null);
        amounts.forEach(field -> field.tell(there));
    }

    private String cloudOf(@Nullable String namespace) {
        return slices.stream()
                .filter(slice -> slice.namespace().equals(namespace))
                .map(slice -> slice.pool().cloud())
                .findFirst()
                .orElse("");
    }

    private static void visible(boolean visible, Component... components) {
        for (Component component : components) {
            component.setVisible(visible);
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The last day counts as a whole: the grant ends when the next one begins. */
    private static @Nullable OffsetDateTime moment(@Nullable LocalDate day, int after) {
        return day == null ? null : day.plusDays(after).atStartOfDay(SHANGHAI).toOffsetDateTime();
    }

    private static @Nullable LocalDate day(@Nullable OffsetDateTime moment, int after) {
        return moment == null
                ? null
                : moment.atZoneSameInstant(SHANGHAI).toLocalDate().minusDays(after);
    }
}
