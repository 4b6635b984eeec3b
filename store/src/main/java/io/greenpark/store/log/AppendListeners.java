package io.greenpark.store.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Readers that want to be woken when something was appended. Any thread. */
final class AppendListeners {
    private static final Logger LOG = LoggerFactory.getLogger(AppendListeners.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    void add(Runnable wakeUp) {
        listeners.add(wakeUp);
    }

    void wakeAll() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.error("log: a listener failed; the others are still told", e);
            }
        }
    }
}
