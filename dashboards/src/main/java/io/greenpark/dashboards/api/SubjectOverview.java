package io.greenpark.dashboards.api;

import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.Standings.SubjectStanding;
import io.greenpark.alerts.cases.DeviceStanding;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.live.LiveState;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Books;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of an enterprise, a park or the district at present: open cases, silent devices, and the intensity of the
 * year to date. The intensities are cached briefly, since many screens ask for them again and again.
 */
final class SubjectOverview {
    private static final Duration CACHED_FOR = Duration.ofSeconds(20);
    /** More than a district has subjects. */
    private static final int CACHED = 20_000;

    private final ConsoleSources sources;
    private final Clock clock;
    private final Briefly<Subject, Optional<JsonObject>> intensities;

    SubjectOverview(ConsoleSources sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
        this.intensities = new Briefly<>(sources.registry(), clock, CACHED_FOR, CACHED);
    }

    /** What needs somebody's attention now. */
    Attention attention() {
        return new Attention(openCases(), silentDevices());
    }

    /**
     * What needs somebody's attention.
     *
     * @param openCases by what they are about; those without one are absent
     * @param silentDevices by enterprise; those without one are absent
     */
    record Attention(Map<Subject, Integer> openCases, Map<String, Integer> silentDevices) {
        /** Open cases about a subject itself. */
        int ownCases(Subject subject) {
            return openCases.getOrDefault(subject, 0);
        }

        /** Open cases of a subject; of a park or the district those of all enterprises in it, too. */
        int openCases(Subject subject, Registry registry) {
            return within(subject, registry).mapToInt(this::ownCases).sum();
        }

        /** Devices of a subject's enterprises that are silent. */
        int silentDevices(Subject subject, Registry registry) {
            return within(subject, registry)
                    .filter(s -> s.scope() == Subject.Scope.ENTERPRISE)
                    .mapToInt(s -> silentDevices.getOrDefault(s.id(), 0))
                    .sum();
        }

        private static Stream<Subject> within(Subject subject, Registry registry) {
            return switch (subject.scope()) {
                case ENTERPRISE -> Stream.of(subject);
                case PARK ->
                    Stream.concat(
                            Stream.of(subject),
                            registry.enterprisesOfPark(subject.id()).stream().map(e -> Subject.enterprise(e.id())));
                case DISTRICT ->
                    Stream.of(
                                    Stream.of(subject),
                                    registry.facts().parks().stream().map(p -> Subject.park(p.id())),
                                    registry.facts().enterprises().stream().map(e -> Subject.enterprise(e.id())))
                            .flatMap(subjects -> subjects);
            };
        }
    }

    /** Open cases per enterprise, park as a whole and district as a whole; those without one are absent. */
    Map<Subject, Integer> openCases() {
        return sources.cases().open();
    }

    /** The newest sign of life of every device that ever sent something. */
    static Map<String, LiveState.Sign> signs(Books books) {
        return books.read(handle -> books.ports(handle).live().all());
    }

    /** Devices in use per enterprise that are silent by the cases that are open, also such whose messages are all refused. */
    Map<String, Integer> silentDevices() {
        Map<String, DeviceStanding> standings = sources.cases().standings();
        Map<String, Integer> counts = new HashMap<>();
        Registry registry = sources.registry().current();
        for (Device d : registry.facts().devices()) {
            DeviceStanding standing = standings.get(d.id());
            if (standing != null && standing.isSilent() && registry.inUse(d.id(), clock.instant())) {
                counts.merge(d.enterpriseId(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /**
     * The newest month of the {@linkplain NewestMonth#candidates candidates} whose change against the year before can be stated;
     * else the last of them, with its reasons. Null if the accounts have nothing.
     */
    @Nullable
    JsonObject intensity(Subject subject) {
        return intensities(List.of(subject)).get(subject);
    }

    /** The same of each of these; those of which the accounts have nothing are absent. */
    Map<Subject, JsonObject> intensities(Collection<Subject> subjects) {
        Map<Subject, JsonObject> known = new HashMap<>();
        intensities
                .of(subjects, this::newest)
                .forEach((subject, newest) -> newest.ifPresent(n -> known.put(subject, n)));
        return known;
    }

    /** The same with what the standing comes to, for pages of one subject. */
    @Nullable
    JsonObject intensityWithProgress(Subject subject) {
        JsonObject newest = intensity(subject);
        if (newest == null) {
            return null;
        }
        YearMonth month = YearMonth.from(LocalDate.parse(newest.getString("from")));
        SubjectStanding standing = sources.standings()
                .of(List.of(subject), month, ElectricityBasis.EQUIVALENT)
                .get(subject);
        return newest.copy().put("progress", standing == null ? null : StandingJson.progress(standing.progress()));
    }

    private Map<Subject, Optional<JsonObject>> newest(Registry registry, Collection<Subject> subjects) {
        Map<ZoneId, List<Subject>> zones = subjects.stream()
                .collect(Collectors.groupingBy(s -> s.time(registry).zone()));
        Map<Subject, Optional<JsonObject>> newest = new HashMap<>();
        zones.forEach((zone, own) -> {
            List<YearMonth> months =
                    NewestMonth.candidates(YearMonth.from(clock.instant().atZone(zone)));
            YearMonth from = months.get(months.size() - 1);
            sources.intensity()
                    .rows(own, from, months.get(0).plusMonths(1), ElectricityBasis.EQUIVALENT)
                    .forEach((subject, rows) -> newest.put(subject, newest(months, rows)));
        });
        return newest;
    }

    private static Optional<JsonObject> newest(List<YearMonth> months, List<IntensityRow> rows) {
        Map<YearMonth, IntensityRow> byMonth = rows.stream().collect(Collectors.toMap(IntensityRow::month, row -> row));
        List<IntensityRow> newestFirst =
                months.stream().map(byMonth::get).filter(Objects::nonNull).toList();
        if (newestFirst.isEmpty()) {
            return Optional.empty();
        }
        IntensityRow shown = newestFirst.stream()
                .filter(row -> row.yearToDate().changePercent() != null)
                .findFirst()
                .orElse(newestFirst.get(0));
        return Optional.of(IntensityAnswers.row(shown).put("basis", ElectricityBasis.EQUIVALENT.name()));
    }
}
