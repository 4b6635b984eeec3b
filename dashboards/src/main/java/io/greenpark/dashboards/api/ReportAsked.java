package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.reports.content.ReportPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What report is asked for, and what it is made of.
 *
 * @param sources as whoever asks sees them
 * @param registry as it stands when the report is begun: all of its parts go by it
 * @param now when its figures are read
 */
record ReportAsked(
        ConsoleSources sources,
        Registry registry,
        Subject subject,
        ReportPeriod period,
        ElectricityBasis basis,
        Viewer viewer,
        Instant now) {
    ParkTime time() {
        return subject.time(registry);
    }

    Instant begin() {
        return time().startOf(period.from());
    }

    Instant end() {
        return time().startOf(period.to());
    }

    /** The last day of it that has begun. */
    LocalDate lastDay() {
        LocalDate last = period.to().minusDays(1);
        LocalDate today = time().dayOf(now);
        return last.isAfter(today) ? today : last;
    }

    boolean ofEnterprise() {
        return subject.scope() == Subject.Scope.ENTERPRISE;
    }

    List<Enterprise> enterprises() {
        return subject.enterprises(registry).stream()
                .flatMap(id -> registry.enterprise(id).stream())
                .toList();
    }

    /** The subject, and what it consists of: parks of the district, and enterprises. */
    List<Subject> parts() {
        List<Subject> parts = new ArrayList<>();
        parts.add(subject);
        if (subject.scope() == Subject.Scope.DISTRICT) {
            registry.facts().parks().stream().map(Park::id).map(Subject::park).forEach(parts::add);
        }
        if (!ofEnterprise()) {
            enterprises().stream().map(Enterprise::id).map(Subject::enterprise).forEach(parts::add);
        }
        return parts;
    }

    Bilingual nameOf(Subject of) {
        return of.name(registry);
    }

    /** The enterprise before a thing of it, unless the report is of that enterprise alone. */
    Bilingual within(String enterprise, Bilingual thing) {
        if (ofEnterprise()) {
            return thing;
        }
        Bilingual name = Objects.requireNonNull(nameOf(Subject.enterprise(enterprise)));
        return new Bilingual(name.zh() + " " + thing.zh(), name.en() + " " + thing.en());
    }
}
