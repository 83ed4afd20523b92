package io.jiyun.quota.amount;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Amounts by resource name, sorted. A name that is absent is <em>not mentioned</em>: read as zero
 * where something is used or asked, and as unlimited where something is allowed; each method says
 * which. Immutable.
 */
public final class Resources {
    private static final Resources NONE = new Resources(new TreeMap<>());

    private final SortedMap<ResourceName, Amount> amounts;

    private Resources(SortedMap<ResourceName, Amount> amounts) {
        this.amounts = Collections.unmodifiableSortedMap(amounts);
    }

    public static Resources none() {
        return NONE;
    }

    /**
     * Takes the amounts as they are.
     *
     * @throws IllegalArgumentException when an amount has not the unit of its name
     */
    public static Resources of(Map<ResourceName, ? extends Amount> amounts) {
        amounts.forEach((name, amount) -> {
            if (name.unit() != amount.unit()) {
                throw new IllegalArgumentException(name + " is not counted in " + amount.unit());
            }
        });
        return new Resources(new TreeMap<>(amounts));
    }

    public static Collector<Resources, ?, Resources> sum() {
        return Collectors.reducing(NONE, Resources::plus);
    }

    public Set<ResourceName> names() {
        return amounts.keySet();
    }

    public SortedMap<ResourceName, Amount> asMap() {
        return amounts;
    }

    public boolean isEmpty() {
        return amounts.isEmpty();
    }

    public boolean mentions(ResourceName name) {
        return amounts.containsKey(name);
    }

    /** The amount, or null where the name is not mentioned. */
    public @Nullable Amount get(ResourceName name) {
        return amounts.get(name);
    }

    /** The amount, or zero where the name is not mentioned. */
    public Amount orZero(ResourceName name) {
        Amount amount = amounts.get(name);
        return amount == null ? Amount.zero(name.unit()) : amount;
    }

    public Resources with(ResourceName name, Amount amount) {
        Map<ResourceName, Amount> changed = new TreeMap<>(amounts);
        changed.put(name, amount);
        return of(changed);
    }

    /** The amounts of {@code other}, and of this where {@code other} does not mention the name. */
    public Resources overlaidWith(Resources other) {
        SortedMap<ResourceName, Amount> overlaid = new TreeMap<>(amounts);
        overlaid.putAll(other.amounts);
        return new Resources(overlaid);
    }

    /** Only what {@code names} mentions. */
    public Resources onlyOf(Set<ResourceName> names) {
        SortedMap<ResourceName, Amount> kept = new TreeMap<>(amounts);
        kept.keySet().retainAll(names);
        return new Resources(kept);
    }

    /** Whether there is nothing of anything. */
    public boolean isZero() {
        return amounts.values().stream().allMatch(Amount::isZero);
    }

    /** The same names, each with zero. */
    public Resources zeroed() {
        SortedMap<ResourceName, Amount> zeros = new TreeMap<>();
        names().forEach(name -> zeros.put(name, Amount.zero(name.unit())));
        return new Resources(zeros);
    }

    /** The sum over the names of both; absent is zero. */
    public Resources plus(Resources other) {
        return combine(other, Amount::plus);
    }

    /** The larger of both per name; absent is zero. */
    public Resources largerOf(Resources other) {
        return combine(other, Amount::largerOf);
    }

    /** This less {@code other}, for the names of this; never below zero. */
    public Resources minusToZero(Resources other) {
        SortedMap<ResourceName, Amount> rest = new TreeMap<>();
        amounts.forEach((name, amount) -> rest.put(name, amount.minusToZero(other.orZero(name))));
        return new Resources(rest);
    }

    /** Each amount cut to {@code limits}; a name the limits do not mention is not cut. */
    public Resources cutTo(Resources limits) {
        SortedMap<ResourceName, Amount> cut = new TreeMap<>();
        amounts.forEach((name, amount) -> {
            Amount limit = limits.get(name);
            cut.put(name, limit == null ? amount : amount.smallerOf(limit));
        });
        return new Resources(cut);
    }

    /** Whether nothing exceeds {@code limits}; a name the limits do not mention is unlimited. */
    public boolean fitsWithin(Resources limits) {
        return excessOver(limits).isEmpty();
    }

    /** Whether every name of {@code needs} is mentioned here with at least that much. */
    public boolean covers(Resources needs) {
        return needs.amounts.entrySet().stream()
                .noneMatch(need -> need.getValue().exceeds(orZero(need.getKey())));
    }

    /** By how much this exceeds {@code limits}, naming only what does; unmentioned is unlimited. */
    public Resources excessOver(Resources limits) {
        SortedMap<ResourceName, Amount> excess = new TreeMap<>();
        amounts.forEach((name, amount) -> {
            Amount limit = limits.get(name);
            if (limit != null && amount.exceeds(limit)) {
                excess.put(name, amount.minusToZero(limit));
            }
        });
        return new Resources(excess);
    }

    /** Quantities as text, by name. */
    public SortedMap<String, String> print() {
        SortedMap<String, String> text = new TreeMap<>();
        amounts.forEach((name, amount) -> text.put(name.value(), amount.print()));
        return text;
    }

    private Resources combine(Resources other, BinaryOperator<Amount> both) {
        SortedMap<ResourceName, Amount> combined = new TreeMap<>(amounts);
        other.amounts.forEach((name, amount) -> combined.merge(name, amount, both));
        return new Resources(combined);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Resources resources && amounts.equals(resources.amounts);
    }

    @Override
    public int hashCode() {
        return amounts.hashCode();
    }

    @Override
    public String toString() {
        return amounts.toString();
    }
}
