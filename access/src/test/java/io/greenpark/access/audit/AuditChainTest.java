package io.greenpark.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.greenpark.access.audit.AuditFault.Kind;
import io.greenpark.park.time.MovableClock;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is done to the rows of the log behind its back is found and named. */
class AuditChainTest {
    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
    private static final int ENTRIES = 10;
    private static final long CHANGED = 5;

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private final MovableClock clock = new MovableClock(START);
    private SqlAuditLog log;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void fill() {
        log = new SqlAuditLog(fixture.books(), clock);
        append(ENTRIES);
    }

    private void append(int entries) {
        fixture.books().write(tx -> {
            for (int i = 0; i < entries; i++) {
                log.append(tx, draft(i));
                clock.advance(Duration.ofMinutes(1));
            }
            return null;
        });
    }

    private static AuditDraft draft(int i) {
        return AuditDraft.of("li", "10.0.0.7", AuditAction.ACCOUNT_CHANGED)
                .on("account", "wang")
                .change(
                        JsonNodeFactory.instance.objectNode().put("n", i),
                        JsonNodeFactory.instance.objectNode().put("n", i + 1))
                .because("asked for");
    }

    private void execute(String... statements) {
        fixture.books().write(tx -> {
            for (String sql : statements) {
                assertThat(tx.handle().execute(sql)).as(sql).isPositive();
            }
            return null;
        });
    }

    private void assertFound(Kind kind, long number) {
        assertThat(log.verify(null).fault()).isEqualTo(new AuditFault(kind, number));
    }

    @Test
    void an_untouched_log_fits_from_its_first_entry_to_its_last() {
        AuditCheck check = log.verify(log.head());
        assertThat(check)
                .isEqualTo(new AuditCheck(ENTRIES, START, START.plus(Duration.ofMinutes(9)), log.head(), null));
    }

    @Test
    void a_log_of_many_portions_is_walked_to_its_end() {
        append(2_495);
        execute("UPDATE audit_entry SET who = 'wang' WHERE number = 2503");
        assertThat(log.verify(null).entries()).isEqualTo(2_502);
        assertFound(Kind.CHANGED, 2_503);
    }

    @Test
    void every_column_of_an_entry_counts() {
        List<String> values = List.of(
                "at_ms = at_ms + 1",
                "who = 'wang'",
                "origin = 'server'",
                "action = 'account.closed'",
                "action = 'no.such.action'",
                "kind = 'case'",
                "kind = NULL",
                "id = 'Wang'",
                "id = NULL",
                "state_before = '{}'",
                "state_before = NULL",
                "state_after = state_after || ' '",
                "state_after = ''",
                "why = NULL",
                "why = 'asked fo'",
                "hash = '" + EntryHash.NONE + "'");
        for (String value : values) {
            AuditEntry was = log.page(AuditFilter.ALL, CHANGED + 1, 1).get(0);
            execute("UPDATE audit_entry SET " + value + " WHERE number = " + CHANGED);
            AuditCheck check = log.verify(null);
            assertThat(check.fault()).as(value).isEqualTo(new AuditFault(Kind.CHANGED, CHANGED));
            assertThat(check.entries()).as(value).isEqualTo(CHANGED - 1);
            execute("DELETE FROM audit_entry WHERE number = " + CHANGED);
            fixture.books().write(tx -> {
                AuditTable.insert(tx.handle(), was);
                return null;
            });
            assertThat(log.verify(null).fits()).isTrue();
        }
    }

    @Test
    void an_entry_under_another_number_is_missing_where_it_stood() {
        execute("UPDATE audit_entry SET number = 99 WHERE number = 5");
        assertFound(Kind.MISSING, 5);
    }

    @Test
    void an_entry_before_the_first_does_not_belong_there() {
        execute("UPDATE audit_entry SET number = 0 WHERE number = 5");
        assertFound(Kind.MISPLACED, 0);
    }

    @Test
    void an_entry_that_was_taken_out_is_missing() {
        execute("DELETE FROM audit_entry WHERE number = 5");
        assertFound(Kind.MISSING, 5);
        AuditCheck check = log.verify(null);
        assertThat(check.entries()).isEqualTo(4);
        assertThat(check.until()).isEqualTo(START.plus(Duration.ofMinutes(3)));
    }

