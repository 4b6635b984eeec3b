package io.greenpark.registry;

import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryFiles;
import io.greenpark.park.registry.RegistryFiles.Difference;
import io.greenpark.park.registry.RegistryFiles.FileFault;
import io.greenpark.park.registry.RegistryFiles.State;
import io.greenpark.registry.FileComparison.Kept;
import io.greenpark.registry.document.PlacedDocument;
import io.greenpark.registry.history.RegistryStore;
import io.greenpark.registry.merge.ChangeSummary;
import io.greenpark.registry.merge.FieldMerge;
import io.greenpark.registry.merge.FileMerge;
import io.greenpark.registry.merge.MergeResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What a reload of files would come to on the registry that the books hold, for a command beside the process that runs.
 *
 * @param state how the files would stand
 * @param faults why they would be refused; empty unless they would
 * @param lines what would be done, in words, a line each; empty if they would be refused
 */
public record ReloadPreview(State state, List<FileFault> faults, List<String> lines) {
    public ReloadPreview {
        faults = List.copyOf(faults);
        lines = List.copyOf(lines);
    }

    /** How the preview is made: the largest share that ends without a confirmation, when, and how much of a list is told. */
    public record Options(double largestShare, Instant now, int mostLines) {}

    /**
     * Compares files with the books. Changes nothing.
     *
     * @param handle a reading connection to the books, in one transaction
     * @param documents the files, without faults in themselves
     * @param content what was read from them
     */
    public static ReloadPreview of(
            Handle handle, List<RegistryDocument> documents, RegistryYaml.Content content, Options options) {
        Map<DocumentKey, PlacedDocument> current = RegistryStore.documents(handle);
        Registry registry = current.isEmpty() ? null : KeptRegistry.of(current);
        Kept kept = new Kept(registry, current, RegistryStore.files(handle));
        FileDocuments files = FileDocuments.of(documents, content);
        FileComparison compared = FileComparison.of(files, kept, options.now());
        if (!compared.faults().isEmpty()) {
            return new ReloadPreview(State.FAULTY, withoutValues(compared.faults()), List.of());
        }
        MergeResult merged = Objects.requireNonNull(compared.merged());
        boolean waits = merged.taken().largestShare() > options.largestShare();
        List<String> lines = new ArrayList<>();
        lines.add("compared with the registry kept, as of change " + RegistryStore.newest(handle) + ": "
                + (waits ? waiting(merged, compared.id()) : inForce(merged)));
        lines.addAll(changes(merged, current, options.mostLines()));
        lines.addAll(differences(FileMerge.standing(merged.files(), merged.documents()), options.mostLines()));
        return new ReloadPreview(waits ? State.WAITING : State.IN_FORCE, List.of(), lines);
    }

    /** A kept statistic may be for sums only, and is in no file. */
    private static List<FileFault> withoutValues(List<FileFault> faults) {
        return faults.stream().map(FileFault::withheld).toList();
    }

    private static String inForce(MergeResult merged) {
        return merged.changes().isEmpty()
                ? "a reload would change no document"
                : "a reload would take the files over: " + merged.summary().text();
    }

    private static String waiting(MergeResult merged, String id) {
        return "a reload would wait for confirmation, since the files no longer have "
                + RegistryTexts.share(merged.taken())
                + "; if that is meant, confirm it: " + RegistryFiles.confirmCommand(id)
                + ", or at a start: greenpark run --confirm " + id + "; once confirmed: "
                + merged.summary().text();
    }

    private static List<String> changes(MergeResult merged, Map<DocumentKey, PlacedDocument> before, int most) {
        Map<DocumentKind, List<String>> byKind = new EnumMap<>(DocumentKind.class);
        merged.changes().forEach((key, after) -> byKind.computeIfAbsent(key.kind(), k -> new ArrayList<>())
                .add("  " + change(key, Optional.ofNullable(before.get(key)), after)));
        List<String> lines = new ArrayList<>();
        byKind.forEach((kind, of) -> lines.addAll(first(of, most, ChangeSummary.plural(kind, of.size() - most))));
        return lines;
    }

    private static String change(DocumentKey key, Optional<PlacedDocument> before, Optional<PlacedDocument> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return (before.isEmpty() ? "would add " : "would remove ") + key;
        }
        String fields = FieldMerge.differences(
                        before.get().document(), after.get().document())
                .stream()
                .collect(Collectors.joining(", "));
        return "would change " + key + ": " + (fields.isEmpty() ? "its place in the files" : fields);
    }

    private static List<String> differences(List<Difference> differences, int most) {
        List<String> lines = differences.stream()
                .map(d -> "  would stay otherwise than the files say: " + RegistryTexts.text(d))
                .toList();
        return first(lines, most, "that would stay otherwise than the files say");
    }

    private static List<String> first(List<String> lines, int most, String others) {
        if (lines.size() <= most) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, most));
        first.add("  and " + (lines.size() - most) + " more " + others);
        return first;
    }
}
