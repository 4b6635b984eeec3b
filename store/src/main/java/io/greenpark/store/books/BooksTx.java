package io.greenpark.store.books;

import io.greenpark.park.live.LiveState;
import io.greenpark.park.log.ReaderPositions;
import io.greenpark.park.reading.ReadingStore;
import org.jdbi.v3.core.Handle;

/** One transaction of the books database: its handle for own SQL, and the ports bound to it. Used by its thread only. */
public interface BooksTx {
    Handle handle();

    ReadingStore readings();

    ReaderPositions positions();

    Marks marks();

    LiveState live();
}
