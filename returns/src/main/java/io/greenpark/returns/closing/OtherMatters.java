package io.greenpark.returns.closing;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What else is open of a month about to be closed, of which whoever closes it has to say that it was seen. Any thread may call. */
@FunctionalInterface
public interface OtherMatters {
    /** Where there is nothing of the kind. */
    OtherMatters NONE = (enterprises, from, to) -> List.of();

    /** Of some enterprises in a time, half-open: points of the kind {@link OpenPoint.Kind#OBJECTION}, in the order of their numbers. */
    List<OpenPoint> of(Set<String> enterprises, Instant from, Instant to);
}
