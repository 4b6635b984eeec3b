package io.greenpark.registry.merge;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.RegistryFiles.Difference;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.PlacedDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of a merge with the files.
 *
 * @param documents all, as they are to be in force
 * @param changes what of them is different from what is in force; empty for what is removed
 * @param fileChanges what the files say differently than before
 * @param differences what a person changed and the files now change too, where the person won
 * @param taken how much the files take away
 * @param summary of the changes
 */
public record MergeResult(
        Map<DocumentKey, PlacedDocument> documents,
        Map<DocumentKey, Optional<PlacedDocument>> changes,
        Map<DocumentKey, Optional<Document>> fileChanges,
        List<Difference> differences,
        Taken taken,
        ChangeSummary summary) {
    public MergeResult {
        differences = List.copyOf(differences);
    }
}
