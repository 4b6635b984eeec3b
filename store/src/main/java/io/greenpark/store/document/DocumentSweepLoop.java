package io.greenpark.store.document;

import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.document.DocumentStore.Swept;
import io.greenpark.store.loop.BackgroundLoop;
import io.greenpark.store.loop.LoopStatus;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes in the background what uploads that came to nothing left behind. */
public final class DocumentSweepLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentSweepLoop.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final DocumentStore documents;
    private final BackgroundLoop loop;

    private DocumentSweepLoop(DocumentStore documents, Clock clock) {
        this.documents = documents;
        this.loop = new BackgroundLoop("uploads", this::step, EVERY, clock);
    }

    /** A loop over these documents; {@link #start} begins to sweep. */
    public static DocumentSweepLoop create(DocumentStore documents, Clock clock) {
        return new DocumentSweepLoop(documents, clock);
    }

    public DocumentSweepLoop start() {
        loop.start();
        return this;
    }

    /** One sweep has all there is. */
    private boolean step() {
        Swept swept = documents.sweep();
        if (swept.uploads() + swept.unattached() + swept.contents() > 0) {
            LOG.info(
                    "documents: removed {} uploads that were not finished, {} files that were attached to nothing, and {} contents"
                            + " that no document names",
                    swept.uploads(),
                    swept.unattached(),
                    swept.contents());
        }
        return false;
    }

    public LoopStatus status() {
        return loop.status();
    }

    @Override
    public void close() {
        loop.close();
    }
}
