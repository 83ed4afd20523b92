package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * All objects of one cloud with their history. Every write gets the next revision, as in etcd.
 * Nodes are never altered after they were stored. Whoever must decide on what he reads holds the
 * store's monitor; the monitor is also what puts the changes of subscribers in order.
 */
final class ObjectStore {
    /** How much history a watch may ask for before it must list anew. */
    private static final int REMEMBERED_CHANGES = 4096;

    private final NavigableMap<ObjectKey, ObjectNode> objects = new TreeMap<>();
    private final Deque<Change> history = new ArrayDeque<>();
    private final List<Consumer<Change>> subscribers = new CopyOnWriteArrayList<>();
    private long revision;

    synchronized long revision() {
        return revision;
    }

    synchronized Optional<ObjectNode> get(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    /** Objects of a type in the order of namespace and name; an empty namespace means all. */
    synchronized List<ObjectNode> list(ResourceType type, String namespace) {
        List<ObjectNode> found = new ArrayList<>();
        for (var entry : objects.tailMap(new ObjectKey(type, namespace, "")).entrySet()) {
            ObjectKey key = entry.getKey();
            if (!key.type().equals(type)
                    || (!namespace.isEmpty() && !key.namespace().equals(namespace))) {
                break;
            }
            found.add(entry.getValue());
        }
        return found;
    }

    synchronized List<ObjectKey> keysIn(String namespace) {
        return objects.keySet().stream().filter(key -> key.namespace().equals(namespace)).toList();
    }

    /** Stores the object under the next revision and returns it as stored. */
    synchronized ObjectNode put(ObjectKey key, ObjectNode object) {
        revision++;
        ObjectNode stored = object.deepCopy();
        stored.withObject("/metadata").put("resourceVersion", Long.toString(revision));
        tell(new Change(revision, key, objects.put(key, stored), stored));
        return stored;
    }

    synchronized void remove(ObjectKey key) {
        ObjectNode before = objects.remove(key);
        if (before != null) {
            revision++;
            // As in the real API a deletion has a revision of its own, which the last state shows.
            ObjectNode last = before.deepCopy();
            last.withObject("/metadata").put("resourceVersion", Long.toString(revision));
            tell(new Change(revision, key, last, null));
        }
    }

    private void tell(Change change) {
        history.addLast(change);
        if (history.size() > REMEMBERED_CHANGES) {
            history.removeFirst();
        }
        subscribers.forEach(subscriber -> subscriber.accept(change));
    }

    /**
     * Hears of every change after the given revision, first those that have already happened.
     * Subscribers are called with the monitor held and must only take note.
     */
    synchronized Runnable subscribe(long after, Consumer<Change> subscriber) {
        Change oldest = history.peekFirst();
        boolean forgotten = after < revision && (oldest == null || oldest.revision() > after + 1);
        if (forgotten) {
            throw ApiFault.expired(after);
        }
        history.stream().filter(change -> change.revision() > after).forEach(subscriber);
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    /** Everything there is, to be written to a file; with {@link #restore} its inverse. */
    synchronized Image image() {
        return new Image(revision, new TreeMap<>(objects));
    }

    synchronized void restore(Image image) {
        revision = image.revision();
        objects.putAll(image.objects());
    }

    record Image(long revision, NavigableMap<ObjectKey, ObjectNode> objects) {}
}
