package io.greenpark.store.books;

import io.greenpark.park.live.LiveState;
import io.greenpark.park.log.ReaderPositions;
import org.jdbi.v3.core.Handle;

/** The ports over one connection of any SQL database, for the length of one transaction. */
final class SqlPorts implements BooksTx, AutoCloseable {
    private final Handle handle;
    private final Statements statements;
    private final PointIdDictionary.InTransaction points;
    private final SaidSigns.InTransaction signs;
    private final SqlReadings readings;
    private final SqlPositions positions;
    private final SqlMarks marks;
    private final SqlLive live;

    SqlPorts(Handle handle, PointIdDictionary points, SaidSigns signs, Dialect dialect) {
        this.handle = handle;
        this.statements = new Statements(handle.getConnection());
        this.points = points.begin(statements);
        this.signs = signs.begin();
        this.readings = new SqlReadings(statements, this.points, dialect.hot(statements));
        this.positions = new SqlPositions(handle);
        this.marks = new SqlMarks(handle, statements);
        this.live = new SqlLive(handle, statements, this.signs);
    }

    @Override
    public Handle handle() {
        return handle;
    }

    @Override
    public SqlReadings readings() {
        return readings;
    }

    @Override
    public ReaderPositions positions() {
        return positions;
    }

    @Override
    public Marks marks() {
        return marks;
    }

    @Override
    public LiveState live() {
        return live;
    }

    /** Makes what the transaction learnt known to the ones after it. */
    void committed() {
        points.publish();
        signs.publish();
    }

    /** SQLite does not commit while a result is open. */
    void closeStatements() {
        statements.close();
    }

    @Override
    public void close() {
        statements.close();
    }
}
