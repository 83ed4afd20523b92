package io.jiyun.operator.testbed;

import io.jiyun.operator.OperatorMain;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The operator as a process of its own, so that it can be killed without a last word. */
public final class OperatorProcess implements AutoCloseable {
    private final Process process;

    private OperatorProcess(Process process) {
        this.process = process;
    }

    public static OperatorProcess start(Path kubeconfig) {
        List<String> command =
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
                        "0");
        try {
            return new OperatorProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(
                                            new File("target/operator-process.log")))
                            .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
