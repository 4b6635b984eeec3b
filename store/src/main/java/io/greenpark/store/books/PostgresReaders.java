package io.greenpark.store.books;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The reading connections: each transaction is read-only and sees the books of one moment (REPEATABLE READ, which on
 * PostgreSQL reads one snapshot and never fails for a reader). Any thread.
 */
final class PostgresReaders implements AutoCloseable {
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final BooksServer server;
    private final HikariDataSource pool;
    private final Jdbi connections;
    private final CircuitBreaker breaker = new CircuitBreaker();

    PostgresReaders(BooksServer server, DataSource source, int size) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("books-readers");
        hikari.setDataSource(source);
        hikari.setReadOnly(true);
        hikari.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        hikari.setMaximumPoolSize(size);
        hikari.setConnectionTimeout(WAIT.toMillis());
        hikari.setValidationTimeout(WAIT.dividedBy(2).toMillis());
        this.server = server;
        this.pool = open(server, hikari);
        this.connections = Jdbi.create(pool);
    }

    private static HikariDataSource open(BooksServer server, HikariConfig hikari) {
        try {
            return new HikariDataSource(hikari);
        } catch (RuntimeException e) {
            throw PostgresFailures.away(server, e);
        }
    }

    <T, X extends Exception> T read(Books.ReadWork<T, X> work) throws X {
        try (Handle handle = breaker.connect(this::open)) {
            return handle.inTransaction(work::run);
        }
    }

    private Handle open() {
        try {
            return connections.open();
        } catch (RuntimeException e) {
            @Nullable HikariPoolMXBean state = pool.getHikariPoolMXBean();
            if (state != null && state.getActiveConnections() >= pool.getMaximumPoolSize()) {
                throw new BooksException("books: all " + pool.getMaximumPoolSize()
                        + " reading connections were busy for " + WAIT.toSeconds() + " s; raise books.readers");
            }
            throw PostgresFailures.away(server, e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