    @Test
    void an_entry_that_was_taken_out_is_noticed_though_the_others_close_up() {
        execute("DELETE FROM audit_entry WHERE number = 5");
        for (int number = 6; number <= ENTRIES; number++) {
            execute("UPDATE audit_entry SET number = number - 1 WHERE number = " + number);
        }
        assertFound(Kind.CHANGED, 5);
    }

    @Test
    void the_first_entry_that_was_taken_out_is_missing() {
        execute("DELETE FROM audit_entry WHERE number = 1");
        assertFound(Kind.MISSING, 1);
    }

    @Test
    void two_entries_that_changed_places_are_found_at_the_first_of_them() {
        execute(
                "UPDATE audit_entry SET number = -1 WHERE number = 5",
                "UPDATE audit_entry SET number = 5 WHERE number = 6",
                "UPDATE audit_entry SET number = 6 WHERE number = -1");
        assertFound(Kind.CHANGED, 5);
    }

    @Test
    void an_end_that_was_cut_off_is_noticed_by_a_noted_head_only() {
        AuditHead noted = log.head();
        execute("DELETE FROM audit_entry WHERE number >= 8");
        assertThat(log.verify(null).fits()).isTrue();
        assertThat(log.verify(noted).fault()).isEqualTo(new AuditFault(Kind.CUT_OFF, 8));
        append(5);
        assertThat(log.verify(null).fits()).isTrue();
        assertThat(log.verify(noted).fault()).isEqualTo(new AuditFault(Kind.NOT_AS_NOTED, 10));
    }

    @Test
    void a_log_that_was_emptied_is_noticed_by_a_noted_head() {
        AuditHead noted = log.head();
        execute("DELETE FROM audit_entry");
        assertThat(log.verify(noted).fault()).isEqualTo(new AuditFault(Kind.CUT_OFF, 1));
    }

    @Test
    void a_chain_that_was_written_anew_is_noticed_by_a_noted_head() {
        AuditHead noted =
                new AuditHead(8, log.page(AuditFilter.ALL, 9, 1).get(0).hash());
        fixture.books().write(tx -> {
            List<AuditEntry> entries = new ArrayList<>(AuditTable.from(tx.handle(), 6, 100));
            tx.handle().execute("DELETE FROM audit_entry WHERE number >= 6");
            entries.forEach(entry -> log.append(tx, AuditDraft.of("wang", "server", AuditAction.SESSION_OPENED)));
            return null;
        });
        assertThat(log.verify(null).fits()).isTrue();
        assertThat(log.verify(noted).fault()).isEqualTo(new AuditFault(Kind.NOT_AS_NOTED, 8));
    }

    @Test
    void a_beginning_that_was_cut_off_as_if_retired_is_noticed() {
        AuditHead noted = log.head();
        execute(
                "INSERT INTO audit_start (number, hash, at_ms) SELECT number, hash, at_ms FROM audit_entry WHERE number = 4",
                "DELETE FROM audit_entry WHERE number <= 4");
        assertThat(log.verify(noted).fault()).isEqualTo(new AuditFault(Kind.NOT_RETIRED, 4));
    }

    @Test
    void a_start_that_was_changed_is_found_at_the_first_entry() {
        clock.advance(Duration.ofDays(400));
        assertThat(log.retire(START.plus(Duration.ofMinutes(4)))).isEqualTo(4);
        assertThat(log.verify(null).fits()).isTrue();
        execute("UPDATE audit_start SET hash = '" + EntryHash.NONE + "'");
        assertFound(Kind.CHANGED, 5);
        execute("UPDATE audit_start SET number = 3");
        assertFound(Kind.MISSING, 4);
    }

    @Test
    void an_empty_log_fits_and_has_a_head() {
        execute("DELETE FROM audit_entry");
        AuditCheck check = log.verify(AuditHead.parse("0:" + EntryHash.NONE).orElseThrow());
        assertThat(check).isEqualTo(new AuditCheck(0, null, null, new AuditHead(0, EntryHash.NONE), null));
    }
}
