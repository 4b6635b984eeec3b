package io.greenpark.park.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a door was shut between its first opening and now. A broker may come and go for years: the oldest spans become one of
 * their whole length, so that none of the time is lost.
 *
 * @param firstOpened when it opened first; null if it never has
 * @param spans those that are over, oldest first
 */
public record ShutTimes(@Nullable Instant firstOpened, List<Span> spans) {
    /** Of a door that has not been open yet. */
    public static final ShutTimes NEVER_OPEN = new ShutTimes(null, List.of());

    private static final int MOST = 1_000;

    /** A time in which a door was shut. */
    public record Span(Instant from, Instant to) {
        Duration after(Instant begin) {
            if (!to.isAfter(begin)) {
                return Duration.ZERO;
            }
            return Duration.between(from.isAfter(begin) ? from : begin, to);
        }
    }

    public ShutTimes {
        spans = List.copyOf(spans);
    }

    static ShutTimes openedAt(Instant at) {
        return new ShutTimes(at, List.of());
    }

    /** It was shut, and opens again at {@code to}. */
    ShutTimes and(Instant from, Instant to) {
        if (firstOpened == null) {
            return openedAt(to);
        }
        if (!to.isAfter(from)) {
            return this;
        }
        List<Span> all = new ArrayList<>(spans);
        all.add(new Span(from, to));
        if (all.size() > MOST) {
            Span first = all.remove(0);
            Span second = all.remove(0);
            all.add(0, new Span(second.from().minus(first.after(Instant.MIN)), second.to()));
        }
        return new ShutTimes(firstOpened, all);
    }

    /** For how long it was shut after {@code begin}, all spans together. */
    Duration shutSince(Instant begin) {
        Duration sum = Duration.ZERO;
        for (int i = spans.size() - 1; i >= 0 && spans.get(i).to().isAfter(begin); i--) {
            sum = sum.plus(spans.get(i).after(begin));
        }
        return sum;
    }
}
