package io.greenpark.operations.disk;

import io.greenpark.operations.status.DiskUse;
import io.greenpark.operations.status.DiskUse.Disk;
import io.greenpark.operations.status.DiskUse.PointClass;
import io.greenpark.operations.status.DiskUse.StoreUse;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.document.DocumentCounts;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.LogStatus;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures what the stores take and forecasts how long their disks last. Reads the books and the file system. */
public final class DiskMonitor {
    private static final Logger LOGGER = LoggerFactory.getLogger(DiskMonitor.class);

    static final String LOG = "log";
    static final String BOOKS = "books";
    static final String DEAD_LETTERS = "dead-letters";
    static final String DOCUMENTS = "documents";

    /** What was sent within so many days tells how the documents grow. */
    private static final int DOCUMENT_DAYS = 30;

    /** With fewer readings, the fixed size of the files outweighs the readings. */
    private static final long ENOUGH_READINGS = 100_000;

    /** Typical sizes until there are enough readings: commits of single messages; a recent row with its booking. */
    private static final double TYPICAL_LOG_BYTES = 120;

    private static final double TYPICAL_BOOKS_BYTES = 60;
    private static final int MEDIAN_DAYS = 7;
    private static final double SECONDS_PER_DAY = 86_400;

    private final StoreFiles files;
    private final LogConfig log;
    private final Supplier<LogStatus> logStatus;
    private final Books books;
    private final RegistrySource registry;
    private final Clock clock;
    private volatile ReadingDensity lastDensity = new ReadingDensity(0, 0, 0);
    private volatile Documents lastDocuments = new Documents(0, 0);

    private record Documents(long bytes, double bytesPerDay) {}

    public DiskMonitor(
            StoreFiles files,
            LogConfig log,
            Supplier<LogStatus> logStatus,
            Books books,
            RegistrySource registry,
            Clock clock) {
        this.files = files;
        this.log = log;
        this.logStatus = logStatus;
        this.books = books;
        this.registry = registry;
        this.clock = clock;
    }

    public DiskUse measure() {
        LogStatus status = logStatus.get();
        ReadingDensity density = density();
        StoreUse logStore = logStore(status);
        StoreUse booksStore = booksStore(density);
        StoreUse deadLetters =
                new StoreUse(DEAD_LETTERS, StoreFiles.sqliteBytes(files.deadLetters()), null, null, true, null);
        Documents sent = documents();
        StoreUse documents = new StoreUse(DOCUMENTS, sent.bytes(), null, null, true, null);
        Map<StoreUse, StoreGrowth> growth = new LinkedHashMap<>();
        List.of(logStore, booksStore, deadLetters).forEach(store -> growth.put(store, growth(store, 0)));
        growth.put(documents, growth(documents, sent.bytesPerDay()));
        Map<Duration, Integer> intervals = intervals();
        Double measured = measuredPerDay(status.days());
        double expected = intervals.entrySet().stream()
                .mapToDouble(e -> e.getValue() * SECONDS_PER_DAY / seconds(e.getKey()))
                .sum();
        double perDay = measured == null ? expected : measured;
        return new DiskUse(
                List.copyOf(growth.keySet()),
                disks(growth, perDay),
                measured,
                expected,
                density.compactedSamples() == 0 ? null : (double) density.compactedBytes() / density.compactedSamples(),
                points(intervals, List.copyOf(growth.values())));
    }

    /** While the books do not answer, what was measured last. */
    private ReadingDensity density() {
        try {
            lastDensity = books.read(ReadingDensity::measure);
        } catch (RuntimeException e) {
            LOGGER.debug("the books do not answer; their density is the one measured last", e);
        }
        return lastDensity;
    }

    /** While the books do not answer, what was measured last. */
    private Documents documents() {
        try {
            Instant since = clock.instant().minus(Duration.ofDays(DOCUMENT_DAYS));
            lastDocuments = books.read(handle -> new Documents(
                    DocumentCounts.of(handle).bytes(),
                    (double) DocumentCounts.bytesSince(handle, since) / DOCUMENT_DAYS));
        } catch (RuntimeException e) {
            LOGGER.debug("the books do not answer; what documents take is what was measured last", e);
        }
        return lastDocuments;
    }

