package io.greenpark.registry.history;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.registry.document.FilesSaid;
import io.greenpark.registry.document.PlacedDocument;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Portions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The registry's documents in the books, one version after the other. A change is written in portions, so that no
 * transaction is long, and takes effect by its row in {@code registry_change}, which comes last; what a kill left behind
 * before it does not count and is removed before the next change. One caller at a time may append; any thread may read.
 */
public final class RegistryStore implements RegistryHistory {
    private static final int PORTION = 200;

    private final Books books;

    public RegistryStore(Books books) {
        this.books = books;
    }

    /**
     * What a change says of itself.
     *
     * @param fileSha256 null unless it comes from the files
     */
    public record ChangeNote(
            String who,
            Source source,
            String reason,
            @Nullable String fileSha256) {}

    /**
     * What a change does to the documents; empty values remove.
     *
     * @param files the same of what the files say
     */
    public record Content(
            Map<DocumentKey, Optional<PlacedDocument>> documents, Map<DocumentKey, Optional<PlacedDocument>> files) {
        public Content {
            documents = Map.copyOf(documents);
            files = Map.copyOf(files);
        }

        public boolean isEmpty() {
            return documents.isEmpty() && files.isEmpty();
        }
    }

    /** All documents as they are now. */
    public Map<DocumentKey, PlacedDocument> documents() {
        return books.read(RegistryStore::documents);
    }

    /** The same on a reading connection that is open already. */
    public static Map<DocumentKey, PlacedDocument> documents(Handle handle) {
        return VersionTable.REGISTRY.asOf(handle, newest(handle));
    }

    /** What the files said when they were last taken over, and last of what had left them. */
    public FilesSaid files() {
        return books.read(RegistryStore::files);
    }

    /** The same on a reading connection that is open already. */
    public static FilesSaid files(Handle handle) {
        return FilesSaidReader.all(handle, newest(handle));
    }

    /** A document with its place, as it was after a change; empty if there was none. */
    public Optional<PlacedDocument> placed(long change, DocumentKey key) {
        return books.read(handle -> VersionTable.REGISTRY.placed(handle, change, key));
    }

    /** Those of some documents that were there after a change. */
    public Map<DocumentKey, PlacedDocument> placed(long change, Collection<DocumentKey> keys) {
        return books.read(handle -> {
            Map<DocumentKey, PlacedDocument> found = new TreeMap<>();
            keys.forEach(key ->
                    VersionTable.REGISTRY.placed(handle, change, key).ifPresent(placed -> found.put(key, placed)));
            return found;
        });
    }

    /** The documents of a kind whose id begins with a text, as they were after a change. */
    public Map<DocumentKey, PlacedDocument> placedWithPrefix(long change, DocumentKind kind, String prefix) {
        return books.read(handle -> VersionTable.REGISTRY.placedWithPrefix(handle, change, kind, prefix));
    }

    /** The largest position of a kind; 0 if there is none. */
    public long lastPosition(DocumentKind kind) {
        return books.read(handle -> VersionTable.REGISTRY.lastPosition(handle, kind));
    }

    /** Number of the change that last added, changed or removed a document; 0 if none ever did. */
    public long lastChangeOf(DocumentKey key) {
        return books.read(handle -> VersionTable.REGISTRY.lastChange(handle, key, newest(handle)));
    }

    /** The same of some documents. */
    public FilesSaid files(Collection<DocumentKey> keys) {
        return books.read(handle -> FilesSaidReader.of(handle, newest(handle), keys));
    }

    /** Appends a change; returns its number. When this returns it is in force and durable. */
    public long append(ChangeNote note, Content content, Clock clock) {
        return append(note, content, (handle, number) -> {}, clock);
    }

