package io.greenpark.registry;

import io.greenpark.config.digest.Sha256;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.RegistryFiles.Difference;
import io.greenpark.park.registry.RegistryFiles.FileFault;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.DocumentReader;
import io.greenpark.registry.document.FilesSaid;
import io.greenpark.registry.document.PlacedDocument;
import io.greenpark.registry.document.References;
import io.greenpark.registry.merge.FileMerge;
import io.greenpark.registry.merge.MergeResult;
import io.greenpark.registry.rules.ClosedMonthRules;
import io.greenpark.registry.rules.IdentityRules;
import io.greenpark.registry.rules.RegistryRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What taking files over would make of a kept registry. Changes nothing.
 *
 * @param faults why it would be refused; the other components must not be used then
 * @param registry what would be in force; null if there are faults
 * @param merged what the merge came to; null if there are faults
 * @param id of just this taking over: a short hash of the files' contents and of what they no longer have
 */
record FileComparison(
        List<FileFault> faults,
        @Nullable Registry registry,
        @Nullable MergeResult merged,
        String id) {
    private static final int ID_DIGITS = 8;

    /**
     * A kept registry.
     *
     * @param registry null if none was ever kept
     * @param current its documents
     * @param said what the files said when they were last taken over, and last of what had left them
     */
    record Kept(@Nullable Registry registry, Map<DocumentKey, PlacedDocument> current, FilesSaid said) {
        /** What the files said is mostly in force: equal documents are one text in memory. */
        Kept {
            Map<DocumentKey, Document> shared = new HashMap<>();
            said.now().forEach((key, own) -> {
                PlacedDocument inForce = current.get(key);
                shared.put(key, inForce != null && inForce.document().equals(own) ? inForce.document() : own);
            });
            said = new FilesSaid(shared, said.left());
        }

        /** In what it differs from what they said when they were last taken over. */
        List<Difference> standing() {
            return FileMerge.standing(said, current);
        }
    }

    /** @param now when points that left the files would end */
    static FileComparison of(FileDocuments files, Kept kept, Instant now) {
        if (!files.faults().isEmpty()) {
            return faulty(files.faults());
        }
        Map<DocumentKey, Document> said = kept.said().now();
        FirstFacts.date(files, kept, now);
        files.documents().replaceAll((key, document) -> document.equals(said.get(key)) ? said.get(key) : document);
        MergeResult merged = new FileMerge(kept.said(), files.documents(), kept.current(), now).merge();
        Registry registry = kept.registry();
        if (registry == null || !merged.changes().isEmpty()) {
            Problems problems = new Problems();
            registry = new Registry(DocumentReader.read(merged.documents(), problems));
            List<FileFault> faults = new ArrayList<>(FileDocuments.faults(problems));
            faults.addAll(ruleFaults(kept.registry(), registry, files, merged));
            if (!faults.isEmpty()) {
                return faulty(faults);
            }
        }
        return new FileComparison(List.of(), registry, merged, id(files, kept.said()));
    }

    private static FileComparison faulty(List<FileFault> faults) {
        return new FileComparison(faults, null, null, "");
    }

    /** The same contents may take other things away later, when other files were taken over in the meantime. */
    private static String id(FileDocuments files, FilesSaid said) {
        String gone = said.now().keySet().stream()
                .filter(key -> !files.documents().containsKey(key))
                .map(DocumentKey::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
        return Sha256.hex(files.sha256() + "\n" + gone).substring(0, ID_DIGITS);
    }

    private static List<FileFault> ruleFaults(
            @Nullable Registry before, Registry registry, FileDocuments files, MergeResult merged) {
        Registry known = before == null ? new Registry(DocumentReader.read(Map.of(), new Problems())) : before;
        List<DocumentFault> faults = RegistryRules.faults(registry);
        IdentityRules.check(known, registry, (key, field, words) -> faults.add(new DocumentFault(key, field, words)));
        ClosedMonthRules.check(
                known, registry, (key, field, words) -> faults.add(new DocumentFault(key, field, words)));
        // What was wrong before this reading is not the files' to answer for.
        Set<DocumentFault> knownFaults = new HashSet<>(RegistryRules.faults(known));
        return faults.stream()
                .filter(f -> !knownFaults.contains(f))
                .map(f -> new FileFault(
                        files.place().apply(f.key()),
                        f.key() + "." + f.field(),
                        removedByPerson(f, files.documents(), merged)
                                ? new Bilingual(
                                        f.words().zh() + "。文件中有它，但已有人将其删除：请通过接口重新添加，或填写另一个",
                                        f.words().en()
                                                + ". The files have it, but a person removed it: put it in again by the API,"
                                                + " or name another")
                                : f.words()))
                .toList();
    }

    /** Where a file names what it has, and what is not in force as a person removed it. */
    private static boolean removedByPerson(DocumentFault fault, Map<DocumentKey, Document> files, MergeResult merged) {
        PlacedDocument faulty = merged.documents().get(fault.key());
        String named = faulty == null ? null : faulty.document().text(fault.field());
        return faulty != null
                && References.of(fault.key(), faulty.document()).stream()
                        .anyMatch(to -> to.id().equals(named)
                                && files.containsKey(to)
                                && !merged.documents().containsKey(to));
    }
}
