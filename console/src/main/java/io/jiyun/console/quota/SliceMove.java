package io.jiyun.console.quota;

import java.time.Instant;
import java.util.List;

/**
 * How the slices of a quota stood from that moment on.
 *
 * @param slices one line per namespace
 */
public record SliceMove(Instant at, List<Line> slices) {
    /**
     * One slice.
     *
     * @param cpuMillis CPU requests the namespace may make, in thousandths of a core
     * @param cpuUsedMillis CPU requests it made, in thousandths of a core
     * @param memoryBytes memory requests it may make
     */
    public record Line(String namespace, long cpuMillis, long cpuUsedMillis, long memoryBytes) {}
}
