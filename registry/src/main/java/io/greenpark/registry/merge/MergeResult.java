package io.greenpark.registry.merge;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.registry.document.FilesSaid;
import io.greenpark.registry.document.PlacedDocument;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of a merge with the files.
 *
 * @param documents all, as they are to be in force
 * @param changes what of them is different from what is in force; empty for what is removed
 * @param files what the files say now, and said last of what left them
 * @param taken how much the files take away
 * @param summary of the changes
 */
public record MergeResult(
        Map<DocumentKey, PlacedDocument> documents,
        Map<DocumentKey, Optional<PlacedDocument>> changes,
        FilesSaid files,
        Taken taken,
        ChangeSummary summary) {}
