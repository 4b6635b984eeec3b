package io.greenpark.store.books;

import io.greenpark.park.log.ReaderPositions;
import io.greenpark.park.log.StaleReaderException;
import io.greenpark.park.reading.Position;
import org.jdbi.v3.core.Handle;

/** Reader positions in {@code reader_position}; the update's own condition is the compare of compare-and-set. */
final class SqlPositions implements ReaderPositions {
    private final Handle handle;

    SqlPositions(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Position get(String reader, int partition) {
        return handle.createQuery("SELECT pos FROM reader_position WHERE reader = :reader AND part = :part")
                .bind("reader", reader)
                .bind("part", partition)
                .mapTo(Long.class)
                .findOne()
                .map(offset -> new Position(partition, offset))
                .orElse(new Position(partition, 0));
    }

    @Override
    public void commit(String reader, Position from, Position to, long epoch) {
        if (from.partition() != to.partition()) {
            throw new IllegalArgumentException("reader " + reader + " cannot move from " + from + " to " + to);
        }
        ensure(reader, from.partition());
        int moved = handle.createUpdate("UPDATE reader_position SET pos = :to, epoch = :epoch"
                        + " WHERE reader = :reader AND part = :part AND pos = :from AND epoch <= :epoch")
                .bind("to", to.offset())
                .bind("epoch", epoch)
                .bind("reader", reader)
                .bind("part", from.partition())
                .bind("from", from.offset())
                .execute();
        if (moved == 0) {
            throw new StaleReaderException("reader " + reader + " of partition " + from.partition() + " is at "
                    + get(reader, from.partition()).offset() + ", not at " + from.offset()
                    + ", or was taken over after epoch " + epoch);
        }
    }

    @Override
    public long takeOver(String reader, int partition) {
        ensure(reader, partition);
        return handle.createQuery("UPDATE reader_position SET epoch = reader_position.epoch + 1"
                        + " WHERE reader = :reader AND part = :part RETURNING epoch")
                .bind("reader", reader)
                .bind("part", partition)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void forget(String reader) {
        handle.createUpdate("DELETE FROM reader_position WHERE reader = :reader")
                .bind("reader", reader)
                .execute();
    }

    private void ensure(String reader, int partition) {
        handle.createUpdate("INSERT INTO reader_position (reader, part, pos, epoch) VALUES (:reader, :part, 0, 0)"
                        + " ON CONFLICT (reader, part) DO NOTHING")
                .bind("reader", reader)
                .bind("part", partition)
                .execute();
    }
}
