package io.greenpark.objection.desk;

import io.greenpark.objection.form.ThingKind;
import java.time.Instant;
import java.util.Collection;

/** Which of the things that an answer shows are objected to. Every answer asks here, once for all that it shows. Any thread may call. */
public interface ObjectionMarks {
    /** Where nothing is objected to. */
    ObjectionMarks NONE = new ObjectionMarks() {
        @Override
        public MarkedThings of(ThingKind kind, Collection<String> ids) {
            return MarkedThings.NONE;
        }

        @Override
        public MarkedThings of(ThingKind kind, Collection<String> ids, Instant from, Instant to) {
            return MarkedThings.NONE;
        }
    };

    /** Of things of no time. */
    MarkedThings of(ThingKind kind, Collection<String> ids);

    /** Of figures in a time, half-open. */
    MarkedThings of(ThingKind kind, Collection<String> ids, Instant from, Instant to);
}
