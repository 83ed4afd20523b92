package io.jiyun.console.bench;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lists and pages with many people signed in, memory per session, and approvals until they are in
 * the simulated cluster. Times are what the client sees on the same machine, so they contain its
 * own share of the processors.
 */
public final class ConsoleBenchmark {
    private static final long POLL_MILLIS = 50;
    private static final int APPROVERS = 8;
    private static final int WARM_UP = 60;
    private static final String TASKS = "/api/v1/tasks?size=50";
    private static final String REQUESTS = "/api/v1/requests?size=50";
    private static final String QUOTAS = "/api/v1/quotas?size=50";

    private final Workload workload;
    private final RunningConsole console;
    private final Seeded seeded;
    private final Figures figures;

    private ConsoleBenchmark(
            Workload workload, RunningConsole console, Seeded seeded, Figures figures) {
        this.workload = workload;
        this.console = console;
        this.seeded = seeded;
        this.figures = figures;
    }

    public static void main(String... arguments) throws Exception {
        Workload workload = Workload.parse(arguments);
        Path data = Files.createTempDirectory("jiyun-bench");
        say("starting on " + data);
        Figures figures = new Figures(workload.described());
        boolean external = workload.databaseUrl().isPresent();
        String url = workload.databaseUrl().orElseGet(() -> RunningConsole.embedded(data));
        try (HttpClient http =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                RunningConsole console =
                        RunningConsole.start(http, data, workload.databaseUrl());
                Seeded seeded =
                        external
                                ? new Seeded(url, environment("JIYUN_DB_USER"), environment("JIYUN_DB_PASSWORD"))
                                : new Seeded(url, "jiyun", "")) {
            new ConsoleBenchmark(workload, console, seeded, figures).measure();
        }
        figures.print(System.out);
        Optional<Path> json = workload.json();
        if (json.isPresent()) {
            figures.write(json.get());
        }
    }

    private static String environment(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }

    private void measure() throws Exception {
        say("seeding");
        seeded.fill(workload);
        long start = System.nanoTime();
        awaitWorkedOff();
        figures.add("seeded_quotas_applied_s", (System.nanoTime() - start) / 1e9);
        Caller reviewer = console.caller("cloud-reviewer");
        for (int turn = 0; turn < WARM_UP; turn++) {
            reviewer.get(TASKS);
            reviewer.get(REQUESTS);
            reviewer.get(QUOTAS);
        }
        say("lists");
        lists(reviewer);
        say("pages");
        pages();
        say("approvals");
        approvals(reviewer);
    }

    private static void say(String phase) {
        System.err.println("console: " + phase);
    }

    private void awaitWorkedOff() throws Exception {
        do {
            Thread.sleep(POLL_MILLIS);
        } while (!seeded.isWorkedOff());
    }

    private void lists(Caller caller) throws Exception {
        List<Double> tasks = new ArrayList<>();
        List<Double> requests = new ArrayList<>();
        List<Double> quotas = new ArrayList<>();
        long start = System.nanoTime();
        for (List<Double> one :
                together(
                        workload.sessions(),
                        () -> {
                            Random random = new Random();
                            List<Double> times = new ArrayList<>();
                            for (int round = 0; round < workload.rounds(); round++) {
                                for (String list : List.of(TASKS, REQUESTS, QUOTAS)) {
                                    Thread.sleep(random.nextInt(2 * workload.thinkMillis() + 1));
                                    times.add(caller.get(list));
                                }
                            }
                            return times;
                        })) {
            for (int index = 0; index < one.size(); index += 3) {
                tasks.add(one.get(index));
                requests.add(one.get(index + 1));
                quotas.add(one.get(index + 2));
            }
        }
        figures.add(
                "lists_per_second",
                3.0 * tasks.size() / ((System.nanoTime() - start) / 1e9));
        figures.times("inbox", tasks);
        figures.times("requests", requests);
        figures.times("quotas", quotas);
    }

    private void approvals(Caller caller) throws Exception {
        var next = new java.util.concurrent.atomic.AtomicInteger();
        List<Double> times = new ArrayList<>();
        long start = System.nanoTime();
        together(
                        APPROVERS,
                        () -> {
                            List<Double> own = new ArrayList<>();
                            for (int index = next.getAndIncrement();
                                    index < workload.approvals();
                                    index = next.getAndIncrement()) {
                                long began = System.nanoTime();
                                caller.approve(Seeded.number(index));
                                own.add((System.nanoTime() - began) / 1e6);
                            }
                            return own;
                        })
                .forEach(times::addAll);
        double decided = (System.nanoTime() - start) / 6e10;
        awaitWorkedOff();
        double applied = (System.nanoTime() - start) / 6e10;
        figures.times("approval", times);
        figures.add("approvals_decided_per_minute", workload.approvals() / decided);
        figures.add("approvals_applied_per_minute", workload.approvals() / applied);
    }

    private void pages() throws Exception {
        console.session("cloud-reviewer").open("requests");
        double before = console.heapKilobytes();
        List<Double> opened = new ArrayList<>();
        together(
                        workload.sessions(),
                        () -> {
                            Thread.sleep(new Random().nextInt(5 * workload.thinkMillis() + 1));
                            PageSession session = console.session("cloud-reviewer");
                            return List.of(session.open("requests"));
                        })
                .forEach(opened::addAll);
        figures.times("page_requests", opened);
        figures.add(
                "heap_per_session_KB",
                (console.heapKilobytes() - before) / workload.sessions());
    }

    private static List<List<Double>> together(int people, Callable<List<Double>> what)
            throws Exception {
        List<List<Double>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Double>>> running = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                running.add(threads.submit(what));
            }
            for (Future<List<Double>> one : running) {
                all.add(one.get());
            }
        }
        return all;
    }
}
