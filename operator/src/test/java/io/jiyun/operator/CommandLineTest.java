package io.jiyun.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiyun.operator.audit.AuditEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    @TempDir private Path folder;

    @Test
    void listensOnPort8081UnlessToldOtherwise() throws CommandLine.Refused, IOException {
        Path kubeconfig = Files.createFile(folder.resolve("kubeconfig"));

        CommandLine usual = CommandLine.parse();
        CommandLine told =
                CommandLine.parse("--port", "9090", "--kubeconfig", kubeconfig.toString());

        assertThat(usual.port()).isEqualTo(8081);
        assertThat(told.port()).isEqualTo(9090);
        assertThat(told.kubeconfig()).contains(kubeconfig);
    }

    @Test
    void listensOnLoopbackUnlessToldOtherwise() throws CommandLine.Refused {
        assertThat(CommandLine.parse().address()).isEqualTo("127.0.0.1");
        assertThat(CommandLine.parse("--address", "0.0.0.0").address()).isEqualTo("0.0.0.0");
    }

    @Test
    void takesASimulationWithItsFolder() throws CommandLine.Refused {
        CommandLine simulated = CommandLine.parse("--simulated", "--data", folder.toString());

        assertThat(simulated.simulation())
                .contains(new CommandLine.Simulated(folder, Optional.empty()));
    }

    @Test
    void receivesAuditStreamsOnlyWhereToldTo() throws CommandLine.Refused {
        assertThat(CommandLine.parse().audit()).isEmpty();
        assertThat(CommandLine.parse("--audit-port", "8443").audit())
                .contains(new AuditEndpoint("127.0.0.1", 8443, Optional.empty()));
        assertThat(
                        CommandLine.parse(
                                        "--audit-port",
                                        "8443",
                                        "--audit-address",
                                        "0.0.0.0",
                                        "--audit-tls-directory",
                                        "/tls")
                                .audit())
                .contains(new AuditEndpoint("0.0.0.0", 8443, Optional.of(Path.of("/tls"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 1 | unknown option --prot",
                "--port | needs a value",
                "--port many | is not a number",
                "--port 70000 | is not a number from 0 to 65535",
                "--lease-seconds 5 | belongs to --leader-election",
                "--leader-election here --lease-seconds 1 | is not a number from 3 to 300",
                "--audit-address 0.0.0.0 | need --audit-port",
                "--audit-port none | is not a number",
                "--kubeconfig /no/such/file | no readable file",
                "--simulated | needs --data",
                "--data here | belong to --simulated",
            })
    void refusesWithASentence(String line, String sentence) {
        assertThatThrownBy(() -> CommandLine.parse(line.split(" ", -1)))
                .isInstanceOf(CommandLine.Refused.class)
                .hasMessageContaining(sentence);
    }
}
