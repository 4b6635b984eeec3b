package io.greenpark.store.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code DIR/documents/uploads}: for each upload its content so far, {@code ID.content}, and what is known of it, {@code
 * ID.json}. The content is on the disk before the record says so. One thread at a time works on an upload.
 */
final class UploadFolder {
    private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String RECORD = ".json";
    private static final String CONTENT = ".content";

    private final Path folder;

    UploadFolder(Path folder) throws IOException {
        this.folder = folder;
        PrivateFiles.makeFolder(folder);
    }

    void begin(UploadRecord upload) throws IOException {
        PrivateFiles.makeEmpty(content(upload.id()));
        upload.write(record(upload.id()));
    }

    /** An upload; empty if there is none, and for what is no id at all, such as a path. */
    Optional<UploadRecord> find(String id) throws IOException {
        try {
            return ID.matcher(id).matches() ? Optional.of(UploadRecord.read(record(id))) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The file with the content of a complete upload. */
    Path wholeContent(UploadRecord upload) throws IOException {
        Path file = content(upload.id());
        if (Files.size(file) != upload.bytes()) {
            throw new IOException("\"" + file + "\" has " + Files.size(file) + " bytes, of which " + upload.bytes()
                    + " were acknowledged; the disk is damaged");
        }
        return file;
    }

    private Path content(String id) {
        return folder.resolve(id + CONTENT);
    }

    private Path record(String id) {
        return folder.resolve(id + RECORD);
    }

    /** Whether the chunk at {@code offset} is the same as what is kept there, as far as that reaches. */
    boolean agrees(UploadRecord upload, long offset, byte[] chunk) throws IOException {
        int overlap = (int) Math.max(0, Math.min(chunk.length, upload.kept() - offset));
        ByteBuffer kept = ByteBuffer.allocate(overlap);
        try (FileChannel channel = FileChannel.open(content(upload.id()), StandardOpenOption.READ)) {
            while (kept.hasRemaining() && channel.read(kept, offset + kept.position()) >= 0) {
                // Until all of it is read.
            }
        }
        return !kept.hasRemaining() && Arrays.equals(kept.array(), 0, overlap, chunk, 0, overlap);
    }

    /** Keeps what of the chunk at {@code offset} is not kept yet; when this returns it is on the disk. */
    UploadRecord append(UploadRecord upload, long offset, byte[] chunk) throws IOException {
        int known = (int) (upload.kept() - offset);
        if (known >= chunk.length) {
            return upload;
        }
        ByteBuffer rest = ByteBuffer.wrap(chunk, known, chunk.length - known);
        try (FileChannel channel = FileChannel.open(content(upload.id()), StandardOpenOption.WRITE)) {
            // What a killed process wrote and did not acknowledge.
            channel.truncate(upload.kept());
            channel.position(upload.kept());
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        UploadRecord further = upload.withKept(offset + chunk.length);
        further.write(record(upload.id()));
        return further;
    }

    /** The record first: content without one is nothing to anybody. */
    void delete(String id) throws IOException {
        if (ID.matcher(id).matches()) {
            Files.deleteIfExists(record(id));
            Files.deleteIfExists(content(id));
        }
    }

    /** Ids of the uploads begun before {@code until}. */
    List<String> begunBefore(Instant until) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(RECORD))
                    .map(name -> name.substring(0, name.length() - RECORD.length()))
                    .filter(id -> isBegunBefore(id, until))
                    .toList();
        }
    }

    /** What somebody has begun to send and not finished, in bytes. */
    long bytesOf(String by) throws IOException {
        long bytes = 0;
        for (String id : begunBefore(Instant.MAX)) {
            bytes += find(id).filter(u -> u.by().equals(by))
                    .map(UploadRecord::bytes)
                    .orElse(0L);
        }
        return bytes;
    }

    private boolean isBegunBefore(String id, Instant until) {
        try {
            return find(id).filter(u -> Instant.ofEpochMilli(u.begunMs()).isBefore(until))
                    .isPresent();
        } catch (IOException e) {
            LOG.warn("documents: the record of upload {} cannot be read; it is removed", id, e);
            return true;
        }
    }

    /** Removes what has no record, as it is left where the process ends while an upload is begun or removed. */
    void removeStrays(Instant until) throws IOException {
        List<Path> strays;
        try (Stream<Path> files = Files.list(folder)) {
            strays = files.filter(f -> f.toFile().lastModified() < until.toEpochMilli())
                    .filter(this::isStray)
                    .toList();
        }
        for (Path stray : strays) {
            Files.deleteIfExists(stray);
        }
    }

    private boolean isStray(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(PrivateFiles.UNFINISHED)
                || name.endsWith(CONTENT) && !Files.exists(record(name.substring(0, name.length() - CONTENT.length())));
    }
}
