package io.jiyun.console.workflow.internal;

import io.jiyun.console.workflow.RequestType;
import io.jiyun.console.workflow.WorkflowDraft;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Enters the suggested workflows 建议值 into a new installation. */
@Component
@DependsOnDatabaseInitialization
class WorkflowPresets {
    private final WorkflowTable table;
    private final JsonMapper json;

    WorkflowPresets(WorkflowTable table, JsonMapper json) {
        this.table = table;
        this.json = json;
    }

    @PostConstruct
    void enter() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        WorkflowPresets.class.getResourceAsStream("/workflow/presets.json"))) {
            Map<RequestType, WorkflowDraft> presets =
                    json.readValue(file, new TypeReference<Map<RequestType, WorkflowDraft>>() {});
            presets.forEach(table::insertFirst);
        }
    }
}
