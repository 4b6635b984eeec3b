package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.reports.content.Report;
import io.greenpark.reports.content.ReportPeriod;
import io.greenpark.reports.content.Section;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Composes reports of what the API answers with, cut to the asker's part, so that nothing is in one that its reader could not look up. */
final class ReportComposer {
    private final ConsoleSources sources;
    private final Clock clock;

    /** @param sources as whoever asks sees them */
    ReportComposer(ConsoleSources sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** The report as it is now. */
    Report of(Subject subject, ReportPeriod period, ElectricityBasis basis, Viewer viewer) {
        Instant now = clock.instant();
        ReportAsked asked = new ReportAsked(sources, sources.registry().current(), subject, period, basis, viewer, now);
        ReportEnergy energy = new ReportEnergy(asked);
        List<Section> sections = List.of(
                energy.section(),
                new ReportIntensity(asked).section(),
                new ReportOutlets(asked).section(),
                new ReportCases(asked).section(),
                new ReportQuality(asked).section(),
                new ReportClean(asked).section(),
                new ReportMethod(asked, energy.rows()).section());
        return new Report(
                subject,
                asked.nameOf(subject),
                period,
                basis,
                state(asked),
                now,
                asked.time().zone(),
                sections);
    }

    private static Report.State state(ReportAsked asked) {
        if (asked.now().isBefore(asked.end())) {
            return Report.State.RUNNING;
        }
        boolean closed = asked.period().months().stream().allMatch(month -> asked.sources()
                .closings()
                .closing(asked.subject(), month)
                .isPresent());
        return closed ? Report.State.CLOSED : Report.State.OPEN;
    }
}
