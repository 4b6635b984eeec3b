package io.greenpark.store.backup;

import io.greenpark.store.backup.DatabaseFacts.DocumentRow;
import io.greenpark.store.document.DocumentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rows of stored documents against their contents, each of which is to have the SHA-256 that it is named by. Content that no
 * row names is no fault: a crash leaves it, and it goes by itself.
 */
final class DocumentsCheck {
    private final Path data;
    private final List<String> findings;

    /** @param findings what is not sound is added to it; backups keep these sentences, so that their wording must not change */
    DocumentsCheck(Path data, List<String> findings) {
        this.data = data;
        this.findings = findings;
    }

    Manifest.DocumentContents of(List<DocumentRow> rows) throws IOException {
        Map<String, List<DocumentRow>> byContent =
                rows.stream().collect(Collectors.groupingBy(DocumentRow::sha256, TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<DocumentRow>> content : byContent.entrySet()) {
            String fault = fault(content.getKey());
            if (fault != null) {
                content.getValue()
                        .forEach(row -> findings.add("documents: " + row.id() + " (\"" + row.name() + "\"): " + fault));
            }
        }
        List<Path> files = DataFolder.documents(data);
        long bytes =
                files.stream().mapToLong(f -> data.resolve(f).toFile().length()).sum();
        return new Manifest.DocumentContents(rows.size(), files.size(), bytes);
    }

    private @Nullable String fault(String sha256) throws IOException {
        Path file = DocumentFolder.pathOf(sha256);
        if (!Files.isRegularFile(data.resolve(file))) {
            return file + " is missing";
        }
        String found = SafeFiles.sha256(data.resolve(file), n -> {});
        return found.equals(sha256) ? null : file + " was changed; its SHA-256 is " + found;
    }
}
