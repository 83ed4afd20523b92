package io.jiyun.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomResourceDefinitionsTest {
    private static final Path CHART = Path.of("../helm/jiyun/crds");
    private static final Path GENERATED = Path.of("target/classes/META-INF/jiyun/crds");

    @ParameterizedTest
    @ValueSource(classes = {MemberCloud.class, BureauQuota.class, QuotaLedger.class})
    void theChartCarriesTheDefinitionsOfTheseClasses(Class<?> kind) throws IOException {
        String plural = kind.getSimpleName().toLowerCase(java.util.Locale.ROOT) + "s";
        String generated = Files.readString(GENERATED.resolve(plural + ".jiyun.io-v1.yml"));
        String published = PublishedDefinitions.published(generated, kind);
        Path file = CHART.resolve(plural + ".yaml");
        if (System.getProperty("jiyun.write-crds") != null) {
            Files.createDirectories(CHART);
            Files.writeString(file, published);
        }
        assertThat(file)
                .as("write it anew with: mvn -pl quota-model test -Djiyun.write-crds")
                .hasContent(published);
    }
}
