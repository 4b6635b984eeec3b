package io.greenpark.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditDraft;
import io.greenpark.access.audit.SqlAuditLog;
import io.greenpark.park.time.MovableClock;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.BooksDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command beside the process that has the books. */
class AuditLogCommandTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T08:00:00Z"));

    @TempDir
    Path data;

    private Books books;

    @BeforeEach
    void fill() {
        books = BooksDatabase.open(data, BooksConfig.defaults(), clock);
        SqlAuditLog log = new SqlAuditLog(books, clock);
        for (int i = 0; i < 3; i++) {
            log.append(AuditDraft.of("li", "10.0.0.7", AuditAction.SESSION_OPENED));
            clock.advance(Duration.ofMinutes(1));
        }
    }

    @AfterEach
    void close() {
        books.close();
    }

    private record Said(int exitCode, String text) {}

    private static Said run(Path folder, String verb, String... more) {
        List<String> words = new ArrayList<>(List.of("audit-log", verb, "--data", folder.toString()));
        words.addAll(List.of(more));
        StringWriter said = new StringWriter();
        CommandLine line = GreenparkCommand.commandLine();
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        return new Said(
                line.execute(words.toArray(String[]::new)), said.toString().strip());
    }

    private void change(String sql) {
        books.write(tx -> tx.handle().execute(sql));
    }

    @Test
    void a_log_as_it_was_written_fits_the_head_that_was_noted() {
        Said head = run(data, "head");
        assertThat(head.exitCode()).isZero();
        assertThat(head.text()).matches("3:[0-9a-f]{64}");
        Said verified = run(data, "verify", "--head", head.text());
        assertThat(verified.text())
                .isEqualTo(
                        "3 entries fit: 1 to 3, of 2026-01-01T08:00:00Z to 2026-01-01T08:02:00Z; head " + head.text());
        assertThat(verified.exitCode()).isZero();
    }

    @Test
    void a_changed_entry_is_named() {
        change("UPDATE audit_entry SET who = 'wang' WHERE number = 2");
        Said verified = run(data, "verify");
        assertThat(verified.text()).startsWith("audit log: entry 2 was changed").contains("1 entry fits: 1, of 2026");
        assertThat(verified.exitCode()).isEqualTo(1);
    }

    @Test
    void an_end_that_was_cut_off_is_named_where_a_head_was_noted() {
        String head = run(data, "head").text();
        change("DELETE FROM audit_entry WHERE number = 3");
        Said unnoticed = run(data, "verify");
        assertThat(unnoticed.text()).contains("without --head");
        assertThat(unnoticed.exitCode()).isZero();
        Said verified = run(data, "verify", "--head", head);
        assertThat(verified.text()).contains("entry 3 is missing");
        assertThat(verified.exitCode()).isEqualTo(1);
    }

    @Test
    void an_empty_log_has_nothing_to_fit() {
        change("DELETE FROM audit_entry");
        Said verified = run(data, "verify");
        assertThat(verified.text()).startsWith("the log has no entry; head 0:000");
        assertThat(verified.exitCode()).isZero();
    }

    @Test
    void a_head_of_another_form_is_a_wrong_command_line() {
        Said refused = run(data, "verify", "--head", "3");
        assertThat(refused.text())
                .isEqualTo("greenpark: --head \"3\" is not allowed; accepted: NUMBER:HASH as greenpark"
                        + " audit-log head says it");
        assertThat(refused.exitCode()).isEqualTo(2);
    }

    @Test
    void a_folder_without_books_is_said_in_one_sentence(@TempDir Path empty) {
        Said refused = run(empty, "head");
        assertThat(refused.text()).startsWith("greenpark: books: there is no").doesNotContain("\tat ");
        assertThat(refused.exitCode()).isEqualTo(1);
    }
}
