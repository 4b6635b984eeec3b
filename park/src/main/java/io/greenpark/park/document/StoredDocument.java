package io.greenpark.park.document;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is kept. Its content never changes; two with the same content share it.
 *
 * @param id of its own, not the hash: who knows a file cannot ask with it whether others have sent it
 * @param name for display and saving, see {@link DisplayName}
 * @param type found by its content, whatever the sender said
 * @param sha256 of its content, in lower-case hexadecimal
 * @param bytes size of its content
 * @param owner what it belongs to; null until it is attached
 * @param about when that happened of which it tells, a replacement say; null where it tells of no moment
 * @param uploadedAt when all of it was there
 * @param capturedAt what the clock of the camera showed when a photo was taken, where the photo says so. It has no zone, since
 *     few cameras know theirs, and it is as right as that clock was set
 * @param removed null unless it was removed
 */
public record StoredDocument(
        String id,
        String name,
        FileType type,
        String sha256,
        long bytes,
        @Nullable DocumentOwner owner,
        @Nullable Instant about,
        Instant uploadedAt,
        String uploadedBy,
        @Nullable LocalDateTime capturedAt,
        @Nullable Removal removed) {
    /** When, by whom and why a document was removed. It is hidden since; its content is still there. */
    public record Removal(Instant at, String by, String why) {}
}
