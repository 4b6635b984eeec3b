package io.greenpark.accounting.work;

import io.greenpark.park.reading.Reading;
import java.util.List;

/** Is told what was put into the set of readings, by the thread that did it. */
public interface UpsertListener {
    /** These are in the set now: their transaction is durable. */
    void put(List<Reading> readings);

    /** A transaction failed, and nobody knows what of it is in the set; nothing may be taken for known any more. */
    void unsure();
}
