package io.greenpark.access.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That somebody looked at something within an hour.
 *
 * @param person name of the account
 * @param hour its begin, UTC
 * @param count how often, at least 1
 * @param first when first within the hour
 * @param last when last
 */
public record Look(String person, AuditObject object, Instant hour, long count, Instant first, Instant last) {
    static Look once(String person, AuditObject object, Instant at) {
        Instant ms = at.truncatedTo(ChronoUnit.MILLIS);
        return new Look(AuditText.name(person), object, at.truncatedTo(ChronoUnit.HOURS), 1, ms, ms);
    }

    /** What is counted together. */
    record Key(String person, AuditObject object, Instant hour) {}

    Key key() {
        return new Key(person, object, hour);
    }

    /** Both, of the same key. */
    Look plus(Look other) {
        return new Look(
                person,
                object,
                hour,
                count + other.count,
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }

    /** The same as a look at one of several, whichever it was. */
    Look atSeveral() {
        return new Look(person, new AuditObject(object.kind(), AuditObject.SEVERAL), hour, count, first, last);
    }
}
