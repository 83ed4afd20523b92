package io.jiyun.console.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, of which workload, on which machine. */
final class Figures {
    private final Map<String, Object> workload;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    Figures(Map<String, Object> workload) {
        this.workload = workload;
    }

    void add(String name, double figure) {
        figures.put(name, Math.round(figure * 10) / 10.0);
    }

    /** Times in milliseconds, in any order. */
    void times(String name, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        add(name + "_p50_ms", share(sorted, 0.50));
        add(name + "_p95_ms", share(sorted, 0.95));
    }

    private static double share(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    void print(PrintStream out) {
        out.println("console: " + workload + " on " + machine());
        figures.forEach((name, figure) -> out.printf("  %-40s %12s%n", name, figure));
    }

    void write(Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("benchmark", "console");
        all.put("machine", machine());
        all.put("java", Runtime.version().toString());
        all.put("workload", workload);
        all.put("figures", figures);
        JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(file, json.writeValueAsString(all) + "\n");
    }

    private static Map<String, Object> machine() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cpu", after("/proc/cpuinfo", "model name"));
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("memory", after("/proc/meminfo", "MemTotal"));
        machine.put("load", after("/proc/loadavg", ""));
        machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return machine;
    }

    private static String after(String file, String field) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(field))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException absent) {
            return "unknown";
        }
    }
}
