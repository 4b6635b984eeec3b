package io.greenpark.operations.series;

import io.greenpark.operations.status.DiskUse;
import io.greenpark.operations.status.IntakeStatus;
import io.greenpark.operations.status.OperationsSnapshot;
import io.greenpark.operations.status.Troubles;
import io.greenpark.store.books.Mark;
import io.greenpark.store.loop.LoopStatus;
import io.greenpark.store.series.GaugeSeries;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The series {@code health}, {@code health_reader}, {@code health_door} and {@code health_disk}: what the operations page shows,
 * every ten minutes. The books keep nothing of it. What was seen of the last day is held in memory, so that an InfluxDB that was
 * away for hours gets it; what a process saw that has ended since is not known any more, and has no point. Any thread.
 */
public final class HealthSeries implements GaugeSeries {
    private static final String PLATFORM = "greenpark";
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int HELD = 144;

    private final Supplier<@Nullable OperationsSnapshot> operations;
    private final String consoleUrl;
    private final NavigableMap<Long, List<SeriesPoint>> seen = new ConcurrentSkipListMap<>();

    /**
     * @param operations the state of the platform; null where this process does not know it
     * @param consoleUrl where officers reach the console, for links from Grafana
     */
    public HealthSeries(Supplier<@Nullable OperationsSnapshot> operations, String consoleUrl) {
        this.operations = operations;
        this.consoleUrl = consoleUrl;
    }

    @Override
    public Set<Mark.Kind> kinds() {
        return Set.of(Mark.Kind.HEALTH);
    }

    @Override
    public List<Mark> due(Instant since, Instant now) {
        OperationsSnapshot snapshot = operations.get();
        if (snapshot == null) {
            return List.of();
        }
        long start = now.toEpochMilli() - Math.floorMod(now.toEpochMilli(), PERIOD.toMillis());
        seen.put(start, points(snapshot, start));
        while (seen.size() > HELD) {
            seen.pollFirstEntry();
        }
        return List.of(new Mark(Mark.Kind.HEALTH, PLATFORM, start, 0));
    }

    @Override
    public List<String> subjects(Handle handle, Mark.Kind kind) {
        return List.of(PLATFORM);
    }

    @Override
    public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
        return seen.tailMap(afterMs, false).keySet().stream().limit(max).toList();
    }

    @Override
    public List<SeriesPoint> points(Handle handle, List<Mark> marks) {
        List<SeriesPoint> points = new ArrayList<>();
        marks.forEach(mark -> points.addAll(seen.getOrDefault(mark.startMs(), List.of())));
        return points;
    }

    private List<SeriesPoint> points(OperationsSnapshot snapshot, long startMs) {
        List<SeriesPoint> points = new ArrayList<>();
        points.add(new SeriesPoint(SeriesSchema.HEALTH, Map.of(), platform(snapshot), startMs));
        for (LoopStatus reader : snapshot.readers()) {
            Map<String, Object> fields = new TreeMap<>();
            fields.put(SeriesSchema.LAG, reader.lag());
            fields.put(SeriesSchema.FAILING, reader.failure() == null ? 0L : 1L);
            points.add(named(SeriesSchema.HEALTH_READER, reader.name(), fields, startMs));
        }
        for (IntakeStatus.DoorTraffic door : snapshot.intake().doors()) {
            Map<String, Object> fields = new TreeMap<>();
            fields.put(SeriesSchema.MESSAGES, door.messages());
            fields.put(SeriesSchema.READINGS, door.readings());
            fields.put(
                    SeriesSchema.REFUSALS,
                    door.refusals().values().stream().mapToLong(Long::longValue).sum());
            points.add(named(SeriesSchema.HEALTH_DOOR, door.door(), fields, startMs));
        }
        for (DiskUse.Disk disk : snapshot.disk().disks()) {
            Map<String, Object> fields = new TreeMap<>();
            fields.put(SeriesSchema.FREE_BYTES, disk.freeBytes());
            fields.put(SeriesSchema.TOTAL_BYTES, disk.totalBytes());
            Double days = disk.daysUntilFull();
            if (days != null) {
                fields.put(SeriesSchema.DAYS_UNTIL_FULL, days);
            }
            points.add(named(SeriesSchema.HEALTH_DISK, disk.name(), fields, startMs));
        }
        return points;
    }

    private Map<String, Object> platform(OperationsSnapshot snapshot) {
        Troubles troubles = snapshot.troubles();
        Map<String, Object> fields = new TreeMap<>();
        fields.put(
                SeriesSchema.TROUBLES,
                (long) troubles.stuck().size()
                        + troubles.notReady().size()
                        + troubles.degraded().size());
        fields.put(SeriesSchema.IN_FLIGHT, snapshot.intake().inFlight());
        fields.put(SeriesSchema.IN_FLIGHT_LIMIT, snapshot.intake().limit());
        fields.put(SeriesSchema.NOTICES_PENDING, snapshot.counts().outbox().pending());
        fields.put(SeriesSchema.NOTICES_GIVEN_UP, snapshot.counts().outbox().givenUp());
        fields.put(
                SeriesSchema.INFLUX_REFUSED, snapshot.counts().refusedPoints().total());
        fields.put(SeriesSchema.QUARANTINED_DEVICES, snapshot.quarantine().devices());
        fields.put(SeriesSchema.LOG_BYTES, snapshot.log().bytes());
        fields.put(SeriesSchema.CONSOLE_URL, consoleUrl);
        return fields;
    }

    private static SeriesPoint named(String measurement, String name, Map<String, Object> fields, long startMs) {
        return new SeriesPoint(measurement, Map.of(SeriesSchema.TAG_NAME, name), fields, startMs);
    }
}
