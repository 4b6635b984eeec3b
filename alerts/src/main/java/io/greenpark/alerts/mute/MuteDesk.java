package io.greenpark.alerts.mute;

import io.greenpark.alerts.cases.Case;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where people enter and end mutes. Any thread may call. */
public final class MuteDesk {
    /** Nothing is muted for longer; whoever needs more says so again. */
    public static final Duration LONGEST = Duration.ofDays(31);

    private final Books books;
    private final Clock clock;

    public MuteDesk(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /** Why a mute cannot be. */
    public enum Fault {
        /** It ends before it begins, or is over already. */
        ENDS_TOO_EARLY,
        /** It lasts longer than {@link #LONGEST}. */
        TOO_LONG,
        /** It begins too far in the past: what was told stays told. */
        BEGAN_TOO_LONG_AGO
    }

    /** What is wrong with a time; empty where nothing is. */
    public Optional<Fault> fault(Instant from, Instant to) {
        Instant now = clock.instant();
        if (!from.isBefore(to) || !to.isAfter(now)) {
            return Optional.of(Fault.ENDS_TOO_EARLY);
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            return Optional.of(Fault.TOO_LONG);
        }
        return from.isBefore(now.minus(Duration.ofDays(1))) ? Optional.of(Fault.BEGAN_TOO_LONG_AGO) : Optional.empty();
    }

    /** Adds one whose time has no fault. */
    public Mute add(
            Mute.Kind kind,
            Mute.Target target,
            Set<Case.Rule> rules,
            Instant from,
            Instant to,
            String owner,
            String reason) {
        Mute mute = new Mute(0, kind, target, rules, from, to, owner, reason, clock.instant(), null, null);
        return books.write(tx ->
                MuteTable.find(tx.handle(), MuteTable.insert(tx.handle(), mute)).orElseThrow());
    }

    /** Ends one now; empty where there is none that is not over. */
    public Optional<Mute> end(long id, String by) {
        return books.write(tx -> MuteTable.end(tx.handle(), id, clock.instant(), by)
                ? MuteTable.find(tx.handle(), id)
                : Optional.empty());
    }

    public Optional<Mute> find(long id) {
        return books.read(handle -> MuteTable.find(handle, id));
    }

    /** Those that hold or are to come, and those of the last days, the ones that end last first. */
    public List<Mute> list(Duration past, int max) {
        return books.read(handle -> MuteTable.since(handle, clock.instant().minus(past), max));
    }
}
