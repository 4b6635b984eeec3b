package io.greenpark.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.time.MovableClock;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HourlyEntriesTest {
    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(BooksKind.SQLITE);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T08:00:00Z"));
    private SqlAuditLog log;
    private HourlyEntries hourly;

    @BeforeEach
    void open() {
        log = new SqlAuditLog(fixture.books(), clock);
        hourly = new HourlyEntries(log, clock);
    }

    private static AuditDraft refused(String who, String operation) {
        return AuditDraft.of(who, "10.0.0.7", AuditAction.ACCESS_REFUSED).on("operation", operation);
    }

    private List<String> entries() {
        return log.page(AuditFilter.ALL, Long.MAX_VALUE, 100).stream()
                .map(entry -> entry.who() + " " + entry.id())
                .toList();
    }

    @Test
    void one_entry_for_each_person_and_object_and_hour() {
        for (int second = 0; second < 3_599; second++) {
            hourly.append(refused("li", "GET /accounts"));
            hourly.append(refused("wang", "GET /accounts"));
            hourly.append(refused("li", "GET /keys"));
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(entries()).containsExactly("li GET /keys", "wang GET /accounts", "li GET /accounts");
        assertThat(hourly.has(refused("li", "GET /keys"))).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(hourly.has(refused("li", "GET /keys"))).isFalse();
        hourly.append(refused("li", "GET /keys"));
        assertThat(entries()).hasSize(4);
    }

    @Test
    void one_that_could_not_be_written_is_written_the_next_time() {
        fixture.books().write(tx -> tx.handle().execute("ALTER TABLE audit_entry RENAME TO away"));
        assertThatThrownBy(() -> hourly.append(refused("li", "GET /keys"))).isInstanceOf(RuntimeException.class);
        fixture.books().write(tx -> tx.handle().execute("ALTER TABLE away RENAME TO audit_entry"));
        hourly.append(refused("li", "GET /keys"));
        assertThat(entries()).containsExactly("li GET /keys");
    }
}
