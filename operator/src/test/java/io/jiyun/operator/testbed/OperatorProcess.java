package io.jiyun.operator.testbed;

import io.jiyun.operator.OperatorMain;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The operator as a process of its own, so that it can be killed without a last word. */
public final class OperatorProcess implements AutoCloseable {
    private final Process process;

    private OperatorProcess(Process process) {
        this.process = process;
    }

    public static OperatorProcess start(Path kubeconfig) {
        return start(kubeconfig, "jiyun-operator");
    }

    /**
     * Starts an operator.
     *
     * @param name the process goes by in a leader election, as a pod does by its host's name
     * @param more arguments of the command line
     */
    public static OperatorProcess start(Path kubeconfig, String name, String... more) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                OperatorMain.class.getName(),
                                "--kubeconfig",
                                kubeconfig.toString(),
                                "--port",
                                "0"));
        command.addAll(List.of(more));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        new File("target/operator-process-" + name + ".log")));
        builder.environment().put("HOSTNAME", name);
        try {
            return new OperatorProcess(builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when the process has ended, by itself or killed. */
    public CompletableFuture<?> ended() {
        return process.onExit();
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops the process in its tracks, as a virtual machine that is moved or a debugger does. */
    public void pause() {
        signal("-STOP");
    }

    public void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            Process sent = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
            sent.onExit().join();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
