package io.greenpark.access.deputy;

import io.greenpark.config.secret.Secrets;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in for whom. Nobody has two deputies at a time, and a deputy is there: who has a deputy himself stands in for nobody. Whether the
 * deputy may see as much is for whoever asks to know. Any thread may call.
 */
public final class Deputies {
    /** Longer is a hand-over. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final int ID_CHARACTERS = 10;

    private final Books books;
    private final Clock clock;

    public Deputies(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /** All there ever were, the newest begun first. */
    public List<Deputyship> all() {
        return books.read(DeputyTable::all);
    }

    /** Those of an account, on either side, that are not over. */
    public List<Deputyship> openOf(String account) {
        return books.read(handle -> DeputyTable.openOf(handle, account, clock.instant()));
    }

    /** For whom somebody stands in now. */
    public Set<String> principalsOf(String deputy) {
        Instant now = clock.instant();
        return openOf(deputy).stream()
                .filter(d -> d.deputy().equals(deputy) && d.runsAt(now))
                .map(Deputyship::account)
                .collect(Collectors.toSet());
    }

    /** The one of an id. */
    public Optional<Deputyship> find(String id) {
        return all().stream().filter(d -> d.id().equals(id)).findFirst();
    }

    /**
     * Has somebody stand in for an account.
     *
     * @throws DeputyProblem if one of them is not free then
     */
    public Deputyship name(
            String account, String deputy, Instant from, Instant until, @Nullable String word, String by) {
        return books.write(tx -> name(tx, account, deputy, from, until, word, by));
    }

    private Deputyship name(
            BooksTx tx, String account, String deputy, Instant from, Instant until, @Nullable String word, String by) {
        Instant now = clock.instant();
        if (account.equals(deputy)) {
            throw new DeputyProblem("代办人须为另一人", "nobody is his own deputy");
        }
        if (!from.isBefore(until) || !now.isBefore(until)) {
            throw new DeputyProblem("代办的结束时间须晚于开始时间和现在", "it must end after it begins, and after now");
        }
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw new DeputyProblem(
                    "代办最长 " + LONGEST.toDays() + " 天；更久请办理离岗交接",
                    "somebody stands in for at most " + LONGEST.toDays() + " days; hand over for longer");
        }
        requireFree(tx.handle(), account, deputy, from, until, now, "");
        Deputyship made = new Deputyship(
                "dep-" + Secrets.random(ID_CHARACTERS), account, deputy, from, until, now, by, word, null, null);
        DeputyTable.insert(tx.handle(), made);
        return made;
    }

    private static void requireFree(
            Handle handle, String account, String deputy, Instant from, Instant until, Instant now, String but) {
        for (Deputyship d : DeputyTable.openOf(handle, account, now)) {
            if (!d.id().equals(but) && d.meets(from, until)) {
                throw d.account().equals(account)
                        ? new DeputyProblem(
                                "这段时间已有代办人 \"" + d.deputy() + "\"；请先结束该代办，或另选时间",
                                "\"" + d.deputy()
                                        + "\" stands in at that time already; end that first, or choose another time")
                        : new DeputyProblem(
                                "您这段时间正为 \"" + d.account() + "\" 代办，不能再请他人代办；请先由 \"" + d.account() + "\" 另选代办人",
                                "you stand in for \"" + d.account() + "\" at that time; have \"" + d.account()
                                        + "\" choose another deputy first");
            }
        }
        for (Deputyship d : DeputyTable.openOf(handle, deputy, now)) {
            if (d.account().equals(deputy) && d.meets(from, until)) {
                throw new DeputyProblem(
                        "\"" + deputy + "\" 这段时间自己由 \"" + d.deputy() + "\" 代办；请另选代办人",
                        "\"" + deputy + "\" has \"" + d.deputy() + "\" stand in at that time; choose another deputy");
            }
        }
    }

    /** Has another one stand in for the rest of a deputyship, which ends; in a transaction that writes more. */
    public void takeOver(BooksTx tx, Deputyship before, String to, String by, @Nullable String word) {
        DeputyTable.end(tx.handle(), before.id(), clock.instant(), by);
        name(tx, before.account(), to, rest(before), before.until(), word, by);
    }

    /** Whether somebody is free to stand in for the rest of a deputyship. */
    public boolean isFree(Handle handle, Deputyship before, String to) {
        try {
            requireFree(handle, before.account(), to, rest(before), before.until(), clock.instant(), before.id());
            return true;
        } catch (DeputyProblem notFree) {
            return false;
        }
    }

    private Instant rest(Deputyship before) {
        Instant now = clock.instant();
        return before.from().isAfter(now) ? before.from() : now;
    }

    /** Ends one before its time; one that is over stays as it is. */
    public void end(String id, String by) {
        books.write(tx -> {
            DeputyTable.end(tx.handle(), id, clock.instant(), by);
            return true;
        });
    }
}
