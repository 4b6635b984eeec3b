package io.greenpark.store.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.config.digest.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Description of a backup, {@code manifest.json}; written last, so that a backup without one is not complete. Its own
 * hash lies beside it, in the form {@code sha256sum -c} reads.
 *
 * @param format of the backup as a whole
 * @param greenpark version that made it
 * @param started when it was begun, as all instants in ISO 8601, UTC
 * @param finished when everything was copied
 * @param upTo everything that was acknowledged before this moment is in it
 * @param data the folder it was made of
 * @param booksServer the PostgreSQL server the books were at; null if they lay in that folder
 * @param config the configuration file, relative to the backup; null if it holds none
 * @param contents what it holds, as found by reading the copy
 * @param findings what was not sound when it was made; an installation may carry a damaged row of long ago
 * @param files every file
 */
record Manifest(
        int format,
        String greenpark,
        String started,
        String finished,
        String upTo,
        String data,
        @Nullable String booksServer,
        @Nullable String config,
        Contents contents,
        List<String> findings,
        List<FileEntry> files) {
    static final int FORMAT = 1;
    static final String FILE = "manifest.json";
    static final String HASH = FILE + ".sha256";
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    Manifest {
        findings = List.copyOf(findings);
        files = List.copyOf(files);
    }

    /** A file, its path relative to the backup, with {@code /} between the names. */
    record FileEntry(String path, long bytes, String sha256) {}

    /**
     * What a backup holds, in numbers that can be counted again.
     *
     * @param documents null in a backup from before there were stored documents
     */
    record Contents(
            BooksContents books,
            LogContents log,
            Map<String, Long> deadLetters,
            @Nullable DocumentContents documents) {}

    /** Stored documents: how many, removed ones included, and the files of their contents with their size. */
    record DocumentContents(long documents, long files, long bytes) {}

    /**
     * The books.
     *
     * @param schema version of their schema
     * @param readings samples in the reading store, compacted ones included
     * @param readers position of each reader of the log
     * @param rows rows of each table
     * @param sums sums of whole-number amounts of each table that has them
     */
    record BooksContents(
            String schema, long readings, Map<String, Long> readers, Map<String, Long> rows, Map<String, Long> sums) {}

    /** The log: positions, commits, readings, and when the newest of them arrived (null if there is none). */
    record LogContents(
            int schema,
            long first,
            long end,
            long commits,
            long readings,
            @Nullable String lastArrival) {}

    /** Writes it and its hash, durably. */
    void write(Path backup) throws IOException {
        byte[] text = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        String hash = Sha256.hex(text) + "  " + FILE + "\n";
        SafeFiles.write(backup.resolve(HASH), hash.getBytes(StandardCharsets.UTF_8));
        SafeFiles.write(backup.resolve(FILE), text);
    }

    /**
     * Reads the manifest of a backup.
     *
     * @throws BackupException if there is none, it was changed, or a newer version wrote it
     */
    static Manifest read(Path backup) throws BackupException {
        Path file = backup.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new BackupException("\"" + backup + "\" is not a complete backup: it holds no " + FILE
                    + "; name a folder that greenpark backup has finished");
        }
        try {
            byte[] text = Files.readAllBytes(file);
            String said = Files.readString(backup.resolve(HASH)).strip();
            String actual = Sha256.hex(text);
            if (!said.startsWith(actual)) {
                throw new BackupException("\"" + file + "\" was changed: its SHA-256 is " + actual + ", " + HASH
                        + " says \"" + said + "\"; use another backup");
            }
            return parse(file, text);
        } catch (IOException e) {
            throw new BackupException("\"" + file + "\" cannot be read", e);
        }
    }

    private static Manifest parse(Path file, byte[] text) throws IOException, BackupException {
        try {
            JsonNode tree = JSON.readTree(text);
            int format = tree.path("format").asInt();
            if (format != FORMAT) {
                throw new BackupException("\"" + file + "\" has format \"" + format + "\"; this Greenpark reads "
                        + FORMAT + "; use the Greenpark that made it: "
                        + tree.path("greenpark").asText());
            }
            return JSON.treeToValue(tree, Manifest.class);
        } catch (JsonProcessingException e) {
            throw new BackupException("\"" + file + "\" is no manifest", e);
        }
    }
}
