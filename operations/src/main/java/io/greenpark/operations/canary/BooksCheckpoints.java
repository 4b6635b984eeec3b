package io.greenpark.operations.canary;

import io.greenpark.influx.InfluxWriter;
import io.greenpark.operations.status.CanaryStatus.Stage;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.registry.Canary;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.live.LiveReader;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Looks in the books: the reading store must hold the probe itself, the other readers of the log must have passed it.
 * InfluxDB is not asked, as nothing of the platform reads it; its writer moves on only once InfluxDB has answered.
 */
public final class BooksCheckpoints implements Checkpoints {
    private static final int PARTITION = 0;

    private final TelemetryLog log;
    private final Books books;
    private final Set<Stage> stages;

    /** @param influx whether an InfluxDB is written to */
    public BooksCheckpoints(TelemetryLog log, Books books, boolean influx) {
        this.log = log;
        this.books = books;
        this.stages =
                influx ? EnumSet.of(Stage.STORED, Stage.HEARD, Stage.INFLUX) : EnumSet.of(Stage.STORED, Stage.HEARD);
    }

    @Override
    public Set<Stage> stages() {
        return Set.copyOf(stages);
    }

    @Override
    public Supplier<Set<Stage>> follow(long timeMs) {
        long passed = log.end(PARTITION).offset();
        return () -> books.read(handle -> reached(books.ports(handle), timeMs, passed));
    }

    private Set<Stage> reached(BooksTx ports, long timeMs, long passed) {
        Set<Stage> reached = EnumSet.noneOf(Stage.class);
        if (!ports.readings().range(Canary.POINT, timeMs, timeMs + 1).isEmpty()) {
            reached.add(Stage.STORED);
        }
        if (ports.positions().get(LiveReader.NAME, PARTITION).offset() >= passed) {
            reached.add(Stage.HEARD);
        }
        if (stages.contains(Stage.INFLUX)
                && ports.positions().get(InfluxWriter.READER, PARTITION).offset() >= passed) {
            reached.add(Stage.INFLUX);
        }
        return reached;
    }
}
