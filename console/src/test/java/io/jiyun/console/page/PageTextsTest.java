package io.jiyun.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTextsTest {
    private static final Pattern USED =
            Pattern.compile("getTranslation\\(\\s*\"([a-zA-Z.-]+[a-zA-Z])\"\\s*[,)]");
    private final ResourceBundle chinese =
            ResourceBundle.getBundle("i18n.ui", Locale.SIMPLIFIED_CHINESE);
    private final ResourceBundle english = ResourceBundle.getBundle("i18n.ui", Locale.ENGLISH);

    @Test
    void everyTextExistsInBothLanguages() {
        assertThat(english.keySet()).isEqualTo(chinese.keySet());
    }

    @Test
    void everyTextTakesTheSameArgumentsInBothLanguages() {
        for (String key : chinese.keySet()) {
            assertThat(
                            new MessageFormat(english.getString(key), Locale.ENGLISH)
                                    .getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(
                            new MessageFormat(chinese.getString(key), Locale.ROOT)
                                    .getFormatsByArgumentIndex());
        }
    }

    @Test
    void everyTextAPageAsksForExists() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            Set<String> used =
                    sources.filter(file -> file.toString().endsWith(".java"))
                            .flatMap(PageTextsTest::keys)
                            .collect(Collectors.toSet());
            assertThat(used).hasSizeGreaterThan(100);
            assertThat(chinese.keySet()).containsAll(used);
        }
    }

    @Test
    void chineseTextsAreChinese() {
        assertThat(chinese.getString("nav.quotas")).isEqualTo("使用单位配额");
        assertThat(new PageTexts().getTranslation("nav.quotas", Locale.CHINA)).isEqualTo("使用单位配额");
        assertThat(new PageTexts().getTranslation("nav.quotas", Locale.UK))
                .isEqualTo("Bureau quotas");
        assertThat(new PageTexts().getTranslation("nav.quotas", Locale.FRENCH)).isEqualTo("使用单位配额");
    }

    private static Stream<String> keys(Path file) {
        try {
            return USED.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult match) -> match.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
