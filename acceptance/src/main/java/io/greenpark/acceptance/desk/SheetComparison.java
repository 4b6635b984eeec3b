package io.greenpark.acceptance.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.acceptance.comparison.Check;
import io.greenpark.acceptance.comparison.Check.Kind;
import io.greenpark.acceptance.comparison.Check.Result;
import io.greenpark.acceptance.comparison.Comparing;
import io.greenpark.acceptance.comparison.DisplayLine;
import io.greenpark.acceptance.comparison.DisplayReading;
import io.greenpark.acceptance.comparison.Interpolation;
import io.greenpark.acceptance.comparison.LineComparison;
import io.greenpark.acceptance.comparison.PlatformReading;
import io.greenpark.acceptance.comparison.RegisteredSince;
import io.greenpark.acceptance.comparison.Tolerances;
import io.greenpark.acceptance.sheet.AcceptanceSheet;
import io.greenpark.acceptance.sheet.Compared;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.document.FileKind;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.Acceptance.Stage;
import io.greenpark.park.registry.Acceptance.State;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistryHistory.Version;
import io.greenpark.store.books.Books;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a sheet comes to: its lines beside kept readings, and what the device has to have. */
final class SheetComparison {
    private static final Set<FileKind> PHOTOS =
            EnumSet.of(FileKind.JPEG, FileKind.PNG, FileKind.HEIC, FileKind.HEIF, FileKind.WEBP, FileKind.PDF);
    /** Whoever gives readings weeks apart is answered as far as these; more would be read for nothing. */
    private static final Duration LONGEST = Duration.ofDays(31);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Books books;
    private final RegistryHistory history;
    private final DocumentStore documents;
    private final Tolerances tolerances;

    SheetComparison(Books books, RegistryHistory history, DocumentStore documents, Tolerances tolerances) {
        this.books = books;
        this.history = history;
        this.documents = documents;
        this.tolerances = tolerances;
    }

    /** What the platform has of a point at a time. */
    PlatformReading reading(Point point, Instant at) {
        return books.read(handle -> interpolation(books.ports(handle).readings(), point, List.of(at)))
                .at(at);
    }

    /** @param countsFrom from when on data are to count; null where nothing says */
    Compared of(AcceptanceSheet sheet, Registry registry, Device device, Instant now, @Nullable Instant countsFrom) {
        List<LineComparison> lines = new ArrayList<>();
        books.read(handle -> {
            ReadingStore readings = books.ports(handle).readings();
            for (DisplayLine line : sheet.draft().lines()) {
                registry.point(line.point())
                        .filter(point -> point.deviceId().equals(device.id()))
                        .ifPresent(point -> lines.add(Comparing.of(
                                point, line, interpolation(readings, point, times(line)), tolerances, now)));
            }
            return true;
        });
        lines.replaceAll(compared -> since(sheet, registry, compared, countsFrom));
        List<String> photos = photos(device, countsFrom == null ? now : countsFrom);
        return new Compared(lines, ofDevice(sheet, registry, device, photos, now), photos);
    }

    private LineComparison since(
            AcceptanceSheet sheet, Registry registry, LineComparison compared, @Nullable Instant countsFrom) {
        DisplayLine line = sheet.draft().lines().stream()
                .filter(l -> l.point().equals(compared.point()))
                .findFirst()
                .orElseThrow();
        DisplayReading first = line.first();
        return first == null
                ? compared
                : registry.point(line.point())
                        .map(p -> compared.with(RegisteredSince.changed(p, line, countsFrom, keysSince(p, first.at()))))
                        .orElse(compared);
    }

    /** The keys under which a point was registered since a time, of which its document keeps the last only. */
    private Set<String> keysSince(Point point, Instant at) {
        long then = history.newestBefore(at.plusMillis(1));
        Set<String> keys = new TreeSet<>();
        for (Version version : history.versions(new DocumentKey(DocumentKind.POINT, point.id()))) {
            if (version.json() != null) {
                keys.add(key(version.json()));
            }
            if (version.change() <= then) {
                break;
            }
        }
        return keys;
    }

