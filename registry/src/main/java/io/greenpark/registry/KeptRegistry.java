package io.greenpark.registry;

import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.FileComparison.Kept;
import io.greenpark.registry.document.DocumentReader;
import io.greenpark.registry.document.PlacedDocument;
import io.greenpark.registry.history.RegistryStore;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jdbi.v3.core.Handle;

/** The registry as the books hold it. */
public final class KeptRegistry {
    private final CompletableFuture<Kept> reading;

    private KeptRegistry(CompletableFuture<Kept> reading) {
        this.reading = reading;
    }

    /** For a command that only reads the books; empty if they hold none. */
    public static Optional<Registry> in(Handle handle) {
        Map<DocumentKey, PlacedDocument> documents = RegistryStore.documents(handle);
        return documents.isEmpty() ? Optional.empty() : Optional.of(of(documents));
    }

    /** Number of the newest change, for a command that only reads the books; 0 if there is none. */
    public static long newest(Handle handle) {
        return RegistryStore.newest(handle);
    }

    static Registry of(Map<DocumentKey, PlacedDocument> documents) {
        Problems problems = new Problems();
        Registry registry = new Registry(DocumentReader.read(documents, problems));
        if (!problems.isEmpty()) {
            throw new RegistryException(new Bilingual(
                    "账册中有无法读取的登记内容："
                            + problems.list().stream()
                                    .map(p -> p.in(Locale.CHINESE))
                                    .toList(),
                    "the books hold registry documents that cannot be read: " + problems.list()));
        }
        return registry;
    }

    /** Begins to read it beside whatever the caller does: a large one takes seconds, and so do its files. */
    static KeptRegistry reading(RegistryStore store) {
        return new KeptRegistry(CompletableFuture.supplyAsync(() -> {
            Map<DocumentKey, PlacedDocument> documents = store.documents();
            return new Kept(documents.isEmpty() ? null : of(documents), documents, store.files());
        }));
    }

    /** Waits for it. */
    Kept read() {
        try {
            return reading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
