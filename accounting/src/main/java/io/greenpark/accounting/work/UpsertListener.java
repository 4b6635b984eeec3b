package io.greenpark.accounting.work;

import io.greenpark.park.reading.Reading;
import java.util.List;

/** Is told what was put into the set of readings, by the thread that did it. */
public interface UpsertListener {
    /** These are in the set now: their transaction is durable. */
    void upserted(List<Reading> readings);

    /** A transaction failed, and it is unknown what of it is in the set: everything remembered of the set is void. */
    void invalidate();
}
