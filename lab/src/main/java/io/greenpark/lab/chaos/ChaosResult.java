package io.greenpark.lab.chaos;

import io.greenpark.lab.chaos.check.StoreComparison;
import io.greenpark.lab.ledger.LedgerBook;
import io.greenpark.lab.ledger.LedgerLoad;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a run came to.
 *
 * @param lostConnections connections of devices that broke or were refused
 * @param drained how long it took to work everything off after the last acknowledgement
 * @param failures what kept the run from its end, in words
 * @param folder with the server's log and the ledger
 * @param dataFolder with the data as they were compared; the same but where it lies on a disk of its own
 */
public record ChaosResult(
        ChaosOptions options,
        FaultPlan plan,
        List<Incident> incidents,
        LedgerBook book,
        LedgerLoad load,
        long lostConnections,
        Duration drained,
        Duration took,
        HostDescription host,
        List<StoreComparison> comparisons,
        List<String> failures,
        Path folder,
        Path dataFolder) {
    public ChaosResult {
        incidents = List.copyOf(incidents);
        comparisons = List.copyOf(comparisons);
        failures = List.copyOf(failures);
    }

    /** Whether nothing acknowledged was lost and nothing counted twice, anywhere. */
    public boolean passed() {
        return failures.isEmpty() && comparisons.stream().allMatch(StoreComparison::right);
    }
}