    private StoreUse logStore(LogStatus status) {
        boolean enough = status.readings() >= ENOUGH_READINGS;
        double bytesPerReading = enough ? (double) status.bytes() / status.readings() : TYPICAL_LOG_BYTES;
        double keepDays = log.keep().toSeconds() / SECONDS_PER_DAY;
        return new StoreUse(LOG, status.bytes(), status.readings(), bytesPerReading, enough, keepDays);
    }

    private StoreUse booksStore(ReadingDensity density) {
        Long bytes = StoreFiles.sqliteBytes(files.books());
        boolean enough = bytes != null && density.taken() >= ENOUGH_READINGS;
        double bytesPerReading = enough && bytes != null ? (double) bytes / density.taken() : TYPICAL_BOOKS_BYTES;
        return new StoreUse(BOOKS, bytes, density.taken(), bytesPerReading, enough, null);
    }

    private static StoreGrowth growth(StoreUse store, double bytesPerDay) {
        Long used = store.usedBytes();
        Double bytesPerReading = store.bytesPerReading();
        return new StoreGrowth(
                store.name(),
                used == null ? 0 : used,
                bytesPerReading == null ? 0 : bytesPerReading,
                bytesPerDay,
                store.keepDays());
    }

    /** The median of the newest complete days: a back-filled year that arrives within a day does not move it. */
    private @Nullable Double measuredPerDay(List<LogStatus.ArrivalDay> days) {
        Instant now = clock.instant();
        List<Long> complete = new ArrayList<>();
        // The first day kept is seldom complete.
        for (LogStatus.ArrivalDay day : days.subList(Math.min(1, days.size()), days.size())) {
            if (!day.day().isEqual(now.atOffset(ZoneOffset.UTC).toLocalDate())) {
                complete.add(day.readings());
            }
        }
        List<Long> newest = complete.subList(Math.max(0, complete.size() - MEDIAN_DAYS), complete.size()).stream()
                .sorted()
                .toList();
        return newest.isEmpty() ? null : (double) newest.get(newest.size() / 2);
    }

    private Map<Duration, Integer> intervals() {
        Instant now = clock.instant();
        Map<Duration, Integer> intervals = new TreeMap<>();
        for (Point point : registry.current().facts().points()) {
            if (point.endedAt() == null || point.endedAt().isAfter(now)) {
                intervals.merge(point.currentFacts().expectedInterval(), 1, Integer::sum);
            }
        }
        return intervals;
    }

    private static double seconds(Duration interval) {
        return Math.max(1, interval.toSeconds());
    }

    private static List<PointClass> points(Map<Duration, Integer> intervals, List<StoreGrowth> stores) {
        List<PointClass> points = new ArrayList<>();
        intervals.forEach((interval, n) -> points.add(new PointClass(
                interval.toSeconds(),
                n,
                stores.stream()
                        .mapToDouble(s -> s.yearOfPoint(seconds(interval)))
                        .sum())));
        return points;
    }

    private List<Disk> disks(Map<StoreUse, StoreGrowth> growth, double perDay) {
        Map<FileStore, List<StoreGrowth>> byDisk = new LinkedHashMap<>();
        growth.forEach((store, its) -> {
            Path path = pathOf(store.name());
            if (store.usedBytes() != null && Files.exists(path)) {
                byDisk.computeIfAbsent(StoreFiles.diskOf(path), d -> new ArrayList<>())
                        .add(its);
            }
        });
        List<Disk> disks = new ArrayList<>();
        byDisk.forEach((disk, stores) -> disks.add(disk(disk, stores, perDay)));
        return disks;
    }

    private Path pathOf(String store) {
        return switch (store) {
            case LOG -> files.log();
            case BOOKS -> files.books();
            case DEAD_LETTERS -> files.deadLetters();
            default -> files.documents();
        };
    }

    private Disk disk(FileStore disk, List<StoreGrowth> growth, double perDay) {
        List<String> names = growth.stream().map(StoreGrowth::name).toList();
        long free = StoreFiles.free(disk);
        long kept = names.contains(LOG) ? log.minFreeDiskBytes() : 0;
        return new Disk(
                disk.toString(),
                names,
                StoreFiles.total(disk),
                free,
                DiskForecast.grownBy(growth, perDay, 30),
                DiskForecast.daysUntilFull(growth, perDay, (double) free - kept));
    }
}
