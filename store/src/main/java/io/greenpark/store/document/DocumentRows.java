package io.greenpark.store.document;

import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.FileKind;
import io.greenpark.park.document.FileType;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.document.StoredDocument.Removal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of {@code stored_document}, in the transaction of a handle. */
final class DocumentRows {
    /** Run for every upload, so by an index alone. */
    static final String BYTES_OF =
            "SELECT coalesce(sum(bytes), 0) FROM stored_document WHERE uploaded_by = :by AND uploaded_ms >= :since";

    private final Handle handle;

    DocumentRows(Handle handle) {
        this.handle = handle;
    }

    void insert(StoredDocument document) {
        DocumentOwner owner = document.owner();
        LocalDateTime captured = document.capturedAt();
        handle.createUpdate("INSERT INTO stored_document (id, name, kind, charset, sha256, bytes, owner_kind, owner_id,"
                        + " about_ms, uploaded_ms, uploaded_by, captured) VALUES (:id, :name, :kind, :charset, :sha256, :bytes,"
                        + " :ownerKind, :ownerId, :aboutMs, :uploadedMs, :uploadedBy, :captured)")
                .bind("id", document.id())
                .bind("name", document.name())
                .bind("kind", document.type().kind().code())
                .bind("charset", document.type().charset())
                .bind("sha256", document.sha256())
                .bind("bytes", document.bytes())
                .bind("ownerKind", owner == null ? null : owner.kind())
                .bind("ownerId", owner == null ? null : owner.id())
                .bind(
                        "aboutMs",
                        document.about() == null ? null : document.about().toEpochMilli())
                .bind("uploadedMs", document.uploadedAt().toEpochMilli())
                .bind("uploadedBy", document.uploadedBy())
                .bind("captured", captured == null ? null : captured.toString())
                .execute();
    }

    Optional<StoredDocument> find(String id) {
        return handle.createQuery("SELECT * FROM stored_document WHERE id = :id")
                .bind("id", id)
                .map(DocumentRows::document)
                .findOne();
    }

    List<StoredDocument> of(DocumentOwner owner) {
        return handle.createQuery("SELECT * FROM stored_document WHERE owner_kind = :kind AND owner_id = :id"
                        + " AND removed_ms IS NULL ORDER BY uploaded_ms DESC, id")
                .bind("kind", owner.kind())
                .bind("id", owner.id())
                .map(DocumentRows::document)
                .list();
    }

    /** Gives a document an owner unless it has one. */
    void attach(String id, DocumentOwner owner, @Nullable Instant about) {
        handle.createUpdate("UPDATE stored_document SET owner_kind = :kind, owner_id = :owner, about_ms = :about"
                        + " WHERE id = :id AND owner_kind IS NULL AND removed_ms IS NULL")
                .bind("kind", owner.kind())
                .bind("owner", owner.id())
                .bind("about", about == null ? null : about.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    /** What somebody sent since a time, in bytes. */
    long bytesOf(String by, Instant since) {
        return handle.createQuery(BYTES_OF)
                .bind("by", by)
                .bind("since", since.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    /** Deletes those that were sent before {@code until} and belong to nothing; returns how many. */
    int deleteUnattached(Instant until) {
        return handle.createUpdate("DELETE FROM stored_document WHERE owner_kind IS NULL AND uploaded_ms < :until")
                .bind("until", until.toEpochMilli())
                .execute();
    }

    /** Returns false if there is nothing to remove. */
    boolean remove(String id, Removal removal) {
        return handle.createUpdate("UPDATE stored_document SET removed_ms = :at, removed_by = :by, removed_why = :why"
                                + " WHERE id = :id AND removed_ms IS NULL")
                        .bind("at", removal.at().toEpochMilli())
                        .bind("by", removal.by())
                        .bind("why", removal.why())
                        .bind("id", id)
                        .execute()
                > 0;
    }

    /** Those of these contents that a document names, removed ones included. */
    Set<String> named(List<String> contents) {
        return contents.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        handle.createQuery("SELECT DISTINCT sha256 FROM stored_document WHERE sha256 IN (<contents>)")
                                .bindList("contents", contents)
                                .mapTo(String.class)
                                .list());
    }

    private static StoredDocument document(ResultSet row, StatementContext context) throws SQLException {
        String captured = row.getString("captured");
        return new StoredDocument(
                row.getString("id"),
                row.getString("name"),
                new FileType(FileKind.ofCode(row.getString("kind")), row.getString("charset")),
                row.getString("sha256"),
                row.getLong("bytes"),
                owner(row),
                about(row),
                Instant.ofEpochMilli(row.getLong("uploaded_ms")),
                row.getString("uploaded_by"),
                captured == null ? null : LocalDateTime.parse(captured),
                removal(row));
    }

    private static @Nullable DocumentOwner owner(ResultSet row) throws SQLException {
        String kind = row.getString("owner_kind");
        return kind == null ? null : new DocumentOwner(kind, row.getString("owner_id"));
    }

    private static @Nullable Instant about(ResultSet row) throws SQLException {
        long ms = row.getLong("about_ms");
        return row.wasNull() ? null : Instant.ofEpochMilli(ms);
    }

    private static @Nullable Removal removal(ResultSet row) throws SQLException {
        String by = row.getString("removed_by");
        return by == null
                ? null
                : new Removal(Instant.ofEpochMilli(row.getLong("removed_ms")), by, row.getString("removed_why"));
    }
}
