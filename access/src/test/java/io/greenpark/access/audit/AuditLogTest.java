package io.greenpark.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.greenpark.park.time.MovableClock;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditLogTest {
    private static final Instant START = Instant.parse("2026-01-01T08:00:00.123Z");

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private final MovableClock clock = new MovableClock(START);
    private SqlAuditLog log;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() {
        log = new SqlAuditLog(fixture.books(), clock);
    }

    private static AuditDraft by(String who, AuditAction action) {
        return AuditDraft.of(who, "10.0.0.7", action);
    }

    private List<Long> numbers(AuditFilter filter, long before, int limit) {
        return log.page(filter, before, limit).stream().map(AuditEntry::number).toList();
    }

    private void appendDaily(int entries) {
        fixture.books().write(tx -> {
            for (int i = 0; i < entries; i++) {
                log.append(tx, by("li", AuditAction.SESSION_OPENED));
                clock.advance(Duration.ofDays(1));
            }
            return null;
        });
    }

    @Test
    void an_entry_stands_as_it_was_said_after_a_restart() {
        AuditEntry appended = log.append(by("李工", AuditAction.ACCOUNT_CHANGED)
                .on("account", "wang")
                .change(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("name", "Wang")
                                .put("closed", false),
                        JsonNodeFactory.instance.objectNode().put("closed", true))
                .because("left\nthe bureau 😀"));
        log = new SqlAuditLog(fixture.reopen(), clock);
        assertThat(log.page(AuditFilter.ALL, Long.MAX_VALUE, 10)).containsExactly(appended);
        assertThat(appended.number()).isEqualTo(1);
        assertThat(appended.at()).isEqualTo(START);
        assertThat(appended.who()).isEqualTo("李工");
        assertThat(appended.origin()).isEqualTo("10.0.0.7");
        assertThat(appended.action()).isEqualTo("account.changed");
        assertThat(appended.before()).isEqualTo("{\"closed\":false,\"name\":\"Wang\"}");
        assertThat(appended.after()).isEqualTo("{\"closed\":true}");
        assertThat(appended.why()).isEqualTo("left\nthe bureau 😀");
        assertThat(log.head()).isEqualTo(new AuditHead(1, appended.hash()));
        assertThat(log.verify(null).fits()).isTrue();
    }

    @Test
    void it_tells_when_each_account_did_something_last() {
        log.append(by("li", AuditAction.SESSION_OPENED));
        clock.advance(Duration.ofDays(1));
        log.append(by("li", AuditAction.SESSION_OPENED));
        log.append(by("wang", AuditAction.SESSION_REFUSED));
        assertThat(log.newest(AuditAction.SESSION_OPENED)).isEqualTo(Map.of("li", START.plus(Duration.ofDays(1))));
    }

    @Test
    void names_that_no_database_takes_as_they_are_neither_fail_nor_break_the_chain() {
        log.append(by("a\0b\uD800" + "长".repeat(5_000), AuditAction.SESSION_REFUSED)
                .on("account", "x".repeat(5_000))
                .because("\0"));
        AuditEntry entry = log.page(AuditFilter.ALL, Long.MAX_VALUE, 1).get(0);
        assertThat(entry.who()).startsWith("a\uFFFDb?长").hasSize(300).endsWith("…");
        assertThat(entry.why()).isEqualTo("\uFFFD");
        assertThat(log.verify(log.head()).fits()).isTrue();
    }

    @Test
    void an_entry_comes_about_with_what_is_done_or_not_at_all() {
        assertThatThrownBy(() -> fixture.books().write(tx -> {
                    log.append(tx, by("li", AuditAction.ACCOUNT_CLOSED));
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        assertThat(log.head()).isEqualTo(new AuditHead(0, EntryHash.NONE));
        assertThat(log.append(by("li", AuditAction.ACCOUNT_CLOSED)).number()).isEqualTo(1);
    }

    @Test
    void entries_of_many_threads_are_one_chain_without_gaps() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> appending = new ArrayList<>();
            for (String who : List.of("li", "wang")) {
                appending.add(threads.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        log.append(by(who, AuditAction.CASE_ACKNOWLEDGED));
                    }
                }));
            }
            for (Future<?> each : appending) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(numbers(AuditFilter.ALL, Long.MAX_VALUE, 1_000))
                .isEqualTo(
                        LongStream.iterate(100, n -> n - 1).limit(100).boxed().toList());
        assertThat(log.verify(null).entries()).isEqualTo(100);
        assertThat(log.verify(null).fits()).isTrue();
    }

    @Test
    void a_second_entry_after_the_same_one_is_refused() {
        AuditEntry first = log.append(by("li", AuditAction.SESSION_OPENED));
        assertThatThrownBy(() -> fixture.books().write(tx -> {
                    AuditTable.insert(tx.handle(), first);
                    return null;
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(log.verify(first.head()).fits()).isTrue();
    }

    @Test
    void entries_are_paged_newest_first_by_who_action_object_and_time() {
        log.append(by("li", AuditAction.ACCOUNT_CREATED).on("account", "wang"));
        clock.advance(Duration.ofHours(1));
        log.append(by("wang", AuditAction.SESSION_OPENED));
        clock.advance(Duration.ofHours(1));
        log.append(by("li", AuditAction.ACCOUNT_CHANGED).on("account", "wang"));
        log.append(by("li", AuditAction.ACCOUNT_CHANGED).on("account", "zhao"));
        AuditFilter all = AuditFilter.ALL;
        assertThat(numbers(all, Long.MAX_VALUE, 3)).containsExactly(4L, 3L, 2L);
        assertThat(numbers(all, 2, 3)).containsExactly(1L);
        assertThat(numbers(all.by("li"), Long.MAX_VALUE, 10)).containsExactly(4L, 3L, 1L);
        assertThat(numbers(all.of(AuditAction.SESSION_OPENED), Long.MAX_VALUE, 10))
                .containsExactly(2L);
        assertThat(numbers(all.on(new AuditObject("account", "wang")), Long.MAX_VALUE, 10))
                .containsExactly(3L, 1L);
        assertThat(numbers(all.between(START.plusSeconds(1), START.plusSeconds(7_200)), Long.MAX_VALUE, 10))
                .containsExactly(2L);
        assertThat(numbers(all.by("li").between(START.plusSeconds(7_200), null), 4, 10))
                .containsExactly(3L);
    }

    @Test
    void what_is_retired_leaves_a_log_that_still_fits() {
        appendDaily(1_300);
        AuditHead early =
                new AuditHead(1, log.page(AuditFilter.ALL, 2, 1).get(0).hash());
        AuditHead head = log.head();
        assertThat(log.retire(START.plus(Duration.ofDays(1_100)))).isEqualTo(1_100);
        assertThat(numbers(AuditFilter.ALL, 1_102, 10)).containsExactly(1_101L);
        AuditCheck check = log.verify(head);
        assertThat(check.fits()).isTrue();
        assertThat(check.from()).isEqualTo(START.plus(Duration.ofDays(1_100)));
        assertThat(log.page(AuditFilter.ALL.of(AuditAction.LOG_RETIRED), Long.MAX_VALUE, 1))
                .extracting(AuditEntry::id)
                .containsExactly("1100");
        assertThat(log.verify(early).fault()).isEqualTo(new AuditFault(AuditFault.Kind.NOTED_RETIRED, 1));
        assertThat(log.append(by("li", AuditAction.SESSION_OPENED)).number()).isGreaterThan(1_300);
        assertThat(log.verify(head).fits()).isTrue();
    }

    @Test
    void retiring_ends_at_the_first_entry_that_is_young_enough_and_can_go_on_later() {
        appendDaily(2);
        clock.advance(Duration.ofDays(200));
        log.append(by("li", AuditAction.SESSION_OPENED));
        clock.set(START.minus(Duration.ofDays(10)));
        log.append(by("li", AuditAction.SESSION_OPENED));
        clock.set(START.plus(Duration.ofDays(300)));
        assertThat(log.retire(START.plus(Duration.ofDays(100)))).isEqualTo(2);
        clock.advance(Duration.ofDays(400));
        assertThat(log.retire(START.plus(Duration.ofDays(500)))).isEqualTo(3);
        assertThat(log.page(AuditFilter.ALL, Long.MAX_VALUE, 10))
                .extracting(AuditEntry::action)
                .containsExactly("log.retired");
        assertThat(log.verify(null).fits()).isTrue();
        assertThat(log.retire(START.plus(Duration.ofDays(500)))).isZero();
    }

    @Test
    void nothing_younger_than_six_months_is_retired() {
        appendDaily(1);
        clock.set(START.plus(Duration.ofDays(185)));
        Instant young = START.plus(Duration.ofDays(2));
        assertThatThrownBy(() -> log.retire(young))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(young.toString())
                .hasMessageContaining("at least 184 days ago")
                .hasMessageContaining(START.plus(Duration.ofDays(1)).toString());
        assertThat(log.head().number()).isEqualTo(1);
    }

    @Test
    void a_log_that_does_not_fit_is_not_retired() {
        appendDaily(3);
        clock.advance(Duration.ofDays(300));
        fixture.books().write(tx -> tx.handle().execute("UPDATE audit_entry SET who = 'wang' WHERE number = 2"));
        assertThatThrownBy(() -> log.retire(START.plus(Duration.ofDays(50))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("entry 2 was changed");
        assertThat(log.page(AuditFilter.ALL, Long.MAX_VALUE, 10)).hasSize(3);
    }
}
