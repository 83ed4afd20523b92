package io.jiyun.operator.bench;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jiyun.operator.CustomResources;
import io.jiyun.operator.StartRefused;
import io.jiyun.operator.testbed.ControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long until every ResourceQuota of a province is enforced, from the start of a cold operator,
 * beside a plain client that makes the same objects on the same server; what it costs afterwards; and
 * how much memory the operator takes.
 */
public final class ConvergeBenchmark {
    private static final long PATIENCE_SECONDS = 600;
    private static final Duration CALM = Duration.ofSeconds(2);

    public static void main(String... arguments)
            throws IOException, InterruptedException, StartRefused {
        BenchOptions options = BenchOptions.parse(arguments);
        Figures figures = new Figures("converge");
        try (ControlPlane plane = ControlPlane.start(Map.of())) {
            prepare(plane.admin());
            train(plane);
            plainClient(plane.admin(), options, figures);
            operator(plane, options, figures);
        }
        figures.print(System.out);
        if (options.json().isPresent()) {
            figures.write(options.json().get());
        }
    }

    private static void prepare(KubernetesClient client) throws StartRefused {
        CustomResources.ensure(client);
        client.resource(Workload.cloud()).create();
    }

    /** An installation trains once, when it is built; so does the first run of the benchmark. */
    private static void train(ControlPlane plane) throws IOException, InterruptedException {
        if (MeasuredOperator.isTrained()) {
            return;
        }
        Path log = Files.createTempFile("jiyun-bench-training-", ".log");
        try (Enforced enforced = new Enforced(plane.admin(), "train-", 40);
                MeasuredOperator operator =
                        MeasuredOperator.start(plane.adminKubeconfig(), log)) {
            Workload.declare(plane.admin(), "train-", 20, 2);
            require(enforced.await(PATIENCE_SECONDS), "the training run's quotas, see " + log);
            settle(plane.admin(), operator);
        }
        Files.delete(log);
    }

    private static void plainClient(
            KubernetesClient client, BenchOptions options, Figures figures)
            throws InterruptedException {
        int count = options.quotas() * options.namespaces();
        Workload.makePlainly(client, "warm-", 50); // this JVM's client is warm; the operator's is cold
        try (Enforced enforced = new Enforced(client, "plain-", count)) {
            long start = System.nanoTime();
            Workload.makePlainly(client, "plain-", count);
            require(enforced.await(PATIENCE_SECONDS), "the plain client's quotas");
            figures.add("plain_client_seconds", seconds(start));
        }
    }

    private static void operator(ControlPlane plane, BenchOptions options, Figures figures)
            throws IOException, InterruptedException {
        int count = options.quotas() * options.namespaces();
        figures.add("quotas", options.quotas());
        figures.add("namespaces", count);
        Workload.declare(plane.admin(), "bureau-", options.quotas(), options.namespaces());
        Path log = Files.createTempFile("jiyun-bench-operator-", ".log");
        try (Enforced enforced = new Enforced(plane.admin(), "bureau-", count)) {
            long start = System.nanoTime();
            try (MeasuredOperator operator =
                    MeasuredOperator.start(plane.adminKubeconfig(), log)) {
                require(enforced.await(PATIENCE_SECONDS), "the operator's quotas, see " + log);
                figures.add("converge_seconds", seconds(start));
                figures.add("converge_cpu_seconds", operator.cpuSeconds());
                settle(plane.admin(), operator);
                figures.add("settled_seconds", seconds(start));
                figures.add("writes_to_settle", operator.writes());
                steady(plane.admin(), operator, options, figures);
                memory(operator, figures, count);
                if (options.scale() > 0) {
                    scale(plane, operator, options, figures);
                }
            }
        }
        Files.delete(log);
    }

    private static void scale(
            ControlPlane plane, MeasuredOperator operator, BenchOptions options, Figures figures)
            throws IOException, InterruptedException {
        int count = options.scale() * options.namespaces();
        try (Enforced enforced = new Enforced(plane.admin(), "more-", count)) {
            Workload.declare(plane.admin(), "more-", options.scale(), options.namespaces());
            require(enforced.await(PATIENCE_SECONDS), "the quotas of the larger province");
        }
        settle(plane.admin(), operator);
        memory(operator, figures, count + options.quotas() * options.namespaces());
    }

    private static void steady(
            KubernetesClient client,
            MeasuredOperator operator,
            BenchOptions options,
            Figures figures)
            throws IOException, InterruptedException {
        long before = operator.writes();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(options.steadySeconds());
        try (Changes changes = new Changes(client)) {
            for (Duration left = until(end); left.isPositive(); left = until(end)) {
                boolean _ = changes.isCalmFor(left);
            }
        }
        figures.add("steady_seconds", options.steadySeconds());
        figures.add("steady_writes", operator.writes() - before);
    }

    private static Duration until(long end) {
        return Duration.ofNanos(end - System.nanoTime());
    }

    private static void memory(MeasuredOperator operator, Figures figures, int namespaces)
            throws IOException, InterruptedException {
        figures.add("rss_mebibytes_at_" + namespaces, operator.residentKilobytes() / 1024);
        figures.add("heap_mebibytes_at_" + namespaces, operator.heapBytes() / (1 << 20));
    }

    /** Until two seconds went by in which nothing changed and the operator wrote nothing. */
    static void settle(KubernetesClient client, MeasuredOperator operator)
            throws IOException, InterruptedException {
        try (Changes changes = new Changes(client)) {
            long before;
            do {
                before = operator.writes();
            } while (!changes.isCalmFor(CALM) || operator.writes() != before);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void require(boolean reached, String what) {
        if (!reached) {
            throw new IllegalStateException("not enforced in time: " + what);
        }
    }

    private ConvergeBenchmark() {}
}
