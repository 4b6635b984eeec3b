package io.greenpark.deploy.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parts that were opened, closed in reverse order; one that fails to close does not keep the others open. */
final class ShutdownStack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShutdownStack.class);

    private record Part(String name, AutoCloseable part) {}

    private final Deque<Part> opened = new ArrayDeque<>();

    <T extends AutoCloseable> T add(String name, T part) {
        opened.push(new Part(name, part));
        return part;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            Part part = opened.pop();
            try {
                part.part().close();
            } catch (Exception e) {
                LOG.warn("{} did not close cleanly; what was acknowledged is kept all the same", part.name(), e);
            }
        }
    }
}
