package io.greenpark.ingest.json;

import io.greenpark.ingest.payload.SentTime;
import io.greenpark.ingest.payload.SentValue;
import io.greenpark.park.deadletter.RejectReason;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The times that one item brings, under {@code ts} or another name, and which of them is the time of its values. Where that
 * cannot be known the item has no readable time, so that its values are refused and never counted as of their arrival.
 */
final class ItemTimes {
    /** Texts often leave the fraction of a second out. */
    private static final long SAME_MS = 999;

    private static final long LARGEST_OFFSET_MS = Duration.ofHours(14).toMillis();
    private static final long OFFSET_STEP_MS = Duration.ofMinutes(15).toMillis();

    /**
     * A member that is, or may be, a time. It stands among the values too, until it is known to be one.
     *
     * @param read {@link SentTime.Unreadable} if it cannot be read
     * @param among the values beside which it stands
     */
    record Candidate(String name, TimeName kind, String sent, SentTime read, ValueList among) {
        boolean isReadable() {
            return !(read instanceof SentTime.Unreadable);
        }
    }

    private SentTime ts = SentTime.NONE;
    private List<Candidate> others = List.of();
    private List<SentValue> refused = List.of();

    /** The member {@code ts}. */
    void ts(SentTime time) {
        ts = ts == SentTime.NONE ? time : new SentTime.Unreadable(JsonMessages.repeatedTime());
    }

    /** Whether {@code ts} was read, so that what stands inside {@code values} is values only. */
    boolean hasTs() {
        return ts != SentTime.NONE;
    }

    void note(Candidate candidate) {
        if (others.isEmpty()) {
            others = new ArrayList<>(2);
        }
        others.add(candidate);
    }

    /**
     * The time of the values; what has become a time is no longer among them.
     *
     * @param inside the values of {@code values}; a name of a time there counts only if none stands outside
     */
    SentTime decide(@Nullable ValueList inside) {
        if (others.isEmpty() || ts instanceof SentTime.Unreadable) {
            return ts;
        }
        List<Candidate> outside = understood(inside, false);
        if (ts != SentTime.NONE) {
            return besideTs(outside);
        }
        List<Candidate> named = outside.isEmpty() ? understood(inside, true) : outside;
        return named.isEmpty() ? notUnderstood() : agreed(named.get(0), named);
    }

    private SentTime notUnderstood() {
        for (Candidate other : others) {
            if (other.kind() == TimeName.UNDERSTOOD) {
                return new SentTime.Unreadable(JsonMessages.unreadableMember(other.name(), other.sent()));
            }
        }
        Candidate first = others.get(0);
        return new SentTime.Unreadable(JsonMessages.someTime(first.name(), first.sent()));
    }

    private List<Candidate> understood(@Nullable ValueList inside, boolean within) {
        return others.stream()
                .filter(o -> o.kind() == TimeName.UNDERSTOOD && o.isReadable() && (o.among() == inside) == within)
                .toList();
    }

    /** What is to be told of other times, each under its name. */
    List<SentValue> refused() {
        return refused;
    }

    /** {@code ts} is the time, whatever others say: a gateway's own is often some seconds later. */
    private SentTime besideTs(List<Candidate> all) {
        takeOut(all);
        SentTime time = ts;
        for (Candidate other : all) {
            if (agree(ts, other.read())) {
                time = better(time, other.read());
            } else {
                refuse(other);
            }
        }
        return time;
    }

    private void refuse(Candidate other) {
        if (refused.isEmpty()) {
            refused = new ArrayList<>(2);
        }
        refused.add(new SentValue.Unreadable(
                other.name(), RejectReason.BAD_TIME, JsonMessages.notThatOfTs(other.name(), other.sent(), words(ts))));
    }

    /** At once, as there may be as many as values. All stand in one list: inside {@code values} or outside. */
    private static void takeOut(List<Candidate> all) {
        if (!all.isEmpty()) {
            all.get(0).among().remove(all.stream().map(Candidate::name).collect(Collectors.toSet()));
        }
    }

    /** One time, if all agree to the second. */
    private static SentTime agreed(Candidate first, List<Candidate> all) {
        takeOut(all);
        SentTime time = first.read();
        for (Candidate other : all) {
            if (!agree(first.read(), other.read())) {
                return new SentTime.Unreadable(
                        JsonMessages.twoTimes(first.name(), first.sent(), other.name(), other.sent()));
            }
            time = better(time, other.read());
        }
        return time;
    }

    /** Of two that agree one in milliseconds, rather than without a zone or in another unit. */
    private static SentTime better(SentTime time, SentTime other) {
        return isInMs(other) && !isInMs(time) ? other : time;
    }

    private static boolean isInMs(SentTime time) {
        return time instanceof SentTime.At at && WrittenTime.inMs(at.epochMs()) == at.epochMs();
    }

    private static boolean agree(SentTime one, SentTime other) {
        long apart = Math.abs(localMs(one) - localMs(other));
        if (one.getClass() == other.getClass()) {
            return apart <= SAME_MS;
        }
        // Without its zone, a local time differs from its instant by an offset.
        long beyondOffset = apart % OFFSET_STEP_MS;
        return apart <= LARGEST_OFFSET_MS + SAME_MS && Math.min(beyondOffset, OFFSET_STEP_MS - beyondOffset) <= SAME_MS;
    }

    private static String words(SentTime time) {
        if (time instanceof SentTime.Local local) {
            return local.dateTime().toString();
        }
        return time instanceof SentTime.At at ? String.valueOf(at.epochMs()) : "";
    }

    private static long localMs(SentTime time) {
        if (time instanceof SentTime.Local local) {
            return local.dateTime().toInstant(ZoneOffset.UTC).toEpochMilli();
        }
        return time instanceof SentTime.At at ? WrittenTime.inMs(at.epochMs()) : 0;
    }
}
