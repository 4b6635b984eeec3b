package io.greenpark.registry;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.RegistryFiles.Difference;
import io.greenpark.park.registry.RegistryFiles.FileFault;
import io.greenpark.park.registry.RegistryFiles.FilesStatus;
import io.greenpark.park.registry.RegistryFiles.State;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.registry.FileImport.FileOutcome;
import io.greenpark.registry.history.RegistryStore;
import io.greenpark.registry.merge.FileMerge;
import io.greenpark.registry.merge.Taken;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the registry's files stand, from one reading or edit to the next. */
final class FilesReport {
    private final RegistryStore store;
    private final Clock clock;
    private volatile FilesStatus status;

    /**
     * @param outcome of the reading at the start
     * @param standing in what the registry kept before differs from what its files said when they were last taken over
     */
    FilesReport(RegistryStore store, Clock clock, FileOutcome outcome, List<Difference> standing) {
        this.store = store;
        this.clock = clock;
        status = new FilesStatus(
                State.IN_FORCE, clock.instant(), List.of(), Map.of(), Map.of(), null, standing, lastFromFiles(store));
        read(outcome);
    }

    FilesStatus status() {
        return status;
    }

    /** Notes what became of the files when they were read. */
    synchronized void read(FileOutcome outcome) {
        FilesStatus before = status;
        if (outcome instanceof FileOutcome.InForce inForce) {
            Long change = inForce.change() == null ? before.lastTaken() : inForce.change();
            status = new FilesStatus(
                    State.IN_FORCE,
                    clock.instant(),
                    List.of(),
                    Map.of(),
                    Map.of(),
                    null,
                    inForce.differences(),
                    change);
        } else if (outcome instanceof FileOutcome.Waiting waiting) {
            Taken taken = waiting.taken();
            status = new FilesStatus(
                    State.WAITING,
                    clock.instant(),
                    List.of(),
                    taken.gone(),
                    taken.had(),
                    waiting.id(),
                    before.differences(),
                    before.lastTaken());
        } else if (outcome instanceof FileOutcome.Faulty faulty) {
            faulty(faulty.faults());
        }
    }

    /** Notes that they could not be taken over. */
    synchronized void faulty(List<FileFault> faults) {
        FilesStatus before = status;
        status = new FilesStatus(
                State.FAULTY,
                clock.instant(),
                faults,
                Map.of(),
                Map.of(),
                null,
                before.differences(),
                before.lastTaken());
    }

    /** Notes the differences from the files that edited documents have after a change. */
    synchronized void edited(Set<DocumentKey> touched, long change) {
        FilesStatus before = status;
        List<Difference> differences = new ArrayList<>(before.differences());
        differences.removeIf(d -> touched.contains(d.key()));
        differences.addAll(FileMerge.standing(store.files(touched), store.placed(change, touched)));
        status = new FilesStatus(
                before.state(),
                before.since(),
                before.faults(),
                before.gone(),
                before.had(),
                before.waiting(),
                differences,
                before.lastTaken());
    }

    private static @Nullable Long lastFromFiles(RegistryStore store) {
        return store.changesBelow(Long.MAX_VALUE, 1_000).stream()
                .filter(c -> c.source() == RegistryHistory.Source.FILE)
                .map(RegistryHistory.Change::number)
                .findFirst()
                .orElse(null);
    }
}
