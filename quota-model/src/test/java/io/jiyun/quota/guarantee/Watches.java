package io.jiyun.quota.guarantee;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the watches of a process have yet to show it, each of them in order. */
final class Watches {
    private final Map<Object, Deque<Runnable>> waiting = new HashMap<>();
    private final Set<String> stalled = new HashSet<>();

    void told(Object watch, Runnable event) {
        waiting.computeIfAbsent(watch, _ -> new ArrayDeque<>()).add(event);
    }

    /** Shows some events, unless everything from there stands still. */
    void listen(Object watch, String where, int count) {
        Deque<Runnable> events = waiting.computeIfAbsent(watch, _ -> new ArrayDeque<>());
        boolean hears = !stalled.contains(where);
        for (int index = 0; index < count && hears && !events.isEmpty(); index++) {
            events.remove().run();
        }
    }

    void stallOrResume(String where) {
        if (!stalled.remove(where)) {
            stalled.add(where);
        }
    }
}
