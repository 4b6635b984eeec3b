package io.greenpark.objection.desk;

import io.greenpark.objection.form.Objection;
import java.util.List;

/** Who had a part in what an objection is about, and so does not decide it. */
@FunctionalInterface
public interface Involvement {
    List<Involved> in(Objection objection);

    /**
     * Somebody who had a part.
     *
     * @param who the person, or the id of a program's key
     */
    record Involved(String who, Part part) {}

    /** Which part. */
    enum Part {
        /** Filed the objection. */
        FILED,
        /** Made a change of the limit, target or class. */
        CHANGED,
        /** Reviewed one. */
        REVIEWED,
        /** Sees to the case. */
        OWNS_CASE,
        /** Did something about the case. */
        ACTED_ON_CASE,
        /** Accepted the return that the figure rests on. */
        ACCEPTED_RETURN,
        /** Took what the enterprise says of the same data as true, or not. */
        DECIDED_MARK
    }
}
