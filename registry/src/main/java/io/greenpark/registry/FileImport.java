package io.greenpark.registry;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryFiles.Difference;
import io.greenpark.park.registry.RegistryFiles.FileFault;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.registry.FileComparison.Kept;
import io.greenpark.registry.history.RegistryStore;
import io.greenpark.registry.history.RegistryStore.ChangeNote;
import io.greenpark.registry.history.RegistryStore.Content;
import io.greenpark.registry.merge.ChangeSummary;
import io.greenpark.registry.merge.FileMerge;
import io.greenpark.registry.merge.MergeResult;
import io.greenpark.registry.merge.Taken;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes what files say over into the kept registry: merges, checks, and only then appends one change. */
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

        /**
         * They take away so much that somebody must confirm it.
         *
         * @param id what to confirm
         * @param refused what was confirmed instead; null for nothing
         */
        record Waiting(Taken taken, String id, @Nullable String refused) implements FileOutcome {}

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
     * @param kept what is in force
     * @param confirmation of what they may take away
     */
    FileOutcome run(FileDocuments files, Kept kept, Confirmation confirmation) {
        FileComparison compared = FileComparison.of(files, kept, clock.instant());
        if (!compared.faults().isEmpty()) {
            return new FileOutcome.Faulty(compared.faults());
        }
        MergeResult merged = Objects.requireNonNull(compared.merged());
        boolean much = merged.taken().largestShare() > largestShare;
        if (much && !confirmation.covers(compared.id())) {
            return new FileOutcome.Waiting(merged.taken(), compared.id(), confirmation.id());
        }
        Content changes = new Content(merged.changes(), kept.said().changesTo(merged.files()));
        ChangeNote note = note(files, much ? confirmation : Confirmation.NONE);
        return new FileOutcome.InForce(
                Objects.requireNonNull(compared.registry()),
                files.credentials(),
                changes.isEmpty() ? null : store.append(note, changes, clock),
                Set.copyOf(merged.changes().keySet()),
                merged.summary(),
                FileMerge.standing(merged.files(), merged.documents()));
    }

    private static ChangeNote note(FileDocuments files, Confirmation confirmation) {
        String confirmed = confirmation.id() == null ? "" : " (confirmed as " + confirmation.id() + ")";
        return new ChangeNote(confirmation.who(), Source.FILE, files.names() + confirmed, files.sha256());
    }
}
