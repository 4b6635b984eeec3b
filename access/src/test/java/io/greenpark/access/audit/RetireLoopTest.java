package io.greenpark.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.time.MovableClock;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.loop.ExpectedFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RetireLoopTest {
    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
    private static final Duration KEEP = Duration.ofDays(200);

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(BooksKind.SQLITE);

    private final MovableClock clock = new MovableClock(START);
    private SqlAuditLog log;
    private Looks looks;
    private RetireLoop loop;

    @BeforeEach
    void open() {
        log = new SqlAuditLog(fixture.books(), clock);
        looks = new Looks(fixture.books(), clock);
        loop = new RetireLoop(log, looks, new AuditConfig(KEEP), clock);
        log.append(AuditDraft.of("li", "10.0.0.7", AuditAction.SESSION_OPENED));
        looks.note("li", new AuditObject("enterprise", "steel-plant"));
        looks.flush();
    }

    private List<String> actions() {
        return log.page(AuditFilter.ALL, Long.MAX_VALUE, 10).stream()
                .map(AuditEntry::action)
                .toList();
    }

    private List<Look> looksLeft() {
        return looks.newest(null, null, Instant.EPOCH, clock.instant().plusSeconds(1), 10);
    }

    @Test
    void what_was_kept_long_enough_is_retired_once_a_day_and_that_is_an_entry() {
        clock.set(START.plus(KEEP).plus(Duration.ofHours(15)));
        loop.step();
        assertThat(actions()).containsExactly("session.opened");
        assertThat(looksLeft()).hasSize(1);
        clock.advance(Duration.ofHours(2));
        for (int hour = 0; hour < 20; hour++) {
            loop.step();
            clock.advance(Duration.ofHours(1));
        }
        assertThat(actions()).containsExactly("log.retired");
        assertThat(looksLeft()).isEmpty();
        assertThat(log.verify(null).fits()).isTrue();
    }

    @Test
    void what_does_not_fit_is_not_retired_and_is_told_in_words() {
        fixture.books().write(tx -> tx.handle().execute("UPDATE audit_entry SET who = 'wang'"));
        clock.set(START.plus(KEEP).plus(Duration.ofDays(2)));
        assertThatThrownBy(loop::step).isInstanceOf(ExpectedFailure.class).hasMessageContaining("nothing is retired");
        assertThat(actions()).containsExactly("session.opened");
    }
}
