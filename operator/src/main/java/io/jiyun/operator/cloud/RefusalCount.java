package io.jiyun.operator.cloud;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often the API servers of a cloud refused something for want of quota, as they count it in
 * their metrics. Behind one address there may be several of them, each with a count of its own and
 * none saying which it is: a count that was read before is that of one that has refused nothing
 * since.
 */
final class RefusalCount {
    private static final String FAMILY =
            "apiserver_admission_controller_admission_duration_seconds";
    private static final Pattern REFUSED =
            Pattern.compile(
                    FAMILY + "_count\\{name=\"ResourceQuota\",.*rejected=\"true\".*} ([0-9.e+]+)");
    private static final int SERVERS = 16;

    private final TreeSet<Long> known = new TreeSet<>();

    /** Takes in what one of the servers counted; answers how many refusals of it are new. */
    long since(long count) {
        Long before = known.floor(count);
        if (before == null || before == count) {
            known.add(count);
            if (known.size() > SERVERS) {
                known.pollFirst();
            }
            return 0;
        }
        known.remove(before);
        known.add(count);
        return count - before;
    }

    /**
     * Reads the count off the metrics, and no further than it has to: there are megabytes of them.
     *
     * @return empty where the text is not that of an API server's metrics
     */
    static OptionalLong read(BufferedReader metrics) throws IOException {
        boolean found = false;
        double sum = 0;
        for (String line = metrics.readLine(); line != null; line = metrics.readLine()) {
            boolean belongs = line.startsWith(FAMILY) || line.contains(" " + FAMILY + " ");
            if (found && !belongs) {
                break;
            }
            found |= belongs;
            Matcher refused = REFUSED.matcher(line);
            if (refused.matches()) {
                sum += Double.parseDouble(refused.group(1));
            }
        }
        return found ? OptionalLong.of((long) sum) : OptionalLong.empty();
    }
}
