package io.greenpark.operations.disk;

import io.greenpark.operations.status.DiskUse;
import io.greenpark.operations.status.DiskUse.Disk;
import io.greenpark.operations.status.DiskUse.PointClass;
import io.greenpark.operations.status.DiskUse.Store;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.LogStatus;
import java.nio.file.FileStore;
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

/** Measures what the stores take and says how long their disks last. Reads the books and the file system. */
public final class DiskMonitor {
    private static final Logger LOG_OF_WATCH = LoggerFactory.getLogger(DiskMonitor.class);

    static final String LOG = "log";
    static final String BOOKS = "books";
    static final String DEAD_LETTERS = "dead-letters";

    /** Below so many readings the files' beginnings outweigh the readings. */
    private static final long ENOUGH_READINGS = 100_000;

    /** Usual figures until there are enough readings: single messages a commit, and a hot row with its booking. */
    private static final double USUAL_LOG_BYTES = 120;

    private static final double USUAL_BOOKS_BYTES = 60;
    private static final int DAYS_LOOKED_AT = 7;
    private static final double SECONDS_A_DAY = 86_400;

    private final StoreFiles files;
    private final LogConfig log;
    private final Supplier<LogStatus> logStatus;
    private final Books books;
    private final RegistrySource registry;
    private final Clock clock;
    private volatile ReadingDensity lastDensity = new ReadingDensity(0, 0, 0);

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

    public DiskUse look() {
        LogStatus status = logStatus.get();
        ReadingDensity density = density();
        Store logStore = logStore(status);
        Store booksStore = booksStore(density);
        Store letters = new Store(DEAD_LETTERS, StoreFiles.sqliteBytes(files.deadLetters()), null, null, true, null);
        Map<Duration, Integer> intervals = intervals();
        Double measured = measuredPerDay(status.days());
        double expected = intervals.entrySet().stream()
                .mapToDouble(e -> e.getValue() * SECONDS_A_DAY / seconds(e.getKey()))
                .sum();
        double perDay = measured == null ? expected : measured;
        return new DiskUse(
                List.of(logStore, booksStore, letters),
                disks(logStore, booksStore, letters, perDay),
                measured,
                expected,
                density.foldedSamples() == 0 ? null : (double) density.foldedBytes() / density.foldedSamples(),
                points(intervals, List.of(growth(logStore), growth(booksStore))));
    }

    /** While the books are away, what was measured last. */
    private ReadingDensity density() {
        try {
            lastDensity = books.read(ReadingDensity::measure);
        } catch (RuntimeException e) {
            LOG_OF_WATCH.debug("the books do not answer; their density is the one measured last", e);
        }
        return lastDensity;
    }

    private Store logStore(LogStatus status) {
        boolean enough = status.readings() >= ENOUGH_READINGS;
        double each = enough ? (double) status.bytes() / status.readings() : USUAL_LOG_BYTES;
        double keepDays = log.keep().toSeconds() / SECONDS_A_DAY;
        return new Store(LOG, status.bytes(), status.readings(), each, enough, keepDays);
    }

    private Store booksStore(ReadingDensity density) {
        Long bytes = StoreFiles.sqliteBytes(files.books());
        boolean enough = bytes != null && density.taken() >= ENOUGH_READINGS;
        double each = enough && bytes != null ? (double) bytes / density.taken() : USUAL_BOOKS_BYTES;
        return new Store(BOOKS, bytes, density.taken(), each, enough, null);
    }

    private static StoreGrowth growth(Store store) {
        Long used = store.usedBytes();
        Double each = store.bytesPerReading();
        return new StoreGrowth(store.name(), used == null ? 0 : used, each == null ? 0 : each, store.keepDays());
    }

    /** The median of the newest complete days: a back-filled year that arrives within a day does not move it. */
    private @Nullable Double measuredPerDay(List<LogStatus.ArrivalDay> days) {
        Instant now = clock.instant();
        List<Long> complete = new ArrayList<>();
        // The first day kept is seldom a whole one.
        for (LogStatus.ArrivalDay day : days.subList(Math.min(1, days.size()), days.size())) {
            if (!day.day().isEqual(now.atOffset(ZoneOffset.UTC).toLocalDate())) {
                complete.add(day.readings());
            }
        }
        List<Long> newest = complete.subList(Math.max(0, complete.size() - DAYS_LOOKED_AT), complete.size()).stream()
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

    private List<Disk> disks(Store logStore, Store booksStore, Store letters, double perDay) {
        Map<FileStore, List<Store>> byDisk = new LinkedHashMap<>();
        place(byDisk, files.log(), logStore);
        place(byDisk, files.books(), booksStore);
        place(byDisk, files.deadLetters(), letters);
        List<Disk> disks = new ArrayList<>();
        byDisk.forEach((disk, stores) -> disks.add(disk(disk, stores, perDay)));
        return disks;
    }

    private static void place(Map<FileStore, List<Store>> byDisk, Path path, Store store) {
        if (store.usedBytes() != null) {
            byDisk.computeIfAbsent(StoreFiles.diskOf(path), d -> new ArrayList<>())
                    .add(store);
        }
    }

    private Disk disk(FileStore disk, List<Store> stores, double perDay) {
        List<StoreGrowth> growth = stores.stream().map(DiskMonitor::growth).toList();
        List<String> names = stores.stream().map(Store::name).toList();
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
