package io.greenpark.registry.history;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryHistory.Version;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.PlacedDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * A table of document versions: {@code registry_version}, or {@code registry_file_version} for what the files said. A row
 * without a document says that it was removed. Rows of a change that was not committed do not count.
 */
record VersionTable(String name) {
    static final VersionTable REGISTRY = new VersionTable("registry_version");
    static final VersionTable FILES = new VersionTable("registry_file_version");

    /** All documents as they were after a change. */
    Map<DocumentKey, PlacedDocument> asOf(Handle handle, long change) {
        Map<DocumentKey, PlacedDocument> documents = new TreeMap<>();
        handle.createQuery("SELECT v.kind, v.id, v.position, v.document FROM " + name + " v JOIN ("
                        + "SELECT kind, id, max(change_number) AS newest FROM " + name
                        + " WHERE change_number <= :change GROUP BY kind, id) n"
                        + " ON n.kind = v.kind AND n.id = v.id AND n.newest = v.change_number"
                        + " WHERE v.document IS NOT NULL")
                .bind("change", change)
                .map((row, context) -> Map.entry(
                        key(row), new PlacedDocument(new Document(row.getString("document")), row.getLong("position"))))
                .forEach(placed -> documents.put(placed.getKey(), placed.getValue()));
        return documents;
    }

    /** A document as it was after a change; empty if there was none. */
    Optional<Version> asOf(Handle handle, long change, DocumentKey key) {
        return handle.createQuery("SELECT kind, id, change_number, document FROM " + name
                        + " WHERE kind = :kind AND id = :id AND change_number <= :change"
                        + " ORDER BY change_number DESC LIMIT 1")
                .bind("kind", key.kind().code())
                .bind("id", key.id())
                .bind("change", change)
                .map((row, context) -> version(row))
                .findOne()
                .filter(v -> v.json() != null);
    }

    /** A document with its place, as it was after a change. */
    Optional<PlacedDocument> placed(Handle handle, long change, DocumentKey key) {
        return handle.createQuery("SELECT position, document FROM " + name
                        + " WHERE kind = :kind AND id = :id AND change_number <= :change"
                        + " ORDER BY change_number DESC LIMIT 1")
                .bind("kind", key.kind().code())
                .bind("id", key.id())
                .bind("change", change)
                .map((row, context) -> {
                    String json = row.getString("document");
                    long position = row.getLong("position");
                    return Optional.ofNullable(json).map(text -> new PlacedDocument(new Document(text), position));
                })
                .findOne()
                .flatMap(placed -> placed);
    }

    /** Documents of a kind whose id begins with a text. */
    Map<DocumentKey, PlacedDocument> placedWithPrefix(Handle handle, long change, DocumentKind kind, String prefix) {
        Map<DocumentKey, PlacedDocument> found = new TreeMap<>();
        List<String> ids = handle.createQuery(
                        "SELECT DISTINCT id FROM " + name + " WHERE kind = :kind AND substr(id, 1, :length) = :prefix")
                .bind("kind", kind.code())
                .bind("length", prefix.codePointCount(0, prefix.length()))
                .bind("prefix", prefix)
                .mapTo(String.class)
                .list();
        for (String id : ids) {
            DocumentKey key = new DocumentKey(kind, id);
            placed(handle, change, key).ifPresent(placed -> found.put(key, placed));
        }
        return found;
    }

    /** The last change of a document up to the newest; 0 if there is none. */
    long lastChange(Handle handle, DocumentKey key, long newest) {
        return handle.createQuery("SELECT coalesce(max(change_number), 0) FROM " + name
                        + " WHERE kind = :kind AND id = :id AND change_number <= :newest")
                .bind("kind", key.kind().code())
                .bind("id", key.id())
                .bind("newest", newest)
                .mapTo(Long.class)
                .one();
    }

    /** The largest position of a kind; 0 if there is none. */
    long lastPosition(Handle handle, DocumentKind kind) {
        return handle.createQuery("SELECT coalesce(max(position), 0) FROM " + name + " WHERE kind = :kind")
                .bind("kind", kind.code())
                .mapTo(Long.class)
                .one();
    }

    /** Documents of a kind as they were after a change, by id. */
    List<Version> asOf(Handle handle, long change, DocumentKind kind, String afterId, int max) {
        return handle.createQuery("SELECT v.kind, v.id, v.change_number, v.document FROM " + name
                        + " v WHERE v.kind = :kind AND v.id > :after AND v.document IS NOT NULL AND v.change_number = ("
                        + "SELECT max(n.change_number) FROM " + name + " n WHERE n.kind = v.kind AND n.id = v.id"
                        + " AND n.change_number <= :change) ORDER BY v.id LIMIT :max")
                .bind("kind", kind.code())
                .bind("after", afterId)
                .bind("change", change)
                .bind("max", max)
                .map((row, context) -> version(row))
                .list();
    }

    /** All committed versions of a document, newest first. */
    List<Version> versions(Handle handle, DocumentKey key, long newest) {
        return handle.createQuery("SELECT kind, id, change_number, document FROM " + name
                        + " WHERE kind = :kind AND id = :id AND change_number <= :newest ORDER BY change_number DESC")
                .bind("kind", key.kind().code())
                .bind("id", key.id())
                .bind("newest", newest)
                .map((row, context) -> version(row))
                .list();
    }

    /** The versions that a change made. */
    List<Version> of(Handle handle, long change, @Nullable DocumentKey after, int max) {
        return handle.createQuery("SELECT kind, id, change_number, document FROM " + name
                        + " WHERE change_number = :change AND (kind > :kind OR (kind = :kind AND id > :id))"
                        + " ORDER BY kind, id LIMIT :max")
                .bind("change", change)
                .bind("kind", after == null ? "" : after.kind().code())
                .bind("id", after == null ? "" : after.id())
                .bind("max", max)
                .map((row, context) -> version(row))
                .list();
    }

    void insert(Handle handle, long change, Collection<Map.Entry<DocumentKey, Optional<PlacedDocument>>> versions) {
        try (PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO " + name + " (kind, id, change_number, position, document) VALUES (?, ?, ?, ?, ?)")) {
            versions.forEach(v -> batch.add(
                    v.getKey().kind().code(),
                    v.getKey().id(),
                    change,
                    v.getValue().map(PlacedDocument::position).orElse(0L),
                    v.getValue().map(placed -> placed.document().json()).orElse(null)));
            batch.execute();
        }
    }

    /** Deletes what changes after the newest left behind that were never committed; the number of rows. */
    int deleteAfter(Handle handle, long newest) {
        return handle.execute("DELETE FROM " + name + " WHERE change_number > ?", newest);
    }

    /** Deletes the versions of documents that a change replaced. */
    void deleteReplaced(Handle handle, long change, Collection<DocumentKey> keys) {
        try (PreparedBatch batch =
                handle.prepareBatch("DELETE FROM " + name + " WHERE kind = ? AND id = ? AND change_number < ?")) {
            keys.forEach(key -> batch.add(key.kind().code(), key.id(), change));
            batch.execute();
        }
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(key(row), row.getLong("change_number"), row.getString("document"));
    }

    static DocumentKey key(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new DocumentKey(
                DocumentKind.ofCode(kind)
                        .orElseThrow(() -> new IllegalStateException(
                                "the books hold registry documents of kind \"" + kind + "\", which there is none of")),
                row.getString("id"));
    }
}
