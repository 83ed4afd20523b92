package io.jiyun.operator.simulation.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorTest {
    private static final ObjectNode OBJECT = object();

    private static ObjectNode object() {
        ObjectNode object = new ObjectMapper().createObjectNode();
        ObjectNode metadata = object.putObject("metadata");
        metadata.put("name", "health-prod");
        metadata.putObject("labels").put("jiyun.io/bureau", "health").put("tier", "gold");
        return object;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    jiyun.io/bureau=health                      | true
                    jiyun.io/bureau==health,tier=gold           | true
                    jiyun.io/bureau=education                   | false
                    jiyun.io/bureau!=education                  | true
                    absent!=anything                            | true
                    jiyun.io/bureau in (education, health)      | true
                    jiyun.io/bureau in (education),tier         | false
                    tier notin (silver,bronze)                  | true
                    absent notin (x)                            | true
                    absent in (x)                               | false
                    tier                                        | true
                    !tier                                       | false
                    !absent,tier in (gold)                      | true
                    """)
    void labelsAreSelectedAsTheRealServerDoes(String selector, boolean selected) {
        assertThat(Selector.labels(selector).test(OBJECT)).isEqualTo(selected);
    }

    @Test
    void aSelectorThatCannotBeReadIsRefusedAndNotIgnored() {
        assertThatThrownBy(() -> Selector.labels("tier in gold")).isInstanceOf(ApiFault.class);
    }

    @Test
    void fieldsAreFoundByTheirPath() {
        assertThat(Selector.fields("metadata.name=health-prod").test(OBJECT)).isTrue();
        assertThat(Selector.fields("metadata.name!=health-prod").test(OBJECT)).isFalse();
    }
}
