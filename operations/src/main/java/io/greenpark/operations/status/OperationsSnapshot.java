package io.greenpark.operations.status;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.outbox.OutboxCounts;
import io.greenpark.config.tls.CertificateStatus;
import io.greenpark.influx.RefusedPoints;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.DoorStatus;
import io.greenpark.store.log.LogStatus;
import io.greenpark.store.loop.LoopStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the platform fares, at one moment.
 *
 * @param versions what runs here, by name: {@code greenpark}, {@code java}, {@code os}
 * @param doors the doors that were opened
 * @param intake what has passed each kind of door, by its code, and what is under way
 * @param missed readings each reader could no longer read
 * @param refusedPoints what InfluxDB refused for good
 * @param certificates those that doors and console show
 * @param canary null where it is switched off
 */
public record OperationsSnapshot(
        Instant at,
        Map<String, String> versions,
        List<Trouble> stuck,
        List<Trouble> notReady,
        List<Trouble> degraded,
        List<DoorStatus> doors,
        Intake intake,
        List<LoopStatus> readers,
        Map<String, Long> missed,
        LogStatus log,
        RefusedByInflux refusedPoints,
        OutboxCounts outbox,
        Map<Case.Rule, Long> openCases,
        List<CertificateStatus> certificates,
        @Nullable CanaryStatus canary,
        DiskUse disk) {
    public OperationsSnapshot {
        versions = Map.copyOf(versions);
        stuck = List.copyOf(stuck);
        notReady = List.copyOf(notReady);
        degraded = List.copyOf(degraded);
        doors = List.copyOf(doors);
        readers = List.copyOf(readers);
        certificates = List.copyOf(certificates);
        missed = Map.copyOf(missed);
        openCases = Map.copyOf(openCases);
    }

    /**
     * What the doors share.
     *
     * @param inFlight readings and refusals not yet durable
     * @param limit how many there may be before connections are held back
     * @param trouble why nothing was acknowledged when last tried; null if it was
     */
    public record Intake(
            long inFlight, long limit, @Nullable String trouble, List<Passed> passed) {
        public Intake {
            passed = List.copyOf(passed);
        }
    }

    /** What has passed one kind of door since the process began; every reason is present. */
    public record Passed(String door, long messages, long readings, Map<RejectReason, Long> refusals) {
        public Passed {
            refusals = Map.copyOf(refusals);
        }
    }

    /**
     * Points InfluxDB refused for good.
     *
     * @param total how many in all
     * @param newest the newest kinds of refusal, by series and reason
     */
    public record RefusedByInflux(long total, List<RefusedPoints.RefusedSeries> newest) {
        public RefusedByInflux {
            newest = List.copyOf(newest);
        }
    }
}
