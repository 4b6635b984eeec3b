package io.greenpark.accounting.finding;

import io.greenpark.park.energy.RegisterFinding;
import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Point;
import io.greenpark.park.sample.SampleFinding;

/**
 * One thing that a computation noticed.
 *
 * @param atMs where it belongs: a computation of that time finds it again, or it is no more
 * @param fromMs first data time it is about
 * @param toMs last data time it is about
 */
record Found(FindingKind kind, long atMs, long fromMs, long toMs, Reason reason) {
    static Found of(SampleFinding f) {
        return new Found(FindingKind.valueOf(f.kind().name()), f.timeMs(), f.timeMs(), f.timeMs(), f.reason());
    }

    static Found of(Point point, RegisterFinding f) {
        return new Found(FindingKind.valueOf(f.kind().name()), f.decidedMs(), f.fromMs(), f.toMs(), f.reason(point));
    }
}
