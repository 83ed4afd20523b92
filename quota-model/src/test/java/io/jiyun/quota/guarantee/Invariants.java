package io.jiyun.quota.guarantee;

import io.jiyun.quota.tree.PoolKey;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What must hold after every single step. Where a bound was lowered below what stands, nothing more
 * may be admitted than before; that is all a bureau over its quota may do.
 */
final class Invariants {
    /** How long a child's admission, decided while its parent had more, may be under way. */
    private static final int WHILE = 3_000;

    private final World world;
    private final Map<String, Long> before = new HashMap<>();
    private final Map<String, Long> lately = new HashMap<>();
    private int checks;
    private long checked = -1;

    Invariants(World world) {
        this.world = world;
    }

    /** What does not hold; null when everything does. */
    @Nullable String broken() {
        checks++;
        if (checked == world.version()) {
            return null; // nothing was written
        }
        checked = world.version();
        for (PoolKey pool : Pods.POOLS) {
            String problem = broken(pool);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private @Nullable String broken(PoolKey pool) {
        SortedMap<String, Figures> bureaus = world.hub().figures();
        long inPool = 0;
        for (Cell cell : world.cells()) {
            inPool += cell.pool.equals(pool) ? cell.admissible() - uncovered(cell) : 0;
        }
        if (inPool > Pods.CAPACITY) {
            return "clouds may admit " + inPool + " in " + pool;
        }
        long roots = 0;
        for (Map.Entry<String, Figures> bureau : bureaus.entrySet()) {
            Figures figures = bureau.getValue();
            String problem = broken(pool, bureau.getKey(), figures, bureaus);
            if (problem != null) {
                return problem;
            }
            roots += bureaus.containsKey(figures.cover()) ? 0 : taken(pool, bureau, bureaus);
        }
        return exceeds("quotas of " + pool, roots, Pods.CAPACITY);
    }

    private @Nullable String broken(
            PoolKey pool, String name, Figures figures, SortedMap<String, Figures> bureaus) {
        long children = 0;
        for (Map.Entry<String, Figures> other : bureaus.entrySet()) {
            children += other.getValue().cover().equals(name) ? taken(pool, other, bureaus) : 0;
        }
        long lent = lent(name, pool, bureaus);
        String where = name + " in " + pool;
        long nominal = figures.hardIn(pool);
        long own = Math.max(0, nominal - children - lent) + figures.borrowedIn(pool);
        long admissible = 0;
        for (Cell cell : world.cellsOf(name)) {
            admissible += cell.pool.equals(pool) ? cell.admissible() - uncovered(cell) : 0;
        }
        String ofChildren = "children of " + where;
        if (figures.hard().isEmpty() || !before.containsKey(ofChildren)) {
            before.put(ofChildren, children); // a parent made anew answers for what it finds
        }
        long promised = Math.max(nominal, lately.getOrDefault(where, 0L));
        lately.put(where, checks % WHILE == 0 ? nominal : promised);
        String problem = exceeds(ofChildren, children, promised);
        if (problem == null) {
            problem =
                    exceeds(
                            "what rests on " + where,
                            figures.heldIn(pool) + children + lent,
                            promised);
        }
        if (problem == null) {
            problem = exceeds("slices of " + where, figures.slicesIn(pool), own);
        }
        if (problem == null) {
            problem =
                    exceeds(
                            "what clouds admit to " + where,
                            admissible,
                            Math.max(own, figures.slicesIn(pool)));
        }
        return problem == null ? brokenEntries(pool, name, figures) : problem;
    }

    /** No namespace may be enforcing or asked to enforce more than its entry. */
    private @Nullable String brokenEntries(PoolKey pool, String name, Figures figures) {
        for (Cell cell : world.cellsOf(name)) {
            long stands =
                    Math.max(
                            cell.quota().exists() ? cell.quota().spec() : 0,
                            cell.admissible() - uncovered(cell));
            long entry = figures.entries().getOrDefault(cell.name, 0L);
            if (cell.pool.equals(pool) && cell.isOpen() && stands > entry) {
                return cell.name + " stands at " + cell.quota() + " above its entry " + entry;
            }
        }
        return null;
    }

    /** What stood in a namespace when it was adopted, as far as no entry covers it yet. */
    private long uncovered(Cell cell) {
        Figures figures = world.hub().figures().get(cell.bureau);
        return cell.uncovered(figures == null ? 0 : figures.entries().getOrDefault(cell.name, 0L));
    }

    /** What a bureau takes of the pool: its quota, or what it and its children hold if more. */
    private long taken(
            PoolKey pool, Map.Entry<String, Figures> bureau, SortedMap<String, Figures> bureaus) {
        Figures figures = bureau.getValue();
        if (world.hasLeft(bureau.getKey())) {
            return 0;
        }
        long holds = figures.heldIn(pool) + lent(bureau.getKey(), pool, bureaus);
        for (Map.Entry<String, Figures> other : bureaus.entrySet()) {
            if (other.getValue().cover().equals(bureau.getKey())) {
                holds += taken(pool, other, bureaus);
            }
        }
        return Math.max(figures.hardIn(pool), holds);
    }

    /** What others have borrowed; of one that has left it is back, though recorded for a while. */
    private long lent(String lender, PoolKey pool, SortedMap<String, Figures> bureaus) {
        long lent = 0;
        for (Map.Entry<String, Figures> other : bureaus.entrySet()) {
            boolean counts = !world.hasLeft(other.getKey());
            lent += counts ? other.getValue().borrowedFrom(lender, pool) : 0;
        }
        return lent;
    }

    private @Nullable String exceeds(String what, long amount, long bound) {
        Long earlier = before.put(what, amount);
        boolean over = amount > bound && (earlier == null || amount > earlier);
        return over ? what + ": " + amount + " is more than " + bound + ", was " + earlier : null;
    }
}