    private static String key(String point) {
        try {
            return JSON.readTree(point).path("key").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the books hold \"" + point + "\" in place of a point", e);
        }
    }

    private static List<Instant> times(DisplayLine line) {
        return Stream.of(line.first(), line.second())
                .filter(Objects::nonNull)
                .map(DisplayReading::at)
                .toList();
    }

    /** Around each time; of periods all that add up between the two. */
    private static Interpolation interpolation(ReadingStore readings, Point point, List<Instant> times) {
        List<Sample> samples = new ArrayList<>();
        if (times.isEmpty()) {
            return new Interpolation(point, samples);
        }
        Instant first = times.stream().min(Instant::compareTo).orElseThrow();
        Instant last = times.stream().max(Instant::compareTo).orElseThrow();
        boolean whole = point.factsAt(first).orElseGet(point::currentFacts).kind() == PointKind.INTERVAL
                && Duration.between(first, last).compareTo(LONGEST) <= 0;
        long reach = Math.max(Interpolation.reachMs(point, first), Interpolation.reachMs(point, last));
        long afterFirst = first.toEpochMilli() + reach + 1;
        long beforeLast = last.toEpochMilli() - reach;
        if (whole || beforeLast <= afterFirst) {
            samples.addAll(readings.range(point.id(), first.toEpochMilli() - reach, last.toEpochMilli() + reach + 1));
        } else {
            samples.addAll(readings.range(point.id(), first.toEpochMilli() - reach, afterFirst));
            samples.addAll(readings.range(point.id(), beforeLast, last.toEpochMilli() + reach + 1));
        }
        return new Interpolation(point, samples);
    }

    /** Those attached since the meter waits that is to count: others are of the one before. */
    private List<String> photos(Device device, Instant countsFrom) {
        Acceptance acceptance = device.acceptance();
        Instant since = acceptance
                .at(countsFrom)
                .filter(stage -> stage.state() == State.PENDING)
                .map(Stage::from)
                .or(acceptance::waitingSince)
                .orElse(Acceptance.EVER);
        return documents.of(new DocumentOwner("device", device.id())).stream()
                .filter(document -> PHOTOS.contains(document.type().kind())
                        && !document.uploadedAt().isBefore(since))
                .map(StoredDocument::id)
                .toList();
    }

    private static List<Check> ofDevice(
            AcceptanceSheet sheet, Registry registry, Device device, List<String> photos, Instant now) {
        String serial = sheet.draft().serial();
        List<Check> checks = new ArrayList<>();
        checks.add(check(Kind.SERIAL, serial != null && !serial.isBlank(), Map.of()));
        checks.add(check(Kind.PHOTO, !photos.isEmpty(), Map.of()));
        Set<String> compared =
                sheet.draft().lines().stream().map(DisplayLine::point).collect(Collectors.toSet());
        String left = toCompare(registry, device, now).stream()
                .map(Point::id)
                .filter(id -> !compared.contains(id))
                .collect(Collectors.joining(", "));
        boolean all = left.isEmpty() && !compared.isEmpty();
        checks.add(check(Kind.COMPARED, all, left.isEmpty() ? Map.of() : Map.of("points", left)));
        return checks;
    }

    private static Check check(Kind kind, boolean passed, Map<String, String> details) {
        return new Check(kind, null, passed ? Result.PASSED : Result.MISSING, details);
    }

    /** The points of a device by which somebody is judged: those that count in a sum, and those that have limits. */
    static List<Point> toCompare(Registry registry, Device device, Instant now) {
        return registry.pointsOfDevice(device.id()).values().stream()
                .filter(p -> p.endedAt() == null || p.endedAt().isAfter(now))
                .filter(p -> p.currentFacts().kind() != PointKind.STATE)
                .filter(p -> p.currentFacts().boundary() && p.currentFacts().carrier() != null
                        || !registry.limitsOfPoint(p.id()).isEmpty())
                .toList();
    }
}
