package io.greenpark.store.books;

import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/**
 * What the books of every SQL database have in common: one writing connection behind a lock, transactions that commit
 * or leave nothing, and the ports over a connection.
 */
abstract class SqlBooks implements Books {
    private final ReentrantLock writing = new ReentrantLock();
    private final PointIdDictionary points = new PointIdDictionary();
    private final SaidSigns signs = new SaidSigns();
    private final Dialect dialect;
    private volatile boolean closed;

    SqlBooks(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Runs the work by way of {@link #transaction} on the writing connection; the caller holds the lock. */
    abstract <T, X extends Exception> T writeLocked(WriteWork<T, X> work) throws X;

    /** Runs the work on a reading connection with one view. */
    abstract <T, X extends Exception> T readOpen(ReadWork<T, X> work) throws X;

    /** Closes the connections; no write is running. */
    abstract void closeConnections();

    @Override
    public final <T, X extends Exception> T write(WriteWork<T, X> work) throws X {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("books: a write inside a write; hand the transaction on instead");
        }
        writing.lock();
        try {
            refuseWhenClosed();
            return writeLocked(work);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public final <T, X extends Exception> T read(ReadWork<T, X> work) throws X {
        refuseWhenClosed();
        return readOpen(work);
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new IllegalStateException("books: closed already");
        }
    }

    /** One transaction on a connection: committed when this returns, rolled back if the work throws. */
    final <T, X extends Exception> T transaction(Handle writer, WriteWork<T, X> work) throws X {
        writer.begin();
        try (SqlPorts tx = new SqlPorts(writer, points, signs, dialect)) {
            T result = work.run(tx);
            tx.closeStatements();
            writer.commit();
            tx.committed();
            return result;
        } catch (Throwable failure) {
            rollBack(writer, failure);
            throw failure;
        }
    }

    /** A connection that is lost cannot roll back, nor need it: the database does. The first failure is reported. */
    private static void rollBack(Handle writer, Throwable failure) {
        try {
            if (writer.isInTransaction()) {
                writer.rollback();
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public final BooksTx ports(Handle handle) {
        return new SqlPorts(handle, points, signs, dialect);
    }

    /** Waits for the running write; later calls are refused. */
    @Override
    public final void close() {
        writing.lock();
        try {
            if (!closed) {
                closed = true;
                closeConnections();
            }
        } finally {
            writing.unlock();
        }
    }
}
