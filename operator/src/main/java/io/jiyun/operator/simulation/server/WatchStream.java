package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * One watch: first what there is or what happened since a revision, then what happens, a line of
 * JSON each. Characters beyond ASCII are escaped, because a client that reads the stream block by
 * block may cut a longer one in two.
 */
final class WatchStream {
    private static final ObjectWriter ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().writer();
    private static final int SECONDS_BETWEEN_BOOKMARKS = 15;

    private final ObjectStore store;
    private final ResourceType type;
    private final String namespace;
    private final Predicate<JsonNode> selector;
    private final boolean bookmarks;
    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();

    WatchStream(
            ObjectStore store,
            ResourceType type,
            String namespace,
            Predicate<JsonNode> selector,
            boolean bookmarks) {
        this.store = store;
        this.type = type;
        this.namespace = namespace;
        this.selector = selector;
        this.bookmarks = bookmarks;
    }

    /**
     * Writes until the time is over or the client is gone.
     *
     * @param since revision after which to begin; empty or "0" begins with the present objects
     */
    void run(OutputStream out, String since, long seconds)
            throws IOException, InterruptedException {
        boolean fromPresent = since.isEmpty() || since.equals("0");
        Runnable unsubscribe;
        try {
            synchronized (store) {
                if (fromPresent) {
                    for (ObjectNode object : store.list(type, namespace)) {
                        if (selector.test(object)) {
                            changes.add(new Change(0, ObjectKey.of(type, object), null, object));
                        }
                    }
                }
                unsubscribe =
                        store.subscribe(
                                fromPresent ? store.revision() : Long.parseLong(since), this::note);
            }
        } catch (ApiFault expired) {
            send(out, "ERROR", expired.status());
            return;
        }
        try {
            copyTo(out, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
        } finally {
            unsubscribe.run();
        }
    }

    private void note(Change change) {
        if (change.key().type().equals(type)
                && (namespace.isEmpty() || namespace.equals(change.key().namespace()))) {
            changes.add(change);
        }
    }

    private void copyTo(OutputStream out, long end) throws IOException, InterruptedException {
        out.flush();
        if (bookmarks) {
            // A client knows that its watch works from the first bytes on; the real server answers
            // with a WebSocket, whose opening says the same.
            bookmark(out);
        }
        while (System.nanoTime() < end) {
            Change change = changes.poll(SECONDS_BETWEEN_BOOKMARKS, TimeUnit.SECONDS);
            if (change == null && bookmarks) {
                bookmark(out);
            } else if (change != null) {
                send(out, change);
            }
        }
    }

    private void send(OutputStream out, Change change) throws IOException {
        ObjectNode before = change.before();
        ObjectNode after = change.after();
        boolean matched = before != null && selector.test(before);
        if (after != null && selector.test(after)) {
            send(out, matched ? "MODIFIED" : "ADDED", after);
        } else if (matched && before != null) {
            send(out, "DELETED", after == null ? before : withVersionOf(before, after));
        }
    }

    /** An object that no longer matches is shown as it last matched, at the revision it left. */
    private static ObjectNode withVersionOf(ObjectNode before, ObjectNode after) {
        ObjectNode last = before.deepCopy();
        Metadata.of(last).put("resourceVersion", Metadata.version(after));
        return last;
    }

    /** Keeps the client's revision fresh and finds out whether it is still there. */
    private void bookmark(OutputStream out) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", type.apiVersion()).put("kind", type.kind());
        synchronized (store) {
            if (!changes.isEmpty()) {
                return;
            }
            Metadata.of(object).put("resourceVersion", Long.toString(store.revision()));
        }
        send(out, "BOOKMARK", object);
    }

    private static void send(OutputStream out, String eventType, ObjectNode object)
            throws IOException {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("type", eventType).set("object", object);
        out.write(ASCII.writeValueAsBytes(event));
        out.write('\n');
        out.flush();
    }
}
