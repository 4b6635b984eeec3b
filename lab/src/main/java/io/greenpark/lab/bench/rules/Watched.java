package io.greenpark.lab.bench.rules;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseEventListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** The outbox, and how long it took until what raised was in it for good. Told of by the thread that judges. */
final class Watched implements CaseEventListener {
    private final CaseEventListener outbox;
    private final Map<String, Long> markedNanos = new ConcurrentHashMap<>();
    private final List<String> unwritten = new ArrayList<>();
    private final List<Long> nanos = new ArrayList<>();

    Watched(CaseEventListener outbox) {
        this.outbox = outbox;
    }

    /** A point is marked that is to raise. Any thread. */
    void marked(String point) {
        markedNanos.put(point, System.nanoTime());
    }

    @Override
    public void onEvent(Handle handle, Case alertCase, CaseEvent event) {
        outbox.onEvent(handle, alertCase, event);
        String point = alertCase.pointId();
        if (event.kind() == CaseEvent.Kind.RAISED && point != null) {
            unwritten.add(point);
        }
    }

    /** What was written is durable now. */
    void written() {
        long now = System.nanoTime();
        for (String point : unwritten) {
            Long marked = markedNanos.get(point);
            if (marked != null) {
                nanos.add(now - marked);
            }
        }
        unwritten.clear();
    }

    /** From mark to outbox, shortest first. */
    List<Long> sortedNanos() {
        return nanos.stream().sorted().toList();
    }
}
