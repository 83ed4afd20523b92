package io.jiyun.console.bench;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lists and pages with many people signed in, memory per session, and approvals until they are in
 * the simulated cluster. Times are those of the console itself ({@link ServerTimes}), on processors
 * that it shares with this client and with the operator.
 */
public final class ConsoleBenchmark {
    private static final long POLL_MILLIS = 50;
    private static final int APPROVERS = 8;
    private static final int WARM_UP = 60;

    /** Tells what is measured from what warms up; the console does not look at it. */
    private static final String MEASURED = "&at=measured";

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
        long start = System.nanoTime();
        together(
                workload.sessions(),
                () -> {
                    for (int round = 0; round < workload.rounds(); round++) {
                        for (String list : List.of(TASKS, REQUESTS, QUOTAS)) {
                            think();
                            caller.get(list + MEASURED);
                        }
                    }
                });
        double seconds = (System.nanoTime() - start) / 1e9;
        figures.add("lists_per_second", 3.0 * workload.sessions() * workload.rounds() / seconds);
        figures.times("inbox", console.times().of(TASKS + MEASURED));
        figures.times("requests", console.times().of(REQUESTS + MEASURED));
        figures.times("quotas", console.times().of(QUOTAS + MEASURED));
    }

    private void approvals(Caller caller) throws Exception {
        var next = new java.util.concurrent.atomic.AtomicInteger();
        double ownBefore = console.consoleSeconds();
        double operatorBefore = console.operatorSeconds();
        long start = System.nanoTime();
        together(
                APPROVERS,
                () -> {
                    for (int index = next.getAndIncrement();
                            index < workload.approvals();
                            index = next.getAndIncrement()) {
                        caller.approve(Seeded.number(index));
                    }
                });
        double decided = (System.nanoTime() - start) / 6e10;
        awaitWorkedOff();
        double applied = (System.nanoTime() - start) / 6e10;
        figures.times("approval", console.times().of("/approve"));
        figures.add("approvals_decided_per_minute", workload.approvals() / decided);
        figures.add("approvals_applied_per_minute", workload.approvals() / applied);
        figures.add("approvals_console_processor_s", console.consoleSeconds() - ownBefore);
        figures.add("approvals_operator_processor_s", console.operatorSeconds() - operatorBefore);
    }

    /** People sign in and open a page each; then they go about between three pages with grids. */
    private void pages() throws Exception {
        console.session("cloud-reviewer").open("requests", "warm-up");
        Queue<PageSession> open = new ConcurrentLinkedQueue<>();
        together(
                workload.sessions(),
                () -> {
                    Thread.sleep(new Random().nextInt(10 * workload.thinkMillis() + 1));
                    PageSession session = console.session("cloud-reviewer");
                    session.open("requests", "open-requests");
                    open.add(session);
                });
        figures.times("sign_in", console.times().of("POST/login"));
        Queue<PageSession> still = new ConcurrentLinkedQueue<>();
        figures.times("page_opened", console.times().of("v-r=init&location=requests&query=&at=open"));
        together(
                workload.sessions(),
                () -> {
                    PageSession session = open.remove();
                    still.add(session);
                    for (int round = 0; round < workload.rounds(); round++) {
                        for (String page : List.of("tasks", "requests", "quotas")) {
                            think();
                            session.go(page, "go-" + page);
                        }
                    }
                });
        for (String page : List.of("tasks", "requests", "quotas")) {
            figures.times("page_" + page, console.times().of("at=go-" + page));
        }
        double before = console.heapKilobytes();
        for (PageSession session : still) {
            session.end();
        }
        figures.add("heap_per_session_KB", (before - console.heapKilobytes()) / workload.sessions());
    }

    private void think() throws InterruptedException {
        Thread.sleep(new Random().nextInt(2 * workload.thinkMillis() + 1));
    }

    private static void together(int people, Work what) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                running.add(
                        threads.submit(
                                () -> {
                                    what.run();
                                    return true;
                                }));
            }
            for (Future<Boolean> one : running) {
                one.get();
            }
        }
    }

    /** What one of many people does. */
    private interface Work {
        void run() throws Exception;
    }
}
