package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books of the schema before there were cases about parks and districts, opened by this version. */
class AreaMigrationTest {
    private static final String CASE =
            "INSERT INTO alert_case (id, rule, subject, first_since_ms, generation, %s, trial,"
                    + " raised, state, title_zh, title_en, text_zh, text_en, since_ms, covered_ms, worst_start_ms, raised_ms)"
                    + " VALUES ('%s', 'ENERGY_DECLINE_BEHIND', '%s', 1000, 0, %s, false, true, 'OPEN', '标题', 'title', '正文',"
                    + " 'text', 1000, 2000, 1000, 3000)";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void books_of_the_former_schema() {
        file = folder.resolve("books.db");
        FormerSchema.sqlite(file, "4").useHandle(handle -> {
            handle.execute("INSERT INTO registry_district (id) VALUES ('jindong')");
            handle.execute(CASE.formatted("enterprise", "old", "tool-works", "'tool-works'"));
            handle.execute("INSERT INTO alert_step (case_id, number, kind, at_ms, by_whom)"
                    + " VALUES ('old', 1, 'RAISED', 3000, 'greenpark')");
            handle.execute("INSERT INTO alert_outbox (id, case_id, step, channel, recipient, target, subject, body,"
                    + " created_ms, attempts, next_attempt_ms) VALUES ('old-1', 'old', 1, 'mail', 'Li', 'li@example.org',"
                    + " 's', 'b', 3000, 0, 3000)");
            handle.execute("INSERT INTO mark_subscription (consumer, kind) VALUES ('rules', 'INTENSITY_MONTH')");
            for (String subject : List.of("ENTERPRISE:tool-works", "PARK:east", "DISTRICT:jindong")) {
                for (String basis : List.of("EQUIVALENT", "EQUAL_VALUE")) {
                    handle.execute(
                            "INSERT INTO intensity_month (scope, subject, basis, month_ms, status, computed_ms)"
                                    + " VALUES (?, ?, ?, 1000, 'PROVISIONAL', 2000)",
                            subject.split(":")[0],
                            subject.split(":")[1],
                            basis);
                }
            }
        });
    }

    private Books open() {
        return SqliteBooks.open(file, BooksConfig.defaults(), Clock.systemUTC());
    }

    private static List<Map<String, Object>> rows(Books books, String sql) {
        return books.read(handle -> handle.createQuery(sql).mapToMap().list());
    }

    @Test
    void cases_of_enterprises_keep_their_steps_and_notices() {
        try (Books books = open()) {
            Map<String, Object> row = rows(books, "SELECT * FROM alert_case").get(0);
            assertThat(row)
                    .containsEntry("id", "old")
                    .containsEntry("scope", "ENTERPRISE")
                    .containsEntry("enterprise", "tool-works")
                    .containsEntry("area", null)
                    .containsEntry("title_zh", "标题")
                    .doesNotContainKey("only_enterprise");
            assertThat(rows(
                            books,
                            "SELECT o.id AS id FROM alert_outbox o JOIN alert_step s ON s.case_id = o.case_id"
                                    + " AND s.number = o.step JOIN alert_case c ON c.id = s.case_id"))
                    .extracting(r -> r.get("id"))
                    .containsExactly("old-1");
            assertThat(rows(books, "PRAGMA foreign_key_check")).isEmpty();
        }
    }

    @Test
    void a_case_is_about_an_enterprise_or_an_area() {
        try (Books books = open()) {
            String columns = "scope, enterprise, area";
            execute(books, CASE.formatted(columns, "new", "park/east", "'PARK', NULL, 'east'"));
            assertThat(rows(books, "SELECT id FROM alert_case WHERE area = 'east'"))
                    .hasSize(1);
            assertThatThrownBy(() -> execute(books, CASE.formatted(columns, "x", "x", "'PARK', NULL, NULL")))
                    .hasMessageContaining("CHECK");
            assertThatThrownBy(() -> execute(books, CASE.formatted(columns, "y", "y", "'PARK', 'e', 'east'")))
                    .hasMessageContaining("CHECK");
            // There is still at most one open case of a matter.
            assertThatThrownBy(() -> execute(
                            books,
                            CASE.formatted(columns, "z", "park/east", "'PARK', NULL, 'east'")
                                    .replace("1000, 0, 'PARK'", "1000, 1, 'PARK'")))
                    .hasMessageContaining("UNIQUE");
        }
    }

    private static void execute(Books books, String sql) {
        books.write(tx -> tx.handle().execute(sql));
    }

    @Test
    void only_months_of_areas_are_evaluated_again() {
        try (Books books = open()) {
            List<Mark> marks = books.read(
                    handle -> books.ports(handle).marks().pending("rules", Set.of(Mark.Kind.INTENSITY_MONTH), 10));
            assertThat(marks).extracting(Mark::subject).containsExactlyInAnyOrder("east", "jindong");
            assertThat(marks).allMatch(m -> m.startMs() == 1000 && m.version() == 1);
        }
    }

    @Test
    void a_district_without_a_name_is_called_by_its_id() {
        try (Books books = open()) {
            assertThat(rows(books, "SELECT id, document FROM registry_version"))
                    .containsExactly(
                            Map.of("id", "jindong", "document", "{\"name\":{\"en\":\"jindong\",\"zh\":\"jindong\"}}"));
        }
    }
}
