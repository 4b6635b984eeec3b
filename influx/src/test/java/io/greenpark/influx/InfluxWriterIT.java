package io.greenpark.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.Await;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.Mark;
import io.greenpark.store.books.SqliteBooks;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import io.greenpark.store.loop.LoopStatus;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

class InfluxWriterIT {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int BATCH = 100;
    private InfluxServer server;

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture();

    private final AtomicReference<Double> figure = new AtomicReference<>(1.5);
    private TelemetryLog log;
    private InfluxWriter writer;
    private String database;
    private int sent;

    @BeforeEach
    void openLog(TestInfo test) {
        server = InfluxServer.shared();
        database = InfluxServer.databaseOf(test);
        log = SqliteTelemetryLog.open(fixture.folder().resolve("log"), LogConfig.defaults(), CLOCK);
    }

    @AfterEach
    void close() {
        writer.close();
        log.close();
    }

    /** One figure per marked hour, whose value the test may change. */
    private final class Figures implements SeriesSource {
        @Override
        public Set<Mark.Kind> kinds() {
            return Set.of(Mark.Kind.ENERGY_HOUR);
        }

        @Override
        public List<String> subjects(Handle handle, Mark.Kind kind) {
            return List.of();
        }

        @Override
        public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
            return List.of();
        }

        @Override
        public List<SeriesPoint> points(Handle handle, List<Mark> marks) {
            return marks.stream()
                    .map(m -> new SeriesPoint(
                            "energy_hour",
                            Map.of("enterprise", m.subject()),
                            Map.of("electricity_kwh", figure.get(), "quality", "MEASURED"),
                            m.startMs()))
                    .toList();
        }
    }

    private void write(Books books) {
        InfluxConfig config = InfluxConfig.to(server.url()).withDatabase(database);
        RegistrySource registry = RegistrySource.fixed(Meters.registry());
        writer = InfluxWriter.open(
                        config, log, books, registry, "accounting", List.of(new Figures()), () -> true, CLOCK)
                .start();
    }

    private void send(int batches) {
        List<CompletableFuture<?>> durable = new ArrayList<>();
        for (int b = 0; b < batches; b++) {
            List<Reading> batch = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                batch.add(Meters.reading(i % 2 == 0 ? "meter" : "nox", Meters.START + sent / 2 * 900_000L, 0.25));
                sent++;
            }
            durable.add(log.append(batch).toCompletableFuture());
        }
        durable.forEach(CompletableFuture::join);
    }

    private void awaitWritten() {
        Await.until("everything is written", () -> writer.statuses().stream()
                .allMatch(s -> s.lag() == 0 && s.failingSinceMs() == null));
    }

    private void assertEachOnce() {
        for (String measurement : List.of("electricity", "nox")) {
            assertThat(server.number(database, "SELECT count(value) FROM " + measurement))
                    .isEqualTo(sent / 2.0);
            assertThat(server.number(database, "SELECT sum(value) FROM " + measurement))
                    .isEqualTo(sent / 8.0);
        }
    }

    @Test
    void every_reading_is_written_once_with_its_tags_and_flag() {
        write(fixture.books());
        send(50);
        awaitWritten();
        assertEachOnce();
        List<List<Object>> row = server.rows(
                database,
                "SELECT value, flag, enterprise, park, point FROM electricity WHERE time = " + Meters.START + "ms");
        assertThat(row).hasSize(1);
        assertThat(row.get(0).subList(1, 6)).containsExactly(0.25, "N", "mill, east", "park-1", "meter");
    }

    @Test
    void writing_the_whole_log_again_changes_nothing() {
        write(fixture.books());
        send(20);
        awaitWritten();
        writer.close();
        try (Books fresh = SqliteBooks.open(fixture.folder().resolve("again.db"), BooksConfig.defaults(), CLOCK)) {
            write(fresh);
            awaitWritten();
            assertEachOnce();
            writer.close();
        }
    }

    @Test
    void a_restart_resumes_at_the_committed_position() {
        write(fixture.books());
        send(10);
        awaitWritten();
        writer.close();
        server.rows(database, "DROP MEASUREMENT electricity");
        send(10);
        write(fixture.reopen());
        awaitWritten();
        assertThat(server.number(database, "SELECT count(value) FROM electricity"))
                .isEqualTo(sent / 4.0);
    }

    @Test
    void an_outage_loses_nothing() {
        write(fixture.books());
        send(20);
        awaitWritten();
        server.stop();
        send(20);
        fixture.books().write(tx -> {
            tx.marks().mark(Mark.Kind.ENERGY_HOUR, "mill", Meters.START);
            return null;
        });
        Await.until("the failure is reported", () -> writer.statuses().stream()
                .allMatch(s -> s.failingSinceMs() != null && s.lag() > 0));
        assertThat(writer.statuses()).extracting(LoopStatus::name).containsExactly("influx", "influx-series");
        server.start();
        send(20);
        awaitWritten();
        assertEachOnce();
        assertThat(server.number(database, "SELECT electricity_kwh FROM energy_hour"))
                .isEqualTo(1.5);
    }

    @Test
    void a_refused_line_is_kept_and_the_others_are_written() {
        server.rows(database, "CREATE DATABASE \"" + database + "\"");
        try (LineClient text = new LineClient(InfluxConfig.to(server.url()).withDatabase(database), CLOCK)) {
            assertThat(text.write("nox,point=nox value=\"a text\" " + Meters.START + "\n"))
                    .isEqualTo(Answer.OK);
        }
        write(fixture.books());
        send(2);
        awaitWritten();
        assertThat(server.number(database, "SELECT count(value) FROM electricity"))
                .isEqualTo(sent / 2.0);
        List<RefusedPoints.RefusedSeries> kept = fixture.books().read(h -> RefusedPoints.list(h, 10));
        assertThat(kept).hasSize(1).allSatisfy(row -> {
            assertThat(row.series()).isEqualTo("nox,enterprise=mill\\,\\ east,park=park-1,point=nox");
            assertThat(row.reason()).isEqualTo(RefusalReason.FIELD_TYPE_CONFLICT);
            assertThat(row.words()).contains("field type conflict");
            assertThat(row.count()).isEqualTo(sent / 2);
            assertThat(row.firstMs()).isEqualTo(Meters.START);
        });
    }

    @Test
    void a_changed_figure_replaces_the_old_one() {
        write(fixture.books());
        for (double value : new double[] {1.5, 2.5}) {
            figure.set(value);
            fixture.books().write(tx -> {
                tx.marks().mark(Mark.Kind.ENERGY_HOUR, "mill", Meters.START);
                return null;
            });
            awaitWritten();
            assertThat(server.rows(database, "SELECT electricity_kwh, quality FROM energy_hour"))
                    .hasSize(1)
                    .allSatisfy(r -> assertThat(r.subList(1, 3)).containsExactly(value, "MEASURED"));
        }
    }
}
