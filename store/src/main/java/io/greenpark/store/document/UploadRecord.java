package io.greenpark.store.document;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an upload that is not finished, as it lies beside its content.
 *
 * @param sha256 in lower case; null if it was not declared
 * @param kept how much of the content was acknowledged; the file may hold more, of a chunk during which the process ended
 * @param begunMs epoch milliseconds
 */
record UploadRecord(
        String id,
        String name,
        long bytes,
        long kept,
        @Nullable String sha256,
        @Nullable DocumentOwner owner,
        long begunMs,
        String by) {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    static UploadRecord read(Path file) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), UploadRecord.class);
    }

    /** Writes it, durably. */
    void write(Path file) throws IOException {
        PrivateFiles.replace(file, new ByteArrayInputStream(JSON.writeValueAsBytes(this)));
    }

    UploadRecord withKept(long kept) {
        return new UploadRecord(id, name, bytes, kept, sha256, owner, begunMs, by);
    }

    Upload upload() {
        return new Upload(id, name, bytes, kept, Instant.ofEpochMilli(begunMs), by);
    }
}
