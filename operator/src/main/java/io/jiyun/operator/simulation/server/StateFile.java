package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A cluster's objects in a file: either the old content or the new, never half of one. */
public final class StateFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final ObjectStore store;
    private final ResourceTypes types;
    private final Definitions definitions;
    private long written = -1;

    StateFile(Path file, ObjectStore store, ResourceTypes types, Definitions definitions) {
        this.file = file;
        this.store = store;
        this.types = types;
        this.definitions = definitions;
    }

    /** Writes what changed since the last time, if anything did. */
    public synchronized void write() throws IOException {
        ObjectStore.Image image = store.image();
        if (image.revision() == written) {
            return;
        }
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("revision", image.revision());
        ArrayNode objects = content.putArray("objects");
        image.objects()
                .forEach((key, object) ->
                        objects.addObject()
                                .put("plural", key.type().plural())
                                .set("object", object));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, JSON.writeValueAsBytes(content));
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        written = image.revision();
    }

    /** Takes the file's objects in; false when there is no file yet. */
    public synchronized boolean read() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        JsonNode content = JSON.readTree(file.toFile());
        List<JsonNode> entries = new ArrayList<>();
        content.path("objects").forEach(entries::add);
        TreeMap<ObjectKey, ObjectNode> objects = new TreeMap<>();
        // Definitions first: they say which other kinds there are.
        entries.stream()
                .map(entry -> entry.path("object"))
                .filter(object -> object.path("kind").asText().equals("CustomResourceDefinition"))
                .forEach(definition -> definitions.accept(((ObjectNode) definition).deepCopy()));
        for (JsonNode entry : entries) {
            ObjectNode object = (ObjectNode) entry.path("object");
            String apiVersion = object.path("apiVersion").asText();
            int slash = apiVersion.indexOf('/');
            types.find(
                            slash < 0 ? "" : apiVersion.substring(0, slash),
                            apiVersion.substring(slash + 1),
                            entry.path("plural").asText())
                    .ifPresent(type -> objects.put(ObjectKey.of(type, object), object));
        }
        store.restore(new ObjectStore.Image(content.path("revision").asLong(), objects));
        return true;
    }
}
