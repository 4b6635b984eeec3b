package io.greenpark.store.books;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection that writes the books. Its session holds an advisory lock, so that every write there is was made
 * under the lock: a process that loses the connection loses the lock and the open transaction with it. A connection made anew
 * takes the lock again and is used only if no other process had the books meanwhile. The caller excludes threads.
 */
final class PostgresWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresWriter.class);

    /** Names the lock together with the schema: a database may hold several installations in schemas of their own. */
    private static final int LOCK = 0x67_72_65_65;

    private static final String KEY = LOCK + ", hashtext(current_schema())";
    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int ANSWER_S = 5;

    private final BooksServer server;
    private final Jdbi connections;
    private final CircuitBreaker breaker = new CircuitBreaker();
    private final Duration patience;
    private @Nullable Handle handle;
    private @Nullable Backend backend;
    private long usedAtNanos;
    private long term;

    private PostgresWriter(BooksServer server, DataSource source, Duration patience) {
        this.server = server;
        this.connections = Jdbi.create(source);
        this.patience = patience;
    }

    /** The server's process behind a connection. */
    private record Backend(int pid, String startedAt) {}

    /**
     * Connects and takes the lock.
     *
     * @param patience how long to wait for a process that has the books and may be about to end
     */
    static PostgresWriter open(BooksServer server, DataSource source, Duration patience) {
        PostgresWriter writer = new PostgresWriter(server, source, patience);
        writer.ready();
        return writer;
    }

    /** Notes that the books are this process's from now on; the schema is there. */
    void begin() {
        term = ready().createQuery("UPDATE books_owner SET term = books_owner.term + 1 WHERE id = 1 RETURNING term")
                .mapTo(Long.class)
                .one();
    }

    /** A connection that answered a moment ago and holds the lock. */
    Handle ready() {
        Handle known = handle;
        if (known != null && System.nanoTime() - usedAtNanos > TRUSTED_NANOS && !answers(known)) {
            drop();
            known = null;
        }
        if (known == null) {
            known = breaker.connect(this::connect);
            handle = known;
        }
        usedAtNanos = System.nanoTime();
        return known;
    }

    private static boolean answers(Handle handle) {
        try {
            return handle.getConnection().isValid(ANSWER_S);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Looks after the connection when a transaction on it failed. */
    void failed(Throwable failure) {
        if (handle == null) {
            return;
        }
        try {
            if (PostgresFailures.isAway(failure) || handle.getConnection().isClosed()) {
                drop();
            }
        } catch (SQLException e) {
            drop();
        }
    }

    private Handle connect() {
        Handle fresh;
        try {
            fresh = connections.open();
        } catch (RuntimeException e) {
            throw PostgresFailures.away(server, e);
        }
        try {
            fresh.getConnection().setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            PostgresChecks.check(fresh, server);
            prepare(fresh);
            lock(fresh);
            sameTerm(fresh);
            backend = backend(fresh);
            return fresh;
        } catch (SQLException | RuntimeException e) {
            close(fresh);
            if (e instanceof BooksException known) {
                throw known;
            }
            throw PostgresFailures.away(server, e);
        }
    }

    /** Lets the server notice soon when this machine is gone, so that the lock does not outlive it by hours. */
    private static void prepare(Handle fresh) {
        fresh.execute("SET tcp_keepalives_idle = 10");
        fresh.execute("SET tcp_keepalives_interval = 5");
        fresh.execute("SET tcp_keepalives_count = 4");
        // A reload of the server's settings must not take durability away from a running session.
        fresh.execute("SELECT set_config('synchronous_commit', current_setting('synchronous_commit'), false)");
    }

    private void lock(Handle fresh) {
        endFormerBackend(fresh);
        fresh.execute("SET lock_timeout = " + patience.toMillis());
        try {
            fresh.execute("SELECT pg_advisory_lock(" + KEY + ")");
        } catch (RuntimeException e) {
            if (!"55P03".equals(PostgresFailures.state(e))) {
                throw e;
            }
            throw new BooksUnavailableException(
                    "books: \"" + server + "\" is in use by another Greenpark process" + holder(fresh)
                            + "; stop that one, or name another database",
                    e);
        }
        fresh.execute("SET lock_timeout = 0");
    }

    /** A backend whose client is gone may not have noticed yet and hold the lock of this very process. */
    private void endFormerBackend(Handle fresh) {
        Backend former = backend;
        if (former != null) {
            fresh.createQuery("SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity"
                            + " WHERE pid = :pid AND backend_start = cast(:startedAt AS timestamptz)")
                    .bind("pid", former.pid())
                    .bind("startedAt", former.startedAt())
                    .mapTo(Boolean.class)
                    .list();
        }
    }

    private static Backend backend(Handle fresh) {
        return fresh.createQuery(
                        "SELECT pid, backend_start::text AS started_at FROM pg_stat_activity WHERE pid = pg_backend_pid()")
                .map(ConstructorMapper.of(Backend.class))
                .one();
    }

    private static String holder(Handle fresh) {
        return fresh.createQuery("SELECT coalesce(host(a.client_addr), 'a local socket') AS address,"
                        + " to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ') AS since"
                        + " FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
                        + " WHERE l.locktype = 'advisory' AND l.granted AND l.classid = " + LOCK
                        + " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .map((row, context) ->
                        ", connected from " + row.getString("address") + " since " + row.getString("since"))
                .findFirst()
                .orElse("");
    }

    private void sameTerm(Handle fresh) {
        if (term == 0) {
            return;
        }
        long now = fresh.createQuery("SELECT term FROM books_owner WHERE id = 1")
                .mapTo(Long.class)
                .one();
        if (now != term) {
            throw new BooksException("books: another process had \"" + server + "\" while this one was cut off from it;"
                    + " this one writes no more. Stop one of the two, then start this one again");
        }
        LOG.info("books: connected to \"{}\" again", server);
    }

    private void drop() {
        close(handle);
        handle = null;
    }

    private static void close(@Nullable Handle handle) {
        if (handle == null) {
            return;
        }
        try {
            handle.close();
        } catch (RuntimeException e) {
            LOG.debug("books: a lost connection does not close: {}", e.toString());
        }
    }

    @Override
    public void close() {
        drop();
    }
}
