package io.jiyun.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
