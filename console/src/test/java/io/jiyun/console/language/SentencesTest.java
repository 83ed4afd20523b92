package io.jiyun.console.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    private static final ResourceBundle CHINESE =
            ResourceBundle.getBundle("i18n.api", Locale.SIMPLIFIED_CHINESE);
    private static final ResourceBundle ENGLISH =
            ResourceBundle.getBundle("i18n.api", Locale.ENGLISH);

    @Test
    void everySentenceExistsInBothLanguages() {
        assertThat(CHINESE.keySet()).isNotEmpty().isEqualTo(ENGLISH.keySet());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void bothLanguagesNameTheSameThings(String key) {
        assertThat(arguments(CHINESE.getString(key)))
                .containsExactlyInAnyOrderElementsOf(arguments(ENGLISH.getString(key)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void noSentenceHasAnApostropheThatWouldSwallowItsArguments(String key) {
        assertThat(ENGLISH.getString(key)).doesNotContain("'");
        assertThat(CHINESE.getString(key)).doesNotContain("'");
    }

    static List<String> keys() {
        return CHINESE.keySet().stream().sorted().toList();
    }

    private static List<String> arguments(String sentence) {
        Matcher matcher = ARGUMENT.matcher(sentence);
        return matcher.results().map(result -> result.group()).distinct().toList();
    }
}
