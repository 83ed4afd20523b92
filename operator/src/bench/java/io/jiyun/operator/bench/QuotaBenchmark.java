package io.jiyun.operator.bench;

import io.jiyun.operator.CustomResources;
import io.jiyun.operator.testbed.AdmittedSums;
import io.jiyun.operator.testbed.AuditStream;
import io.jiyun.operator.testbed.ControlPlane;
import io.jiyun.operator.testbed.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether quota that spans namespaces is kept, and what it costs those who stay within it: refusals
 * although the bureau has room, time until headroom has moved, writes, latency.
 */
public final class QuotaBenchmark {
    private static final long PATIENCE_SECONDS = 600;
    private static final String PEER =
            """

            measured with Capsule 0.14.0 on the same kind of machine (2 cores), for comparison:
              pod create p50: 46 ms tuned, 450 ms by default, beside 4.3 ms with a plain ResourceQuota
              over-admissions in 10 races: 0 with GlobalResourceQuota; 163 to 300 above 100 with scope: Tenant
              churn of one pod at a time: refused from the 111th create on
              100 creates that another quota refused: tenant locked out for 115 s
              with its controller stopped: no pod and no namespace can be created
            """;

    public static void main(String... given) throws Exception {
        Arguments arguments = new Arguments(given);
        List<Integer> sizes = arguments.numbers("--namespaces", "10,100,1000");
        int seconds = arguments.number("--seconds", 20);
        Optional<Path> json = arguments.json();
        boolean isAudited = arguments.isGiven("--audit");
        arguments.refuseOthers(
                "bench quota [--namespaces 10,100,1000] [--seconds 20] [--audit] [--json FILE]");
        Figures figures =
                new Figures(isAudited ? "quota, with the cloud's audit stream" : "quota");
        Path log = Files.createTempFile("jiyun-bench-operator-", ".log");
        AuditStream stream = new AuditStream(Workload.CLOUD, "token-of-the-benchmark");
        try (ControlPlane plane =
                isAudited ? ControlPlane.start(stream) : ControlPlane.start(Map.of())) {
            CustomResources.ensure(plane.admin());
            plane.admin()
                    .resource(
                            isAudited
                                    ? Workload.cloud(stream.keepToken(plane.admin(), "default"))
                                    : Workload.cloud())
                    .create();
            try (MeasuredOperator operator =
                    MeasuredOperator.start(plane.adminKubeconfig(), log, audit(plane))) {
                for (int size : sizes) {
                    measure(ElasticBureau.of(plane.admin(), size), operator, seconds, figures);
                    if (json.isPresent()) {
                        figures.write(json.get()); // a larger size may not come to its end
                    }
                }
            }
        }
        Files.delete(log);
        figures.print(System.out);
        System.out.print(PEER);
    }

    /** What tells the operator to receive the audit stream that the control plane sends. */
    private static String[] audit(ControlPlane plane) {
        return plane.audit()
                .map(endpoint ->
                        new String[] {
                            "--audit-port",
                            Integer.toString(endpoint.port()),
                            "--audit-tls-directory",
                            endpoint.tlsDirectory().orElseThrow().toString()
                        })
                .orElseGet(() -> new String[0]);
    }

    private static void measure(
            ElasticBureau bureau, MeasuredOperator operator, int seconds, Figures figures)
            throws Exception {
        String name = "n" + bureau.namespaces().size();
        try (Enforced enforced =
                new Enforced(bureau.client(), bureau.name() + "-", bureau.namespaces().size())) {
            bureau.declare();
            if (!enforced.await(PATIENCE_SECONDS)) {
                throw new IllegalStateException("not enforced in time: " + bureau.name());
            }
        }
        ConvergeBenchmark.settle(bureau.client(), operator);
        try (AdmittedSums sums = bureau.judge()) {
            Admissions admissions =
                    new Admissions(bureau.client(), bureau.namespaces().getFirst(), operator);
            admissions.latency(figures, name);
            admissions.refusedElsewhere(figures, name);
            new Moving(bureau, operator).run(figures, name);
            new Crowd(bureau).run(seconds, figures, name);
            figures.add(name + "_refusals_told_by_audit", operator.refusalsAudited());
            Verdict verdict = sums.judge();
            figures.add(name + "_pod_changes_judged", verdict.podChanges());
            figures.add(name + "_over_admissions", verdict.faults().size());
            figures.add(name + "_miscounts_of_kubernetes", verdict.miscounts().size());
            System.out.println(verdict.report());
            verdict.faults().stream().limit(5).forEach(System.out::println);
            verdict.miscounts().stream().limit(5).forEach(System.out::println);
        }
    }

    private QuotaBenchmark() {}
}
