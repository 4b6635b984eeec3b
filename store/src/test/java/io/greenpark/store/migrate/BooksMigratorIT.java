package io.greenpark.store.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.AccountRows;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.BooksDatabase;
import io.greenpark.store.books.BooksServer;
import io.greenpark.store.books.Mark;
import io.greenpark.store.books.PostgresBooks;
import io.greenpark.store.books.PostgresServer;
import io.greenpark.store.books.SqliteBooks;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BooksMigratorIT {
    private static final LocalDate DAY = LocalDate.of(2018, 3, 1);
    private static final long START = ParkTime.shanghai().startOf(DAY).toEpochMilli();
    private static final long HOUR = 3_600_000;
    private static final int HOURS = 24 * 10;
    private static final List<String> POINTS = List.of("a", "b");

    /** What a text form of rows gets wrong first. */
    private static final String ODD = "tab\tline\nreturn\rback\\slash \\N 'quote' 钢厂 😀 \\x41";

    @TempDir
    Path folder;

    private BooksServer server;

    @BeforeEach
    void emptyDatabase() {
        server = PostgresServer.shared().emptyDatabase();
    }

    @AfterEach
    void drop() {
        PostgresServer.shared().drop(server);
    }

    private SqliteBooks file() {
        return SqliteBooks.open(folder.resolve(BooksDatabase.FILE), BooksConfig.defaults(), Clock.systemUTC());
    }

    private void fill() {
        try (Books books = file()) {
            books.write(tx -> {
                List<Reading> readings = new ArrayList<>();
                for (int h = 0; h < HOURS; h++) {
                    for (String point : POINTS) {
                        readings.add(reading(point, h, h / 7.0));
                    }
                }
                tx.readings().put(readings, new Position(0, readings.size()));
                tx.readings().put(List.of(reading("a", 5, 99.25)), new Position(0, 10_000));
                tx.positions().commit("accounting", new Position(0, 0), new Position(0, 10_000), 3);
                tx.marks().subscribe("rules", Set.of(Mark.Kind.ALERT));
                tx.marks().mark(Mark.Kind.ALERT, ODD, 1);
                tx.live().observe(readings);
                return null;
            });
            books.write(tx -> tx.readings().compact(DAY.plusDays(6), 100));
            books.write(tx -> tx.readings().compact(DAY.plusDays(6), 100));
            books.write(tx -> {
                tx.handle()
                        .execute(
                                "INSERT INTO registry_version (kind, id, change_number, position, document)"
                                        + " VALUES ('park', ?, 9223372036854775807, 0, ?),"
                                        + " ('park', 'p', 9223372036854775806, 0, NULL)",
                                ODD,
                                "nul\0inside");
                AccountRows.put(tx.handle());
                CleanProductionRows.put(tx.handle());
                tx.handle()
                        .execute(
                                "INSERT INTO account_finding (point, kind, begin_ms, first_hour_ms, last_hour_ms, from_ms,"
                                        + " to_ms, found, reason, hours) VALUES (?, 'INVALID', 1, 2, 3, 4, 5, 6, '{}', ?)",
                                ODD,
                                new byte[] {0, -1, 127});
                tx.handle()
                        .execute(
                                "INSERT INTO account_declined (point, at_ms, last_old_ms, old_end, new_start, declined_ms,"
                                        + " declined_by, comment) VALUES (?, 1, 0, '845120.5', '0', 2, 'officer', ?)",
                                ODD,
                                "nul\0inside");
                tx.handle().execute("INSERT INTO plan (id, version, changed_ms, document) VALUES ('p', 1, 2, ?)", ODD);
                tx.handle()
                        .execute(
                                "INSERT INTO plan_value_step (plan, target, period, area, kind, version, at_ms, who,"
                                        + " document) VALUES ('p', '17a.2', '2026-Q3', '*', 'TYPED', 1, 2, 'wang', ?)",
                                ODD);
                tx.handle()
                        .execute(
                                "INSERT INTO year_sheet (enterprise, year, version, state, changed_ms, who, document)"
                                        + " VALUES ('e', 2026, 1, 'ENTERED', 2, 'wang', ?)",
                                ODD);
                tx.handle().execute("UPDATE live_point SET moved_ms = NULL WHERE point = 'a'");
                OneRowEach.put(tx.handle(), ODD);
                return null;
            });
        }
    }

    private static Reading reading(String point, int hour, double value) {
        return new Reading(
                "e",
                "d",
                "k",
                point,
                value,
                Unit.KWH,
                Flag.NORMAL,
                START + hour * HOUR,
                START + hour * HOUR,
                Door.MQTT);
    }

    private List<TableCheck> move() throws MigrateException {
        return move(new Silent());
    }

    private List<TableCheck> move(BooksMigrator.TableProgress progress) throws MigrateException {
        return new BooksMigrator(folder, server, BooksConfig.defaults(), Clock.systemUTC(), progress).run();
    }

    private static class Silent implements BooksMigrator.TableProgress {
        @Override
        public void begins(String step, String table, long rows) {}

        @Override
        public void at(long rows) {}

        @Override
        public void ends(long rows) {}
    }

    private static <T> T ask(Books books, Function<Books, T> question) {
        try (books) {
            return question.apply(books);
        }
    }

    private static List<List<Sample>> samples(Books books) {
        return books.<List<List<Sample>>, RuntimeException>read(handle -> {
            var readings = books.ports(handle).readings();
            return List.of(
                    readings.range("a", 0, Long.MAX_VALUE),
                    readings.range("b", 0, Long.MAX_VALUE),
                    readings.superseded("a", 0, Long.MAX_VALUE));
        });
    }

    private PostgresBooks moved() {
        return PostgresBooks.open(server, BooksConfig.defaults());
    }

    @Test
    void every_row_arrives_and_the_file_is_set_aside() throws Exception {
        fill();
        List<List<Sample>> before = ask(file(), BooksMigratorIT::samples);
        Map<String, TableCheck> checks = move().stream().collect(Collectors.toMap(TableCheck::table, c -> c));
        assertThat(checks.values()).allMatch(TableCheck::equal).allMatch(check -> check.rows() > 0);
        assertThat(checks.get("reading_folded").readings()
                        + checks.get("reading_hot").readings())
                .isEqualTo(HOURS * POINTS.size());
        assertThat(checks.get("reading_hot").rows()).isPositive();
        assertThat(checks.get("reading_folded").rows()).isPositive();
        BigDecimal sum = checks.get("reading_hot")
                .movedSum()
                .add(checks.get("reading_folded").movedSum());
        assertThat(sum)
                .isEqualByComparingTo(before.stream()
                        .limit(2)
                        .flatMap(List::stream)
                        .map(s -> BigDecimal.valueOf(s.value()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(checks.get("registry_version").sum()).isEqualByComparingTo("18446744073709551613");
        assertThat(ask(moved(), BooksMigratorIT::samples)).isEqualTo(before);
        try (Books books = moved()) {
            books.write(tx -> {
                AccountRows.assertIn(tx.handle());
                CleanProductionRows.assertIn(tx.handle());
                return null;
            });
        }
        assertThat(Files.exists(folder.resolve("books.db"))).isFalse();
        assertThat(Files.exists(folder.resolve("books.db.migrated"))).isTrue();
    }

    @Test
    void odd_texts_and_reader_positions_arrive_and_writing_continues() throws Exception {
        fill();
        move();
        try (Books books = moved()) {
            books.write(tx -> {
                assertThat(tx.marks().pending("rules", Set.of(Mark.Kind.ALERT), 10))
                        .extracting(Mark::subject)
                        .containsExactly(ODD);
                assertThat(tx.handle()
                                .createQuery(
                                        "SELECT id || document AS n FROM registry_version WHERE document IS NOT NULL")
                                .mapTo(String.class)
                                .one())
                        .isEqualTo(ODD + "nul\uFFFDinside");
                tx.readings().put(List.of(reading("c", 1, 4), reading("a", 6, 1)), new Position(0, 10_002));
                tx.marks().mark(Mark.Kind.ALERT, ODD, 1);
                tx.positions().commit("accounting", new Position(0, 10_000), new Position(0, 10_002), 3);
                return null;
            });
            assertThat(books.<Long, RuntimeException>read(
                            h -> books.ports(h).readings().count()))
                    .isEqualTo(HOURS * 2 + 1);
        }
    }

    @Test
    void an_interrupted_migration_changes_nothing_and_can_be_run_again() throws Exception {
        fill();
        assertThatThrownBy(() -> move(new Silent() {
                    @Override
                    public void begins(String step, String table, long rows) {
                        if (step.equals("checking") && table.startsWith("reading")) {
                            throw new IllegalStateException("killed on purpose");
                        }
                    }
                }))
                .hasMessage("killed on purpose");
        assertThat(ask(moved(), BooksMigratorIT::samples)).allMatch(List::isEmpty);
        assertThat(ask(file(), BooksMigratorIT::samples)).noneMatch(List::isEmpty);
        assertThat(move()).allMatch(TableCheck::equal);
    }

    @Test
    void a_migration_killed_before_setting_the_file_aside_is_finished() throws Exception {
        fill();
        move();
        Files.move(folder.resolve("books.db.migrated"), folder.resolve("books.db"));
        assertThat(move()).allMatch(TableCheck::equal);
        assertThat(Files.exists(folder.resolve("books.db"))).isFalse();
    }

    @Test
    void a_database_with_other_books_is_refused_unchanged() throws Exception {
        fill();
        try (Books other = moved()) {
            other.write(tx -> tx.readings().put(List.of(reading("x", 1, 7)), new Position(0, 1)));
        }
        assertThatThrownBy(this::move)
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("is not empty and holds other books")
                .hasMessageContaining("name an empty database");
        Long left = ask(
                moved(),
                b -> b.<Long, RuntimeException>read(h -> b.ports(h).readings().count()));
        assertThat(left).isEqualTo(1);
        assertThat(Files.exists(folder.resolve("books.db"))).isTrue();
    }

    @Test
    void a_database_with_foreign_tables_is_refused_unchanged() {
        fill();
        PostgresServer.shared().execute(server.database(), "CREATE TABLE orders (id integer)");
        assertThatThrownBy(this::move)
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("holds 1 tables that are not Greenpark's");
    }

    @Test
    void a_database_that_another_process_uses_is_refused() {
        fill();
        try (Books running = moved()) {
            assertThatThrownBy(this::move)
                    .isInstanceOf(MigrateException.class)
                    .hasMessageContaining("in use by another Greenpark process");
            assertThat(running).isNotNull();
        }
    }

    @Test
    void a_folder_without_books_differs_from_one_migrated_before() throws Exception {
        assertThatThrownBy(this::move).hasMessageContaining("has no books.db; name the data folder");
        fill();
        move();
        assertThatThrownBy(this::move).hasMessageContaining("were moved before");
    }
}
