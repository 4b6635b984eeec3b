package io.greenpark.registry.note;

import io.greenpark.config.setting.Durations;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Target;
import io.greenpark.registry.note.BookedHours.BookedHour;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Comes to the notes of a registry that was read from files without faults. Opens nothing and asks no clock. */
public final class RegistryNotes {
    /** How far back hours are looked at. */
    private static final Duration HISTORY = Duration.ofDays(90);

    /** How far above the largest hour so far the bound of a meter is suggested. */
    private static final BigDecimal ABOVE_LARGEST = new BigDecimal("1.5");

    private static final MathContext TWO_DIGITS_UP = new MathContext(2, RoundingMode.CEILING);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Registry registry;
    private final Places places;
    private final Collection<Target> unheardOf;
    private final Instant now;
    private final List<Note> notes = new ArrayList<>();

    /** @param unheardOf the targets whose cases nobody would be told of */
    public RegistryNotes(Registry registry, Places places, Collection<Target> unheardOf, Instant now) {
        this.registry = registry;
        this.places = places;
        this.unheardOf = unheardOf;
        this.now = now;
    }

    /**
     * The notes.
     *
     * @param atMost of a kind; how many more there are is told
     * @param booked asked for the points that are told, if any
     */
    public Notes find(int atMost, BookedHours booked) {
        notes.clear();
        registry.facts().points().forEach(this::point);
        registry.facts().devices().forEach(this::device);
        registry.facts().limits().forEach(this::limit);
        unheardOf.forEach(this::target);
        registry.facts().statistics().stream()
                .filter(s -> !s.useStated())
                .collect(Collectors.groupingBy(MonthlyStatistic::enterpriseId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(this::useNotStated);
        Notes told = Notes.atMost(atMost, notes);
        Set<String> unbounded = told.unboundedPoints();
        Map<String, BookedHour> largest =
                unbounded.isEmpty() ? Map.of() : booked.largest(unbounded, now.minus(HISTORY), now);
        return told.map(n -> suggesting(n, largest));
    }

    private void point(Point point) {
        DocumentKey entry = new DocumentKey(DocumentKind.POINT, point.id());
        String key = "devices[" + point.deviceId() + "].points[" + point.id() + "].";
        PointFacts facts = point.currentFacts();
        boolean adds = facts.kind() == PointKind.REGISTER || facts.kind() == PointKind.INTERVAL;
        // What has no carrier is not booked, so that nothing is held against its bound.
        if (adds && facts.carrier() != null && facts.maxPerHour() == null && inUse(point)) {
            Map<String, String> details =
                    Map.of(Note.POINT, point.id(), "unit", facts.unit().symbol());
            notes.add(new Note(NoteKind.NO_MAX_PER_HOUR, places.place(entry), key + "maxPerHour", details));
        }
        for (int i = 0; i < point.replacements().size(); i++) {
            if (point.replacements().get(i).at().isAfter(now)) {
                String[] path = {"replacements", "" + i, "at"};
                notes.add(new Note(
                        NoteKind.FUTURE_REPLACEMENT,
                        places.place(entry, path),
                        key + "replacements[" + i + "].at",
                        Map.of("value", written(places.text(entry, path)))));
            }
        }
    }

    private boolean inUse(Point point) {
        return point.endedAt() == null || point.endedAt().isAfter(now);
    }

    private void device(Device device) {
        DocumentKey entry = new DocumentKey(DocumentKind.DEVICE, device.id());
        String key = "devices[" + device.id() + "].";
        Collection<Point> points = registry.pointsOfDevice(device.id()).values();
        if (points.isEmpty()) {
            notes.add(
                    new Note(NoteKind.DEVICE_WITHOUT_POINTS, places.place(entry, "points"), key + "points", Map.of()));
        }
        Duration silence = device.silenceAfter();
        Optional<Duration> due = points.stream()
                .filter(this::inUse)
                .map(p -> p.currentFacts().expectedInterval())
                .min(Duration::compareTo);
        boolean tooShort = due.isPresent() && silence.compareTo(due.get()) < 0;
        if (silence.compareTo(YEAR) >= 0 || tooShort) {
            Note note = new Note(
                    tooShort ? NoteKind.SHORT_SILENCE : NoteKind.LONG_SILENCE,
                    places.place(entry, "silenceAfter"),
                    key + "silenceAfter",
                    Map.of("value", Durations.write(silence), "due", Durations.write(due.orElse(Duration.ZERO))));
            String given = places.text(entry, "silenceAfter");
            notes.add(given == null ? note : note.with(Map.of(Note.GIVEN, given)));
        }
    }

    private void limit(Limit limit) {
        Point point = registry.point(limit.pointId()).orElseThrow();
        Instant ended = point.endedAt();
        if (ended == null
                || ended.isAfter(now)
                || (limit.validTo() != null && !limit.validTo().isAfter(ended))) {
            return;
        }
        DocumentKey entry = new DocumentKey(DocumentKind.LIMIT, limit.id());
        String endedAt = written(places.text(new DocumentKey(DocumentKind.POINT, point.id()), "endedAt"));
        Note note = new Note(
                NoteKind.LIMIT_OF_ENDED_POINT,
                places.place(entry, "point"),
                "limits[" + limit.id() + "].point",
                Map.of(Note.POINT, point.id(), "ended", endedAt));
        notes.add(
                limit.validFrom().isBefore(ended)
                        ? note.with(Map.of(Note.VALID_TO, endedAt))
                        : note.with(Map.of("from", written(places.text(entry, "validFrom")))));
    }

    private void target(Target target) {
        notes.add(new Note(
                NoteKind.TARGET_UNHEARD_OF,
                places.place(new DocumentKey(DocumentKind.TARGET, target.id())),
                "targets[" + target.id() + "]",
                Map.of(
                        "scope",
                        EnumCode.of(target.subject().scope()),
                        "subject",
                        target.subject().id())));
    }

    /** Of one enterprise. */
    private void useNotStated(List<MonthlyStatistic> months) {
        MonthlyStatistic first = months.get(0);
        DocumentKey entry = DocumentKey.statistic(first.enterpriseId(), first.month());
        String more = months.size() == 1 ? "" : " and " + (months.size() - 1) + " more of its months";
        notes.add(new Note(
                NoteKind.USE_NOT_STATED,
                places.place(entry),
                "statistics[" + places.number(entry) + "].allowedUse",
                Map.of("enterprise", first.enterpriseId(), "months", first.month() + more)));
    }

    private Note suggesting(Note note, Map<String, BookedHour> largest) {
        String id = note.details().getOrDefault(Note.POINT, "");
        BookedHour hour = note.kind() == NoteKind.NO_MAX_PER_HOUR ? largest.get(id) : null;
        if (hour == null || hour.amount() <= 0) {
            return note;
        }
        Point point = registry.point(id).orElseThrow();
        BigDecimal booked = point.currentFacts().unit().fromBase(hour.amount());
        ZoneId zone = registry.timeOfPoint(id).zone();
        return note.with(Map.of(
                Note.SUGGESTED,
                booked.multiply(ABOVE_LARGEST).round(TWO_DIGITS_UP).toPlainString(),
                "factor",
                ABOVE_LARGEST.toPlainString(),
                "booked",
                booked.toPlainString(),
                "hour",
                MINUTES.format(LocalDateTime.ofInstant(hour.start(), zone)),
                "days",
                "" + HISTORY.toDays()));
    }

    private static String written(@Nullable String text) {
        return text == null ? "" : text;
    }
}
