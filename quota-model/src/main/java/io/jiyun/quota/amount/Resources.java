package io.jiyun.quota.amount;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Amounts by resource name, sorted. A name that is absent is <em>not mentioned</em>: read as zero
 * where something is used or asked, and as unlimited where something is allowed; each method says
 * which. Immutable.
 *
 * <p>Two arrays rather than a map: a bureau of a thousand namespaces has tens of thousands of these
 * worked out in each round, nearly all of them with the same few names.
 */
public final class Resources {
    private static final Resources NONE = new Resources(new ResourceName[0], new Amount[0]);

    private final ResourceName[] names;
    private final Amount[] amounts;

    private Resources(ResourceName[] names, Amount[] amounts) {
        this.names = names;
        this.amounts = amounts;
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
        return ofSorted(new TreeMap<>(amounts));
    }

    private static Resources ofSorted(SortedMap<ResourceName, Amount> sorted) {
        return sorted.isEmpty()
                ? NONE
                : new Resources(
                        sorted.keySet().toArray(ResourceName[]::new),
                        sorted.values().toArray(Amount[]::new));
    }

    public static Collector<Resources, ?, Resources> sum() {
        return Collectors.reducing(NONE, Resources::plus);
    }

    public Set<ResourceName> names() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(names)));
    }

    /** A copy, sorted by name. */
    public SortedMap<ResourceName, Amount> asMap() {
        SortedMap<ResourceName, Amount> map = new TreeMap<>();
        for (int index = 0; index < names.length; index++) {
            map.put(names[index], amounts[index]);
        }
        return map;
    }

    public boolean isEmpty() {
        return names.length == 0;
    }

    public boolean mentions(ResourceName name) {
        return indexOf(name) >= 0;
    }

    /** Whether every name of {@code other} is mentioned. */
    public boolean mentionsAllOf(Resources other) {
        return hasNamesOf(other) || Arrays.stream(other.names).allMatch(this::mentions);
    }

    /** The amount, or null where the name is not mentioned. */
    public @Nullable Amount get(ResourceName name) {
        int index = indexOf(name);
        return index < 0 ? null : amounts[index];
    }

    /** The amount, or zero where the name is not mentioned. */
    public Amount orZero(ResourceName name) {
        int index = indexOf(name);
        return index < 0 ? Amount.zero(name.unit()) : amounts[index];
    }

    public Resources with(ResourceName name, Amount amount) {
        SortedMap<ResourceName, Amount> changed = asMap();
        changed.put(name, amount);
        return of(changed);
    }

    /** The amounts of {@code other}, and of this where {@code other} does not mention the name. */
    public Resources overlaidWith(Resources other) {
        return other.hasNamesOf(this) ? other : combine(other, (_, over) -> over);
    }

    /** Only what {@code names} mentions. */
    public Resources onlyOf(Set<ResourceName> kept) {
        return only(kept::contains);
    }

    /** Only what {@code other} mentions. */
    public Resources onlyOf(Resources other) {
        return hasNamesOf(other) ? this : only(other::mentions);
    }

    private Resources only(Predicate<ResourceName> kept) {
        int[] indexes =
                IntStream.range(0, names.length).filter(it -> kept.test(names[it])).toArray();
        if (indexes.length == names.length) {
            return this;
        }
        ResourceName[] fewer = new ResourceName[indexes.length];
        Amount[] theirs = new Amount[indexes.length];
        for (int index = 0; index < indexes.length; index++) {
            fewer[index] = names[indexes[index]];
            theirs[index] = amounts[indexes[index]];
        }
        return new Resources(fewer, theirs);
    }

    /** Whether there is nothing of anything. */
    public boolean isZero() {
        for (Amount amount : amounts) {
            if (!amount.isZero()) {
                return false;
            }
        }
        return true;
    }

    /** The same names, each with zero. */
    public Resources zeroed() {
        return each(index -> Amount.zero(names[index].unit()));
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
        return each(index -> {
            Amount less = other.get(names[index]);
            return less == null ? amounts[index] : amounts[index].minusToZero(less);
        });
    }

    /** Each amount cut to {@code limits}; a name the limits do not mention is not cut. */
    public Resources cutTo(Resources limits) {
        return each(index -> {
            Amount limit = limits.get(names[index]);
            return limit == null ? amounts[index] : amounts[index].smallerOf(limit);
        });
    }

    /** Whether nothing exceeds {@code limits}; a name the limits do not mention is unlimited. */
    public boolean fitsWithin(Resources limits) {
        return excessOver(limits).isEmpty();
    }

    /** Whether every name of {@code needs} is mentioned here with at least that much. */
    public boolean covers(Resources needs) {
        for (int index = 0; index < needs.names.length; index++) {
            Amount need = needs.amounts[index];
            Amount have = get(needs.names[index]);
            if (have == null ? !need.isZero() : need.exceeds(have)) {
                return false;
            }
        }
        return true;
    }

    /** By how much this exceeds {@code limits}, naming only what does; unmentioned is unlimited. */
    public Resources excessOver(Resources limits) {
        SortedMap<ResourceName, Amount> excess = new TreeMap<>();
        for (int index = 0; index < names.length; index++) {
            Amount limit = limits.get(names[index]);
            if (limit != null && amounts[index].exceeds(limit)) {
                excess.put(names[index], amounts[index].minusToZero(limit));
            }
        }
        return ofSorted(excess);
    }

    /** Quantities as text, by name. */
    public SortedMap<String, String> print() {
        SortedMap<String, String> text = new TreeMap<>();
        for (int index = 0; index < names.length; index++) {
            text.put(names[index].value(), amounts[index].print());
        }
        return text;
    }

    private Resources each(IntFunction<Amount> amount) {
        Amount[] changed = new Amount[names.length];
        Arrays.setAll(changed, amount);
        return new Resources(names, changed);
    }

    private Resources combine(Resources other, BinaryOperator<Amount> both) {
        if (other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        if (hasNamesOf(other)) {
            return each(index -> both.apply(amounts[index], other.amounts[index]));
        }
        SortedMap<ResourceName, Amount> combined = asMap();
        for (int index = 0; index < other.names.length; index++) {
            combined.merge(other.names[index], other.amounts[index], both);
        }
        return ofSorted(combined);
    }

    private boolean hasNamesOf(Resources other) {
        return Arrays.equals(names, other.names);
    }

    private int indexOf(ResourceName name) {
        for (int index = 0; index < names.length; index++) {
            if (names[index].equals(name)) {
                return index;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Resources resources
                && hasNamesOf(resources)
                && IntStream.range(0, amounts.length)
                        .allMatch(it -> amounts[it].value() == resources.amounts[it].value());
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(names) + Arrays.hashCode(amounts);
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
