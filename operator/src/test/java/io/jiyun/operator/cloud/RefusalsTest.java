package io.jiyun.operator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalsTest {
    @Test
    void readsTheAskOutOfTheEventOfARefusedCreation() {
        assertThat(
                        Refusals.parse(
                                        "Error creating: pods \"web-x2\" is forbidden: exceeded"
                                                + " quota: jiyun-quota, requested:"
                                                + " pods=1,requests.cpu=500m, used:"
                                                + " pods=5,requests.cpu=2, limited:"
                                                + " pods=5,requests.cpu=2")
                                .print())
                .containsEntry("pods", "1")
                .containsEntry("requests.cpu", "500m");
    }

    @Test
    void doesNotTakeAnotherQuotasRefusalForOurs() {
        assertThat(
                        Refusals.parse(
                                "exceeded quota: theirs, requested: pods=1, used: pods=5, limited:"
                                        + " pods=5"))
                .matches(resources -> resources.isEmpty());
    }
}
