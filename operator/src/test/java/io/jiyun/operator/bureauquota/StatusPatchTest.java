package io.jiyun.operator.bureauquota;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusPatchTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERSION =
            "{'op':'replace','path':'/metadata/resourceVersion','value':'7'}";

    @Test
    void ofAListOnlyTheEntriesThatChangedAreSent() {
        assertThat(patch("{'namespaces':[{'a':1},{'a':2}]}", "{'namespaces':[{'a':1},{'a':3}]}"))
                .isEqualTo(
                        versionAnd(
                                "{'op':'replace','path':'/status/namespaces/1','value':{'a':3}}"));
    }

    @Test
    void aListThatHasMoreEntriesIsSentWhole() {
        assertThat(patch("{'pools':[1]}", "{'pools':[1,2]}"))
                .isEqualTo(versionAnd("{'op':'add','path':'/status/pools','value':[1,2]}"));
    }

    @Test
    void whereNothingChangedOnlyTheVersionIsNamed() {
        assertThat(patch("{'epoch':4}", "{'epoch':4}")).isEqualTo(json("[" + VERSION + "]"));
    }

    @Test
    void whereThereIsNoStatusItIsSentWhole() {
        assertThat(patch(null, "{'epoch':4}"))
                .isEqualTo(versionAnd("{'op':'add','path':'/status','value':{'epoch':4}}"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatItMakesOfTheStoredStatusIsTheOtherOne(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int world = 0; world < 1_000; world++) {
            ObjectNode before = anyStatus(random);
            ObjectNode after = anyStatus(random);
            ObjectNode stored = JSON.createObjectNode();
            stored.putObject("metadata").put("resourceVersion", "6");
            stored.set("status", before.deepCopy());
            JsonNode patched = JsonPatch.apply(StatusPatch.between("7", before, after), stored);
            assertThat(patched.get("status")).as("seed %d, world %d", seed, world).isEqualTo(after);
            assertThat(patched.at("/metadata/resourceVersion").asText()).isEqualTo("7");
        }
    }

    private static ObjectNode anyStatus(RandomGenerator random) {
        ObjectNode status = JSON.createObjectNode();
        for (String name : new String[] {"pools", "namespaces", "conditions"}) {
            if (random.nextInt(4) > 0) {
                ArrayNode list = status.putArray(name);
                for (int entry = random.nextInt(4); entry > 0; entry--) {
                    list.addObject().put("granted", random.nextInt(3));
                }
            }
        }
        if (random.nextBoolean()) {
            status.put("epoch", random.nextInt(3));
        }
        return status;
    }

    private static JsonNode versionAnd(String operation) {
        return json("[" + VERSION + "," + operation + "]");
    }

    private static JsonNode patch(@Nullable String before, String after) {
        return StatusPatch.between(
                "7", before == null ? null : (ObjectNode) json(before), (ObjectNode) json(after));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
