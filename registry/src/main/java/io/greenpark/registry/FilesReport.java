package io.greenpark.registry;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
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

    /** @param outcome of the reading at the start */
    FilesReport(RegistryStore store, Clock clock, FileOutcome outcome) {
        this.store = store;
        this.clock = clock;
        status = status(State.IN_FORCE, List.of(), Map.of(), Map.of(), List.of(), lastFromFiles(store));
        read(outcome);
    }

    FilesStatus status() {
        return status;
    }

    /** Notes what became of the files when they were read. */
    void read(FileOutcome outcome) {
        FilesStatus before = status;
        if (outcome instanceof FileOutcome.InForce inForce) {
            Long change = inForce.change() == null ? before.lastTaken() : inForce.change();
            status = status(State.IN_FORCE, List.of(), Map.of(), Map.of(), inForce.differences(), change);
        } else if (outcome instanceof FileOutcome.Waiting waiting) {
            Taken taken = waiting.taken();
            status = status(
                    State.WAITING, List.of(), taken.gone(), taken.had(), before.differences(), before.lastTaken());
        } else if (outcome instanceof FileOutcome.Faulty faulty) {
            faulty(faulty.faults());
        }
    }

    /** Notes that they could not be taken over. */
    void faulty(List<FileFault> faults) {
        status = status(State.FAULTY, faults, Map.of(), Map.of(), status.differences(), status.lastTaken());
    }

    /** Notes the differences from the files that edited documents have after a change. */
    void edited(Set<DocumentKey> touched, long change) {
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
                differences,
                before.lastTaken());
    }

    private FilesStatus status(
            State state,
            List<FileFault> faults,
            Map<DocumentKind, Integer> gone,
            Map<DocumentKind, Integer> had,
            List<Difference> differences,
            @Nullable Long lastTaken) {
        return new FilesStatus(state, clock.instant(), faults, gone, had, differences, lastTaken);
    }

    private static @Nullable Long lastFromFiles(RegistryStore store) {
        return store.changesBelow(Long.MAX_VALUE, 1_000).stream()
                .filter(c -> c.source() == RegistryHistory.Source.FILE)
                .map(RegistryHistory.Change::number)
                .findFirst()
                .orElse(null);
    }
}
