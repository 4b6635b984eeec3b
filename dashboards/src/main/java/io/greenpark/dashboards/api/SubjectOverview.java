package io.greenpark.dashboards.api;

import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.Standings.SubjectStanding;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.source.NewestMonth;
import io.greenpark.park.live.LiveState;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.returns.closing.ClosingMarks.IntensityOf;
import io.greenpark.returns.closing.ClosingMarks.Mark;
import io.greenpark.store.books.Books;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
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
 * What lists show of an enterprise, a park or the district at present: open cases, devices that are silent or late, and the
 * intensity of the year to date. The intensities are cached briefly, since many screens ask for them again and again.
 */
final class SubjectOverview {
    private static final Duration CACHED_FOR = Duration.ofSeconds(20);
    /** More than a district has subjects. */
    private static final int CACHED = 20_000;

    private final ConsoleSources sources;
    private final Clock clock;
    private final DeviceCounts devices;
    private final Briefly<Asked, Optional<JsonObject>> intensities;

    /** Whose intensity, and how electricity is counted in it. */
    private record Asked(Subject subject, ElectricityBasis basis) {}

    SubjectOverview(ConsoleSources sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
        this.devices = new DeviceCounts(sources, clock);
        this.intensities = new Briefly<>(sources.registry(), clock, CACHED_FOR, CACHED);
    }

    /** What needs somebody's attention now. */
    Attention attention() {
        return new Attention(openCases(), devices.silent(), devices.late());
    }

    /**
     * What needs somebody's attention.
     *
     * @param openCases by what they are about; those without one are absent
     * @param silentDevices by enterprise; those without one are absent
     * @param lateDevices those that send, but whose data stand still or are old, by enterprise
     */
    record Attention(
            Map<Subject, Integer> openCases, Map<String, Integer> silentDevices, Map<String, Integer> lateDevices) {
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
            return sum(silentDevices, subject, registry);
        }

        /** Devices of a subject's enterprises that send, but whose data stand still or are old. */
        int lateDevices(Subject subject, Registry registry) {
            return sum(lateDevices, subject, registry);
        }

        /** All of it in JSON. */
        JsonObject putTo(JsonObject json, Subject subject, Registry registry) {
            return json.put("openCases", openCases(subject, registry))
                    .put("silentDevices", silentDevices(subject, registry))
                    .put("lateDevices", lateDevices(subject, registry));
        }

        private static int sum(Map<String, Integer> counts, Subject subject, Registry registry) {
            return within(subject, registry)
                    .filter(s -> s.scope() == Subject.Scope.ENTERPRISE)
                    .mapToInt(s -> counts.getOrDefault(s.id(), 0))
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

    /**
     * The newest month of the {@linkplain NewestMonth#candidates candidates} whose change against the year before can be stated;
     * else the last of them, with its reasons. Null if the accounts have nothing.
     */
    @Nullable
    JsonObject intensity(Subject subject) {
        return intensity(subject, ElectricityBasis.EQUIVALENT);
    }

    private @Nullable JsonObject intensity(Subject subject, ElectricityBasis basis) {
        return intensities(List.of(subject), basis).get(subject);
    }

    /** The same of each of these; those of which the accounts have nothing are absent. */
    Map<Subject, JsonObject> intensities(Collection<Subject> subjects) {
        return intensities(subjects, ElectricityBasis.EQUIVALENT);
    }

    private Map<Subject, JsonObject> intensities(Collection<Subject> subjects, ElectricityBasis basis) {
        Map<Subject, JsonObject> known = new HashMap<>();
        List<Asked> asked = subjects.stream().map(s -> new Asked(s, basis)).toList();
        intensities
                .of(asked, (registry, missing) -> newest(registry, missing, basis))
                .forEach((each, newest) -> newest.ifPresent(n -> known.put(each.subject(), n)));
        return known;
    }

    /** The same with what the standing comes to, for pages of one subject. */
    @Nullable
    JsonObject intensityWithProgress(Subject subject, ElectricityBasis basis) {
        JsonObject newest = intensity(subject, basis);
        if (newest == null) {
            return null;
        }
        YearMonth month = YearMonth.from(LocalDate.parse(newest.getString("from")));
        SubjectStanding standing =
                sources.standings().of(List.of(subject), month, basis).get(subject);
        return newest.copy()
                .put("progress", standing == null ? null : StandingJson.progress(standing.progress()))
                .put("otherTarget", OtherBasis.hasTarget(sources.registry().current(), subject, month, basis));
    }

    private Map<Asked, Optional<JsonObject>> newest(
            Registry registry, Collection<Asked> asked, ElectricityBasis basis) {
        Map<ZoneId, List<Subject>> zones = asked.stream()
                .map(Asked::subject)
                .collect(Collectors.groupingBy(s -> s.time(registry).zone()));
        Map<Asked, Optional<IntensityRow>> shown = new HashMap<>();
        zones.forEach((zone, own) -> {
            List<YearMonth> months =
                    NewestMonth.candidates(YearMonth.from(clock.instant().atZone(zone)));
            YearMonth from = months.get(months.size() - 1);
            sources.intensity()
                    .rows(own, from, months.get(0).plusMonths(1), basis)
                    .forEach((subject, rows) -> shown.put(new Asked(subject, basis), newest(months, rows)));
        });
        List<IntensityOf> found = new ArrayList<>();
        shown.forEach((one, row) -> row.ifPresent(r -> found.add(new IntensityOf(one.subject(), r))));
        Map<Subject, Mark> closed = sources.closings().marks().ofIntensities(found, basis);
        Map<Asked, Optional<JsonObject>> newest = new HashMap<>();
        shown.forEach((one, row) -> newest.put(one, row.map(r -> IntensityAnswers.row(r)
                .put("basis", basis.name())
                .put(
                        "closing",
                        ClosingJson.mark(
                                closed.get(one.subject()),
                                one.subject().time(registry).zone())))));
        return newest;
    }

    private static Optional<IntensityRow> newest(List<YearMonth> months, List<IntensityRow> rows) {
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
        return Optional.of(shown);
    }
}
