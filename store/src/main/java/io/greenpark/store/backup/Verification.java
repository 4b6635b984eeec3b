package io.greenpark.store.backup;

import io.greenpark.store.backup.Manifest.FileEntry;
import io.greenpark.store.books.BooksSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a backup with its manifest: every file by size and SHA-256, every database by SQLite's own check, every row of
 * the log by its checksum, every reader's position by the log, every figure by counting again. Changes nothing.
 *
 * @param summary what the manifest says
 * @param broken what is not as the manifest says, in words; empty for a backup that can be restored
 */
public record Verification(BackupSummary summary, List<String> broken) {
    public Verification {
        broken = List.copyOf(broken);
    }

    /** How many bytes there are to read, roughly. */
    public static long bytes(Path backup) throws IOException {
        return DataFolder.bytes(backup);
    }

    /**
     * Verifies a backup.
     *
     * @throws BackupException if it is not a complete backup, or one this version cannot read
     */
    public static Verification of(Path backup, CopyProgress progress) throws BackupException {
        Manifest manifest = Manifest.read(backup);
        refuseNewerSchema(backup, manifest);
        List<String> broken = new ArrayList<>();
        try {
            files(backup, manifest, progress, broken);
        } catch (IOException e) {
            throw new BackupException("backup \"" + backup + "\" cannot be read", e);
        }
        DataFolderCheck now = DataFolderCheck.of(backup.resolve(Backup.DATA));
        for (String finding : now.findings()) {
            if (!manifest.findings().contains(finding)) {
                broken.add(finding);
            }
        }
        if (now.contents() != null) {
            figures(manifest.contents(), now.contents(), broken);
        }
        return new Verification(BackupSummary.of(manifest), broken);
    }

    private static void refuseNewerSchema(Path backup, Manifest manifest) throws BackupException {
        String found = manifest.contents().books().schema();
        if (BooksSchema.isNewer(found)) {
            throw new BackupException("backup \"" + backup + "\" holds books of schema version \"" + found
                    + "\"; this Greenpark knows versions up to " + BooksSchema.latest()
                    + "; use the Greenpark that made it: " + manifest.greenpark());
        }
    }

    private static void files(Path backup, Manifest manifest, CopyProgress progress, List<String> broken)
            throws IOException {
        Set<Path> known = new HashSet<>(Set.of(Path.of(Manifest.FILE), Path.of(Manifest.HASH)));
        for (FileEntry entry : manifest.files()) {
            known.add(Path.of(entry.path()));
            Path file = backup.resolve(entry.path());
            if (!Files.isRegularFile(file)) {
                broken.add(entry.path() + ": is missing");
            } else if (Files.size(file) != entry.bytes()) {
                broken.add(
                        entry.path() + ": has \"" + Files.size(file) + "\" bytes, the manifest says " + entry.bytes());
            } else {
                String hash = SafeFiles.sha256(file, n -> progress.at(entry.path(), n));
                if (!hash.equals(entry.sha256())) {
                    broken.add(entry.path() + ": was changed; its SHA-256 is " + hash + ", the manifest says "
                            + entry.sha256());
                }
            }
        }
        for (Path file : SafeFiles.below(backup)) {
            if (!known.contains(file)) {
                broken.add(file + ": is not in the manifest");
            }
        }
    }

    private static void figures(Manifest.Contents said, Manifest.Contents found, List<String> broken) {
        same("the books' schema", said.books().schema(), found.books().schema(), broken);
        same("readings in the books", said.books().readings(), found.books().readings(), broken);
        same("positions of the readers", said.books().readers(), found.books().readers(), broken);
        same("rows of the books", said.books().rows(), found.books().rows(), broken);
        same("sums of the books", said.books().sums(), found.books().sums(), broken);
        same("extent of the log", said.log(), found.log(), broken);
        same("rows of the dead letters", said.deadLetters(), found.deadLetters(), broken);
        if (said.documents() != null) {
            same("stored documents", said.documents(), found.documents(), broken);
        }
    }

    private static void same(String what, Object said, @Nullable Object found, List<String> broken) {
        if (!Objects.equals(said, found)) {
            broken.add(what + ": found \"" + found + "\", the manifest says " + said);
        }
    }
}
