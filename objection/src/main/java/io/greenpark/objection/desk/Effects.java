package io.greenpark.objection.desk;

import io.greenpark.objection.form.Objection;
import io.greenpark.store.books.BooksTx;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What an upheld objection does, in the transaction of the decision. */
public interface Effects {
    /**
     * The time that an objection is about as of now: of a figure its own, of a case what that covers; empty for what is of none.
     *
     * @param now end of the time of a case that is open
     */
    Optional<Time> time(Handle handle, Objection objection, Instant now);

    /** Does it. */
    void uphold(BooksTx tx, Objection objection, Time time, Instant now);

    /** A time, half-open. */
    record Time(Instant from, Instant to) {}
}
