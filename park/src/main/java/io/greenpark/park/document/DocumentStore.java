package io.greenpark.park.document;

import io.greenpark.park.document.DocumentResult.Done;
import io.greenpark.park.document.DocumentResult.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps files. A file arrives in chunks, each of them durable before it is answered, so that after a broken line, or a restart of the
 * process, the sender goes on where it was; each step may be repeated. Who may see, send or remove what is decided by whoever calls.
 * Calls write to the disk and wait for it, so they are made by worker threads. They fail with {@link DocumentsUnavailableException}
 * where the disk does.
 */
public interface DocumentStore {
    /** What is taken here. */
    Taken taken();

    /**
     * What is taken: whoever sends something else is refused.
     *
     * @param mostBytes how large a file may be
     * @param kinds what it may be
     */
    record Taken(long mostBytes, Set<FileKind> kinds) {}

    /** Begins an upload; refused for what could not be taken in the end. */
    DocumentResult<Upload> begin(NewUpload upload);

    /** An upload that is not finished, and how much of it is kept. */
    Optional<Upload> upload(String uploadId);

    /**
     * Keeps a chunk. It begins where what is kept ends; what of it is kept already has to be the same.
     *
     * @param offset of its first byte in the file
     * @return how far the upload is, durably
     */
    DocumentResult<Upload> append(String uploadId, long offset, byte[] chunk);

    /**
     * Makes a document of an upload of which everything is there: its hash is compared, its kind found, its content made durable, and
     * only then is it on record. An upload that is refused here for its content is given up. Asked again, it answers the same document.
     */
    DocumentResult<StoredDocument> finish(String uploadId);

    /** Forgets an upload; nothing happens if there is none. */
    void giveUp(String uploadId);

    /** Keeps a file at once, a report say. */
    default DocumentResult<StoredDocument> keep(NewUpload upload, byte[] content) {
        DocumentResult<Upload> begun = begin(upload);
        if (begun instanceof Refused<Upload> refused) {
            return new Refused<>(refused.refusal());
        }
        String id = ((Done<Upload>) begun).value().id();
        if (append(id, 0, content) instanceof Refused<Upload> refused) {
            giveUp(id);
            return new Refused<>(refused.refusal());
        }
        return finish(id);
    }

    /** A document that was not removed. */
    Optional<StoredDocument> find(String id);

    /** A document, also one that was removed: for the record of who did what. */
    Optional<StoredDocument> onRecord(String id);

    /** The documents of an owner that were not removed, the newest first. */
    List<StoredDocument> of(DocumentOwner owner);

    /** The content of a document that was not removed; to be closed. */
    Optional<DocumentContent> open(String id);

    /**
     * Gives a document an owner.
     *
     * @param about when that happened of which it tells
     * @return false if there is no such document, or it belongs to another
     */
    boolean attach(String id, DocumentOwner owner, @Nullable Instant about);

    /**
     * Hides a document. Its content stays, since another may share it and backups name it.
     *
     * @return false if there is no such document, or it was removed before
     */
    boolean remove(String id, String by, String why);

    /**
     * Removes uploads begun too long ago, files that were attached to nothing for too long, and content older than a day that no document
     * names, as a crash leaves it.
     */
    Swept sweep();

    /** How many of each were removed. */
    record Swept(int uploads, int unattached, int contents) {}
}
