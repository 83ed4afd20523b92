package io.jiyun.operator.cloud;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one API server's metrics say of refusals for want of quota.
 *
 * @param refused how many there were since it began
 * @param cells how many of them its counting policies saw, by cell; null where that was not read
 */
record RefusalMetrics(long refused, @Nullable Map<RefusalCell, Count> cells) {
    private static final String REFUSED_FAMILY =
            "apiserver_admission_controller_admission_duration_seconds";
    private static final Pattern REFUSED =
            Pattern.compile(
                    REFUSED_FAMILY
                            + "_count\\{name=\"ResourceQuota\",.*rejected=\"true\".*} ([0-9.e+]+)");

    private static final String CELLS_FAMILY = "apiserver_validating_admission_policy_check_total";
    private static final Pattern CELL =
            Pattern.compile(
                    CELLS_FAMILY
                            + "\\{enforcement_action=\"(audit|allow)\",.*policy_binding=\""
                            + CountingPolicies.PREFIX
                            + "(cpu|memory)-([0-9a-f])([0-9a-f])\".*} ([0-9.e+]+)");

    /**
     * What was counted in a cell.
     *
     * @param refused how many pods and resizes there was no room for
     * @param cpu the sum of their steps of {@link AskSize#CPU}
     * @param memory the same for memory
     */
    record Count(long refused, long cpu, long memory) {
        static final Count NONE = new Count(0, 0, 0);

        Count plus(Count other) {
            return new Count(refused + other.refused, cpu + other.cpu, memory + other.memory);
        }

        /** What came since; all of it where the server began anew. */
        Count since(Count before) {
            return before.refused > refused
                    ? this
                    : new Count(refused - before.refused, cpu - before.cpu, memory - before.memory);
        }
    }

    /**
     * Reads no further than it has to: there are megabytes of metrics.
     *
     * @param cells whether to read what was counted by cell, which stands at the end
     * @return empty where the text is not that of an API server's metrics
     */
    static Optional<RefusalMetrics> read(BufferedReader metrics, boolean cells) throws IOException {
        boolean found = false;
        double refused = 0;
        for (String line = metrics.readLine(); line != null; line = metrics.readLine()) {
            boolean belongs = isOf(REFUSED_FAMILY, line);
            if (found && !belongs) {
                break;
            }
            found |= belongs;
            Matcher refusal = REFUSED.matcher(line);
            if (refusal.matches()) {
                refused += Double.parseDouble(refusal.group(1));
            }
        }
        return found
                ? Optional.of(new RefusalMetrics((long) refused, cells ? cells(metrics) : null))
                : Optional.empty();
    }

    private static Map<RefusalCell, Count> cells(BufferedReader metrics) throws IOException {
        Map<RefusalCell, Count> cells = new HashMap<>();
        boolean found = false;
        for (String line = metrics.readLine(); line != null; line = metrics.readLine()) {
            boolean belongs = isOf(CELLS_FAMILY, line);
            if (found && !belongs) {
                break;
            }
            found |= belongs;
            Matcher cell = CELL.matcher(line);
            if (belongs && cell.matches()) {
                cells.merge(cell(cell), count(cell), Count::plus);
            }
        }
        return cells;
    }

    private static boolean isOf(String family, String line) {
        return line.startsWith(family)
                || (line.startsWith("#") && line.contains(" " + family + " "));
    }

    private static RefusalCell cell(Matcher cell) {
        return new RefusalCell(digit(cell.group(3)), digit(cell.group(4)));
    }

    private static int digit(String hexadecimal) {
        return Character.digit(hexadecimal.charAt(0), RefusalCell.SIDE);
    }

    /** What a policy judges false it audits, what fails to evaluate it allows. */
    private static Count count(Matcher cell) {
        long value = (long) Double.parseDouble(cell.group(5));
        if (cell.group(1).equals("audit")) {
            return new Count(value, 0, 0);
        }
        return cell.group(2).equals(AskSize.CPU.name())
                ? new Count(0, value, 0)
                : new Count(0, 0, value);
    }
}
