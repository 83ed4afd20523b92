package io.jiyun.console.audit.internal;

import io.jiyun.console.audit.AuditEntry;
import io.jiyun.console.audit.AuditVerdict;
import io.jiyun.console.audit.AuditVerdict.Broken;
import io.jiyun.console.audit.AuditVerdict.Damage;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * Recomputes a chain from its first entry and, where it does not hold, says what was done: a hash
 * covers the place of its entry, so an entry that was moved still tells where it stood.
 */
final class ChainCheck {
    /** How far from its old place an entry that was moved is looked for. */
    private static final int REACH = 10_000;

    private final LongFunction<Optional<AuditEntry>> lookup;
    private final Map<Long, String> noted;

    /**
     * What is known of a chain from outside of its entries.
     *
     * @param first number of the first entry that is kept
     * @param before hash of the entry before it
     */
    record Ends(long first, String before, long last, String head) {}

    /**
     * @param lookup the entry stored under a number
     * @param noted hashes by number that were written down outside of the database
     */
    ChainCheck(LongFunction<Optional<AuditEntry>> lookup, Map<Long, String> noted) {
        this.lookup = lookup;
        this.noted = noted;
    }

    AuditVerdict check(Iterator<AuditEntry> entries, Ends ends) {
        long place = ends.first() - 1;
        String previous = ends.before();
        while (entries.hasNext()) {
            AuditEntry entry = entries.next();
            place++;
            if (entry.sequence() != place) {
                return new Broken(place, Damage.REMOVED);
            }
            if (!AuditHash.fits(entry)) {
                return diagnosed(entry);
            }
            if (!entry.previousHash().equals(previous)) {
                // This one is as it was written, so the one before it was written anew.
                return new Broken(Math.max(ends.first(), place - 1), Damage.ALTERED);
            }
            if (!noted.getOrDefault(place, entry.hash()).equals(entry.hash())) {
                return new Broken(place, Damage.REWRITTEN);
            }
            previous = entry.hash();
        }
        return atTheEnd(place, previous, ends);
    }

    private AuditVerdict atTheEnd(long place, String previous, Ends ends) {
        if (place < ends.last()) {
            return new Broken(place + 1, Damage.REMOVED);
        }
        if (place > ends.last()) {
            return new Broken(ends.last() + 1, Damage.INSERTED);
        }
        OptionalLong missing =
                noted.keySet().stream()
                        .mapToLong(Long::longValue)
                        .filter(it -> it > ends.last())
                        .min();
        if (missing.isPresent()) {
            return new Broken(missing.getAsLong(), Damage.REMOVED);
        }
        return previous.equals(ends.head())
                ? new AuditVerdict.Intact(place - ends.first() + 1, previous)
                : new Broken(place, Damage.ALTERED);
    }

    private Broken diagnosed(AuditEntry entry) {
        long place = entry.sequence();
        OptionalLong written = oldPlace(entry);
        if (written.isPresent()) {
            return moved(place, written.getAsLong());
        }
        boolean pushedOn =
                lookup.apply(place + 1)
                        .map(ChainCheck::oldPlace)
                        .filter(it -> it.isPresent() && it.getAsLong() == place)
                        .isPresent();
        return new Broken(place, pushedOn ? Damage.INSERTED : Damage.ALTERED);
    }

    /** The entry of another place stands here. */
    private Broken moved(long place, long old) {
        if (old < place) {
            return new Broken(old, Damage.INSERTED);
        }
        Optional<AuditEntry> there = lookup.apply(old);
        if (there.filter(AuditHash::fits).isPresent()) {
            return new Broken(place, Damage.ALTERED); // a copy was written over this one
        }
        OptionalLong next = there.map(ChainCheck::oldPlace).orElseGet(OptionalLong::empty);
        boolean allMovedAlike = there.isEmpty() || next.equals(OptionalLong.of(2 * old - place));
        boolean tailMoved = allMovedAlike || next.isEmpty();
        return new Broken(place, tailMoved ? Damage.REMOVED : Damage.REORDERED);
    }

    /** Where the entry stood when its hash was made; empty where that is its place, or unknown. */
    private static OptionalLong oldPlace(AuditEntry entry) {
        for (long distance = 1; distance <= REACH; distance++) {
            for (long place :
                    new long[] {entry.sequence() + distance, entry.sequence() - distance}) {
                if (place > 0 && AuditHash.fits(entry.at(place))) {
                    return OptionalLong.of(place);
                }
            }
        }
        return OptionalLong.empty();
    }
}
