package io.greenpark.registry;

import io.greenpark.config.digest.Sha256;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.RegistryFiles.Difference;
import io.greenpark.park.registry.RegistryFiles.FileFault;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.DocumentReader;
import io.greenpark.registry.document.DocumentWriter;
import io.greenpark.registry.document.FilesSaid;
import io.greenpark.registry.document.PlacedDocument;
import io.greenpark.registry.document.References;
import io.greenpark.registry.history.RegistryStore;
import io.greenpark.registry.history.RegistryStore.ChangeNote;
import io.greenpark.registry.history.RegistryStore.Content;
import io.greenpark.registry.merge.ChangeSummary;
import io.greenpark.registry.merge.FileMerge;
import io.greenpark.registry.merge.MergeResult;
import io.greenpark.registry.merge.Taken;
import io.greenpark.registry.rules.IdentityRules;
import io.greenpark.registry.rules.RegistryRules;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes the registry's files over into the kept registry: reads, merges, checks, and only then appends one change. */
final class FileImport {
    private final RegistryStore store;
    private final double largestShare;
    private final Clock clock;

    FileImport(RegistryStore store, double largestShare, Clock clock) {
        this.store = store;
        this.largestShare = largestShare;
        this.clock = clock;
    }

    /** What became of reading the files. */
    sealed interface FileOutcome {
        /** They have faults. */
        record Faulty(List<FileFault> faults) implements FileOutcome {}

        /** They take away so much that somebody must confirm it. */
        record Waiting(Taken taken) implements FileOutcome {}

        /**
         * What they say is in force.
         *
         * @param change number of the change that they made; null if they said nothing new
         * @param touched the documents that it added, changed or removed
         * @param summary of that change
         * @param differences in what the registry differs from them
         */
        record InForce(
                Registry registry,
                Map<String, GivenCredential> credentials,
                @Nullable Long change,
                Set<DocumentKey> touched,
                ChangeSummary summary,
                List<Difference> differences)
                implements FileOutcome {}
    }

    /**
     * Takes files over.
     *
     * @param before the registry in force; null if none was ever kept
     * @param current its documents
     * @param confirmed whether somebody confirmed that they may take away much
     */
    FileOutcome run(
            ConfigFile files, @Nullable Registry before, Map<DocumentKey, PlacedDocument> current, boolean confirmed) {
        Problems problems = new Problems();
        FileDocuments say = read(files, problems);
        if (!problems.isEmpty()) {
            return new FileOutcome.Faulty(faults(problems));
        }
        FilesSaid said = store.files();
        said.now().replaceAll((key, document) -> shared(document, current.get(key)));
        say.documents()
                .replaceAll((key, document) ->
                        document.equals(said.now().get(key)) ? said.now().get(key) : document);
        MergeResult merged = new FileMerge(said, say.documents(), current, clock.instant()).merge();
        Registry registry = before;
        if (registry == null || !merged.changes().isEmpty()) {
            registry = new Registry(DocumentReader.read(merged.documents(), problems));
            List<FileFault> faults = faults(problems);
            faults.addAll(ruleFaults(before, registry, say, merged));
            if (!faults.isEmpty()) {
                return new FileOutcome.Faulty(faults);
            }
        }
        if (merged.taken().largestShare() > largestShare && !confirmed) {
            return new FileOutcome.Waiting(merged.taken());
        }
        Content changes = new Content(merged.changes(), said.changesTo(merged.files()));
        Long change = changes.isEmpty() ? null : store.append(say.note(), changes, clock);
        return new FileOutcome.InForce(
                registry,
                say.credentials(),
                change,
                Set.copyOf(merged.changes().keySet()),
                merged.summary(),
                FileMerge.standing(merged.files(), merged.documents()));
    }

    /** What is needed of files once they are read: their texts and trees take several times as much room. */
    private record FileDocuments(
            Map<DocumentKey, Document> documents,
            Map<String, GivenCredential> credentials,
            Function<DocumentKey, String> place,
            ChangeNote note) {}

    private static FileDocuments read(ConfigFile files, Problems problems) {
        List<RegistryDocument> documents = files.registry(problems);
        RegistryYaml.Content content = RegistryYaml.read(documents, problems);
        return new FileDocuments(
                problems.isEmpty() ? DocumentWriter.write(new Registry(content.facts())) : Map.of(),
                content.credentials(),
                content.place(),
                note(documents));
    }

    /** What the files said is mostly in force: equal documents are one text in memory. */
    private static Document shared(Document said, @Nullable PlacedDocument inForce) {
        return inForce != null && inForce.document().equals(said) ? inForce.document() : said;
    }

    private static ChangeNote note(List<RegistryDocument> documents) {
        String names = documents.stream()
                .map(d -> d.file().getFileName().toString())
                .distinct()
                .collect(Collectors.joining(", "));
        String hashes = documents.stream().map(RegistryDocument::sha256).collect(Collectors.joining("\n"));
        return new ChangeNote("greenpark", Source.FILE, names, Sha256.hex(hashes));
    }

    private static List<FileFault> faults(Problems problems) {
        return problems.list().stream()
                .map(p -> new FileFault(p.place(), p.key(), p.message()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<FileFault> ruleFaults(
            @Nullable Registry before, Registry registry, FileDocuments say, MergeResult merged) {
        Registry known = before == null ? new Registry(DocumentReader.read(Map.of(), new Problems())) : before;
        List<DocumentFault> faults = RegistryRules.faults(registry);
        IdentityRules.check(
                known, registry, (key, field, message) -> faults.add(new DocumentFault(key, field, message)));
        // What was wrong before this reading is not the files' to answer for.
        Set<DocumentFault> knownFaults = new HashSet<>(RegistryRules.faults(known));
        return faults.stream()
                .filter(f -> !knownFaults.contains(f))
                .map(f -> new FileFault(
                        say.place().apply(f.key()),
                        f.key() + "." + f.field(),
                        f.message() + removedByPerson(f, say.documents(), merged)))
                .toList();
    }

    /** Where a file names what it has, and what is not in force as a person removed it. */
    private static String removedByPerson(DocumentFault fault, Map<DocumentKey, Document> files, MergeResult merged) {
        PlacedDocument faulty = merged.documents().get(fault.key());
        String named = faulty == null ? null : faulty.document().text(fault.field());
        return faulty != null
                        && References.of(fault.key(), faulty.document()).stream()
                                .anyMatch(to -> to.id().equals(named)
                                        && files.containsKey(to)
                                        && !merged.documents().containsKey(to))
                ? ". The files have it, but a person removed it: put it in again by the API, or name another"
                : "";
    }
}
