package io.jiyun.console.cloud;

import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.console.access.AnySignedIn;
import org.springframework.stereotype.Service;

/** Whether what people see is a simulation, which every page must say. */
@Service
public class Simulation {
    private final KnownClouds known;

    Simulation(KnownClouds known) {
        this.known = known;
    }

    @AnySignedIn
    public boolean isSimulated() {
        return known.all().stream()
                .map(cloud -> cloud.getMetadata().getLabels())
                .anyMatch(labels ->
                        labels != null && "true".equals(labels.get(JiyunApi.SIMULATED_LABEL)));
    }
}
