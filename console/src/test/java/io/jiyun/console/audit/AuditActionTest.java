package io.jiyun.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.request.Step;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditActionTest {

    @ParameterizedTest
    @EnumSource
    void everyActionIsSaidInBothLanguages(AuditAction action) {
        for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            assertThat(
                            ResourceBundle.getBundle("i18n.ui", locale)
                                    .getString("audit.action." + action.code()))
                    .isNotBlank();
        }
        assertThat(AuditAction.of(action.code())).hasValue(action);
    }

    @ParameterizedTest
    @EnumSource
    void everyStepOfARequestIsAnAction(Step step) {
        assertThat(AuditAction.valueOf("REQUEST_" + step).code()).startsWith("request.");
    }

    @Test
    void aCodeOfAnotherTimeIsNotKnown() {
        assertThat(AuditAction.of("quota.gone")).isEmpty();
    }
}
