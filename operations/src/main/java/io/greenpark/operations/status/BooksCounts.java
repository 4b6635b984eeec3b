package io.greenpark.operations.status;

import io.greenpark.alerts.bounce.BounceCounts;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.outbox.OutboxCounts;
import io.greenpark.influx.RefusedPoints;
import io.greenpark.park.finding.FindingKind;
import io.greenpark.store.document.DocumentCounts;
import java.util.List;
import java.util.Map;

/**
 * What the books count.
 *
 * @param missed readings each reader could no longer read
 * @param refusedPoints what InfluxDB refused for good
 * @param bounces what came back into the mailbox that mails come back to
 * @param files that people attached
 * @param findings how many points there are with something noticed of each kind, of late
 */
public record BooksCounts(
        Map<String, Long> missed,
        RefusedByInflux refusedPoints,
        OutboxCounts outbox,
        BounceCounts bounces,
        Map<Case.Rule, Long> openCases,
        DocumentCounts files,
        Map<FindingKind, Long> findings) {
    /** The counts of empty books. */
    public static final BooksCounts NONE = new BooksCounts(
            Map.of(),
            new RefusedByInflux(0, List.of()),
            new OutboxCounts(0, 0),
            BounceCounts.NONE,
            Map.of(),
            new DocumentCounts(0, 0),
            Map.of());

    public BooksCounts {
        missed = Map.copyOf(missed);
        openCases = Map.copyOf(openCases);
        findings = Map.copyOf(findings);
    }

    /**
     * Points InfluxDB refused for good.
     *
     * @param total how many in all
     * @param newest the newest refusals, one per series and reason
     */
    public record RefusedByInflux(long total, List<RefusedPoints.RefusedSeries> newest) {
        public RefusedByInflux {
            newest = List.copyOf(newest);
        }
    }
}