    /**
     * The same.
     *
     * @param alongside what comes about together with the change or not at all, told its number
     */
    public long append(ChangeNote note, Content content, BiConsumer<Handle, Long> alongside, Clock clock) {
        long newest = newest();
        long number = newest + 1;
        Instant started = clock.instant();
        List<Consumer<Handle>> steps = new ArrayList<>();
        steps.add(handle -> VersionTable.REGISTRY.deleteAfter(handle, newest));
        steps.add(handle -> VersionTable.FILES.deleteAfter(handle, newest));
        addInserts(VersionTable.REGISTRY, number, content.documents(), steps);
        addInserts(VersionTable.FILES, number, content.files(), steps);
        steps.add(handle -> {
            commit(handle, number, note, started, clock.instant());
            alongside.accept(handle, number);
        });
        for (List<DocumentKey> portion : Portions.of(content.files().keySet(), PORTION)) {
            steps.add(handle -> VersionTable.FILES.deleteReplaced(handle, number, portion));
        }
        if (content.documents().size() + content.files().size() <= PORTION) {
            inOneTransaction(handle -> steps.forEach(step -> step.accept(handle)));
        } else {
            steps.forEach(this::inOneTransaction);
        }
        return number;
    }

    /** Writes something that belongs to no change. */
    public void inOneTransaction(Consumer<Handle> step) {
        books.write(tx -> {
            step.accept(tx.handle());
            return true;
        });
    }

    private static void addInserts(
            VersionTable table,
            long number,
            Map<DocumentKey, Optional<PlacedDocument>> versions,
            List<Consumer<Handle>> steps) {
        List<Map.Entry<DocumentKey, Optional<PlacedDocument>>> sorted =
                versions.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        Portions.of(sorted, PORTION).forEach(portion -> steps.add(handle -> table.insert(handle, number, portion)));
    }

    private static void commit(Handle handle, long number, ChangeNote note, Instant started, Instant committed) {
        handle.execute(
                "INSERT INTO registry_change (number, started_ms, who, source, reason, file_sha256, committed_ms)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                number,
                started.toEpochMilli(),
                note.who(),
                note.source().name(),
                note.reason(),
                note.fileSha256(),
                committed.toEpochMilli());
    }

    @Override
    public long newest() {
        return books.read(RegistryStore::newest);
    }

    /** The same on a reading connection that is open already. */
    public static long newest(Handle handle) {
        return handle.createQuery("SELECT coalesce(max(number), 0) FROM registry_change")
                .mapTo(Long.class)
                .one();
    }

    @Override
    public long newestBefore(Instant end) {
        return books.read(handle -> handle.createQuery(
                        "SELECT coalesce(max(number), 0) FROM registry_change WHERE committed_ms < :end")
                .bind("end", end.toEpochMilli())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Optional<Change> change(long number) {
        return books.read(handle -> change(handle, number));
    }

    private static Optional<Change> change(Handle handle, long number) {
        return handle.createQuery("SELECT * FROM registry_change WHERE number = :number")
                .bind("number", number)
                .map((row, context) -> change(row))
                .findOne();
    }

    @Override
    public List<Change> changesBelow(long number, int max) {
        return books.read(handle -> handle.createQuery(
                        "SELECT * FROM registry_change WHERE number < :number ORDER BY number DESC LIMIT :max")
                .bind("number", number)
                .bind("max", max)
                .map((row, context) -> change(row))
                .list());
    }

    @Override
    public List<Version> versionsOf(long change, @Nullable DocumentKey after, int max) {
        return books.read(handle -> change(handle, change).isEmpty()
                ? List.<Version>of()
                : VersionTable.REGISTRY.of(handle, change, after, max));
    }

    @Override
    public List<Version> versions(DocumentKey key) {
        return books.read(handle -> VersionTable.REGISTRY.versions(handle, key, newest(handle)));
    }

    @Override
    public Optional<Version> asOf(long change, DocumentKey key) {
        return books.read(handle -> VersionTable.REGISTRY.asOf(handle, Math.min(change, newest(handle)), key));
    }

    @Override
    public List<Version> asOf(long change, DocumentKind kind, String afterId, int max) {
        return books.read(
                handle -> VersionTable.REGISTRY.asOf(handle, Math.min(change, newest(handle)), kind, afterId, max));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getLong("number"),
                Instant.ofEpochMilli(row.getLong("started_ms")),
                row.getString("who"),
                Source.valueOf(row.getString("source")),
                row.getString("reason"),
                row.getString("file_sha256"),
                Instant.ofEpochMilli(row.getLong("committed_ms")));
    }
}
