package io.jiyun.quota.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViolationTest {
    private static final Object[] ARGUMENTS = {"a1", "a2", "a3", "a4", "a5", "a6"};
    private static final Pattern CAMEL_CASE = Pattern.compile("([A-Z][a-z]+)+");

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonSaysTheSameThingInBothLanguages(Reason reason) {
        Violation violation = Violation.of(reason, "spec", ARGUMENTS);
        assertThat(reason.code()).matches(CAMEL_CASE);
        assertThat(violation.zh()).doesNotContain("%").endsWith(argumentAtEnd(violation.zh()));
        assertThat(violation.en()).doesNotContain("%");
        for (Object argument : ARGUMENTS) {
            assertThat(violation.zh().contains((String) argument))
                    .as("argument %s of %s", argument, reason)
                    .isEqualTo(violation.en().contains((String) argument));
        }
    }

    @Test
    void codesAreUnique() {
        assertThat(Arrays.stream(Reason.values()).map(Reason::code)).doesNotHaveDuplicates();
    }

    @Test
    void aSentenceNamesPlaceAndRemedy() {
        Violation violation =
                Violation.of(Reason.RESERVED_NAMESPACE, "spec.namespaces[0].name", "kube-x");
        assertThat(violation.zh()).contains("kube-x").contains("请更换名称");
        assertThat(violation.en()).contains("kube-x").contains("Choose another name");
    }

    private static String argumentAtEnd(String sentence) {
        return sentence.endsWith("。") ? "。" : "a2";
    }
}
