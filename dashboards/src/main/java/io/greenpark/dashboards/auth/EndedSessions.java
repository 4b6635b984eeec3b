package io.greenpark.dashboards.auth;

import io.greenpark.store.books.Books;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Which sessions people ended before their time, kept in the books until that time, so that a restart revives none. */
final class EndedSessions {
    private final Books books;
    private final Clock clock;

    EndedSessions(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /** Their ids, with the time at which each would have expired. Blocks. */
    Map<String, Long> read() {
        return books.read(handle -> handle.createQuery("SELECT id, until_ms FROM ended_session WHERE until_ms > :now")
                .bind("now", clock.millis())
                .reduceRows(new HashMap<>(), (ended, row) -> {
                    ended.put(row.getColumn("id", String.class), row.getColumn("until_ms", Long.class));
                    return ended;
                }));
    }

    /** Adds one, and forgets those whose time has come. Blocks; durable when it returns. */
    void add(String id, long untilMs) {
        books.write(tx -> {
            tx.handle().execute("DELETE FROM ended_session WHERE until_ms <= ?", clock.millis());
            return tx.handle()
                    .execute(
                            "INSERT INTO ended_session (id, until_ms) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
                            id,
                            untilMs);
        });
    }
}
