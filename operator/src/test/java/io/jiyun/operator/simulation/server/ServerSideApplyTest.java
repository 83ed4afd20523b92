package io.jiyun.operator.simulation.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class ServerSideApplyTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ServerSideApply JIYUN = new ServerSideApply("jiyun", "", false);
    private static final ServerSideApply OTHER = new ServerSideApply("other", "", false);

    private static ObjectNode yaml(String text) {
        try {
            return (ObjectNode) YAML.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode withoutManagers(ObjectNode object) {
        ObjectNode plain = object.deepCopy();
        Metadata.of(plain).remove("managedFields");
        return plain;
    }

    @Test
    void aFieldThatItsManagerLeavesOutGoesAway() {
        ObjectNode first = JIYUN.merge(yaml("{kind: X}"), yaml("spec: {a: 1, b: {c: 2}}"));

        ObjectNode second = JIYUN.merge(first, yaml("spec: {a: 1}"));

        assertThat(withoutManagers(second))
                .isEqualTo(yaml("{kind: X, spec: {a: 1}, metadata: {}}"));
    }

    @Test
    void aFieldThatAnotherManagerAppliedTooStays() {
        ObjectNode first = JIYUN.merge(yaml("{}"), yaml("spec: {a: 1, b: 2}"));
        ObjectNode second = OTHER.merge(first, yaml("spec: {b: 2}"));

        ObjectNode third = JIYUN.merge(second, yaml("spec: {a: 1}"));

        assertThat(third.path("spec")).isEqualTo(yaml("{a: 1, b: 2}"));
    }

    @Test
    void whatNobodyAppliedIsLeftAlone() {
        ObjectNode live = yaml("metadata: {labels: {theirs: x}}");

        ObjectNode merged = JIYUN.merge(live, yaml("metadata: {labels: {ours: y}}"));

        assertThat(merged.at("/metadata/labels")).isEqualTo(yaml("{theirs: x, ours: y}"));
    }

    @Test
    void anotherValueForAnothersFieldIsAConflictUnlessForced() {
        ObjectNode live = OTHER.merge(yaml("{}"), yaml("spec: {a: 1}"));
        ObjectNode wanted = yaml("spec: {a: 2}");

        assertThatThrownBy(() -> JIYUN.merge(live, wanted))
                .isInstanceOf(ApiFault.class)
                .hasMessage("Apply failed with 1 conflict: conflicts with \"other\": .spec.a");

        ObjectNode forced = new ServerSideApply("jiyun", "", true).merge(live, wanted);
        assertThat(forced.at("/spec/a").asInt()).isEqualTo(2);
        assertThat(forced.at("/metadata/managedFields")).hasSize(1);
    }

    @Test
    void applyingTheSameAgainChangesNothing() {
        ObjectNode wanted = yaml("{metadata: {labels: {a: b}}, spec: {list: [1, 2], empty: {}}}");
        ObjectNode once = JIYUN.merge(yaml("{}"), wanted);

        assertThat(JIYUN.merge(once, wanted)).isEqualTo(once);
    }

    @Test
    void finalizersOfSeveralManagersAddUp() {
        ObjectNode live = yaml("metadata: {finalizers: [theirs]}");

        ObjectNode merged = JIYUN.merge(live, yaml("metadata: {finalizers: [ours]}"));

        assertThat(merged.at("/metadata/finalizers").valueStream().map(Object::toString))
                .containsExactly("\"theirs\"", "\"ours\"");
    }
}
