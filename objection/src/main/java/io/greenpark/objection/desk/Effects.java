package io.greenpark.objection.desk;

import io.greenpark.accounting.intensity.AwaitedCorrection;
import io.greenpark.objection.form.Correction;
import io.greenpark.objection.form.Objection;
import io.greenpark.store.books.BooksTx;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What an upheld objection does, in the transaction of the decision. */
public interface Effects {
    /**
     * The time that an objection is about as of now: of a figure its own, of a case what that covers; empty for what is of none.
     *
     * @param now end of the time of a case that is open
     */
    Optional<Time> time(Handle handle, Objection objection, Instant now);

    /**
     * Does it.
     *
     * @param correction of a figure of a month what puts it right; null of all else
     */
    void uphold(BooksTx tx, Objection objection, Time time, @Nullable Correction correction, Instant now);

    /** What puts the month right has come in: it is judged again. False where that was said already, or nothing was awaited. */
    boolean correct(BooksTx tx, Objection objection, AwaitedCorrection.End end);

    /** A time, half-open. */
    record Time(Instant from, Instant to) {}
}
