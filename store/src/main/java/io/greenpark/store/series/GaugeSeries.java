package io.greenpark.store.series;

import io.greenpark.store.books.Mark;
import java.time.Instant;
import java.util.List;

/** A source of counts that change with time alone, as how much is open at the end of an hour: its periods are marked by the clock. */
public interface GaugeSeries extends SeriesSource {
    /** The periods of all subjects that have to do with a time, both ends included; versions are of no account. */
    List<Mark> due(Instant since, Instant now);
}
