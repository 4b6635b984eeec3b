package io.greenpark.objection.desk;

import io.greenpark.accounting.intensity.AwaitedCorrection;
import io.greenpark.accounting.intensity.VoidedMonths;
import io.greenpark.objection.ObjectionConfig;
import io.greenpark.objection.calendar.WorkingDays;
import io.greenpark.objection.desk.Effects.Time;
import io.greenpark.objection.desk.Involvement.Involved;
import io.greenpark.objection.form.Correction;
import io.greenpark.objection.form.Ending;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.objection.form.ObjectionStep;
import io.greenpark.objection.form.Refusal;
import io.greenpark.objection.form.Thing;
import io.greenpark.objection.form.ThingKind;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps objections and takes their steps. A step, what it does and the letters that tell of it are one transaction, so a kill leaves all of it or
 * nothing. Who may see and do what is for whoever asks to know, but for this: who was involved does not decide. Any thread may call.
 */
public final class ObjectionDesk {
    private static final Set<ObjectionState> RULED =
            EnumSet.of(ObjectionState.UPHELD, ObjectionState.PARTLY, ObjectionState.REJECTED);

    private final Books books;
    private final RegistrySource registry;
    private final WorkingDays days;
    private final Involvement involvement;
    private final Effects effects;
    private final ObjectionLetters letters;
    private final ObjectionConfig config;
    private final Clock clock;

    /** @param registry of the whole district */
    public ObjectionDesk(
            Books books,
            RegistrySource registry,
            WorkingDays days,
            Involvement involvement,
            Effects effects,
            ObjectionLetters letters,
            ObjectionConfig config,
            Clock clock) {
        this.books = books;
        this.registry = registry;
        this.days = days;
        this.involvement = involvement;
        this.effects = effects;
        this.letters = letters;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What came of a step.
     *
     * @param refusal why nothing was done; null where it was
     * @param now the objection since, where it is already open the one that is; null where there is none
     * @param involved who decides in what part, where that is why
     */
    public record Done(@Nullable Refusal refusal, @Nullable Objection now, List<Involved> involved) {
        Done(@Nullable Refusal refusal, @Nullable Objection now) {
            this(refusal, now, List.of());
        }
    }

    /**
     * What an enterprise says.
     *
     * @param name what the thing is called
     * @param who the person who says it
     */
    public record Filing(String enterpriseId, Thing thing, Bilingual name, String reason, String who) {}

    /**
     * Who decides.
     *
     * @param person the person
     * @param account the account that answers for that one
     */
    public record Decider(String person, String account) {
        boolean is(Involved involved) {
            return involved.who().equals(person) || involved.who().equals(account);
        }
    }

    /**
     * What is decided.
     *
     * @param state a ruling
     * @param words why, for the enterprise
     * @param basis what it rests on
     * @param part of which time it is right, where it is right in part; null for all of it
     * @param correction of a figure of a month that it is right about what puts that right; null of all else
     */
    public record Ruling(
            ObjectionState state,
            String words,
            String basis,
            @Nullable Time part,
            @Nullable Correction correction) {
        /** One about what nothing is to come in for. */
        public Ruling(ObjectionState state, String words, String basis, @Nullable Time part) {
            this(state, words, basis, part, null);
        }

        public Ruling {
            if (!state.isRuling()) {
                throw new IllegalArgumentException(state + " is no ruling");
            }
        }
    }

    public ObjectionConfig config() {
        return config;
    }

    public Optional<Objection> find(String number) {
        return books.read(handle -> ObjectionTable.find(handle, number));
    }

    /** Those in some states, newest first. */
    public List<Objection> in(Set<ObjectionState> states) {
        return states.isEmpty() ? List.of() : books.read(handle -> ObjectionTable.in(handle, states));
    }

    /** What happened to one, oldest first. */
    public List<ObjectionStep> steps(String number) {
        return books.read(handle -> ObjectionTable.steps(handle, number));
    }

    /** Who had a part in what it is about, and so does not decide it. */
    public List<Involved> involved(Objection objection) {
        return involvement.in(objection);
    }

    /** The time that it can be right about; empty where it is about nothing of a time. */
    public Optional<Time> time(Objection objection) {
        return books.read(handle -> effects.time(handle, objection, clock.instant()));
    }

    /** Files an objection; a second one about what the enterprise has an open one about is refused. */
    public Done file(Filing filing) {
        Instant now = clock.instant();
        ParkTime own = Subject.enterprise(filing.enterpriseId()).time(registry.current());
        Instant due = own.startOf(days.after(own.dayOf(now), config.termDays()).plusDays(1));
        int year = Subject.district(registry.current().facts().districtId())
                .time(registry.current())
                .dayOf(now)
                .getYear();
        return books.write(tx -> {
            Optional<Objection> open = ObjectionTable.open(tx.handle(), filing.enterpriseId(), filing.thing());
            if (open.isPresent()) {
                return new Done(Refusal.ALREADY_OPEN, open.get());
            }
            int ordinal = ObjectionTable.nextOrdinal(tx.handle(), year);
            Objection filed = new Objection(
                    "%s-%d-%04d".formatted(config.prefix(), year, ordinal),
                    1,
                    filing.enterpriseId(),
                    filing.thing(),
                    filing.name(),
                    filing.reason(),
                    now,
                    filing.who(),
                    due,
                    ObjectionState.OPEN,
                    null,
                    null,
                    null);
            ObjectionTable.insert(tx.handle(), filed, year, ordinal);
            note(tx.handle(), filed, filing.who(), ObjectionStep.Kind.FILED, filing.reason(), now);
            letters.filed(tx.handle(), filed, now);
            ObjectionRemarks.changed(tx, filed);
            return new Done(null, filed);
        });
    }

    /** The enterprise takes it back; what it was about is as if nothing had been said. */
    public Done withdraw(String number, long version, @Nullable String words, String who) {
        Instant now = clock.instant();
        return books.write(tx -> {
            Optional<Objection> before = ObjectionTable.find(tx.handle(), number);
            Refusal against = against(before.orElse(null), version);
            if (against != null || before.isEmpty()) {
                return new Done(against, before.orElse(null));
            }
            Ending ending = new Ending(now, who, words, null, null, null);
            Objection after = before.get().ended(ObjectionState.WITHDRAWN, ending);
            ObjectionTable.end(tx.handle(), after, ending);
            note(tx.handle(), after, who, ObjectionStep.Kind.WITHDRAWN, words, now);
            letters.withdrawn(tx.handle(), after, now);
            ObjectionRemarks.changed(tx, after);
            return new Done(null, after);
        });
    }

    /** Whoever decided an objection to data of some points and a time, or to a case that rests on them. */
    public Set<String> decidersAbout(List<String> points, Instant from, Instant to) {
        return books.read(handle -> ObjectionTable.in(handle, RULED).stream()
                .filter(one -> MeasuredData.of(handle, one.thing(), registry.current())
                        .filter(data -> data.meets(points, from, to))
                        .isPresent())
                .map(one -> Objects.requireNonNull(one.ending()).by())
                .collect(Collectors.toSet()));
    }

    /** Decides it; what an upheld one does is done with it. */
    public Done decide(String number, long version, Decider by, Ruling ruling) {
        Optional<Objection> seen = find(number);
        if (seen.isEmpty()) {
            return new Done(Refusal.UNKNOWN, null);
        }
        // Before the transaction, which is to be short: who comes to be involved after this was not when it was
        // decided.
        List<Involved> own = involved(seen.get()).stream().filter(by::is).toList();
        Instant now = clock.instant();
        return books.write(tx -> {
            Objection before = ObjectionTable.find(tx.handle(), number).orElseThrow();
            Refusal against = against(before, version);
            if (against == null && !own.isEmpty()) {
                return new Done(Refusal.INVOLVED, before, own);
            }
            Optional<Time> whole = effects.time(tx.handle(), before, now);
            against = against == null ? againstPart(ruling, whole) : against;
            against = against == null ? againstCorrection(ruling, before.thing().kind()) : against;
            return against == null ? decided(tx, before, by, ruling, whole, now) : new Done(against, before);
        });
    }

    private Done decided(BooksTx tx, Objection before, Decider by, Ruling ruling, Optional<Time> whole, Instant now) {
        Time part = ruling.part();
        Ending ending = new Ending(
                now,
                by.person(),
                ruling.words(),
                ruling.basis(),
                part == null ? null : part.from(),
                part == null ? null : part.to());
        Objection after = before.ended(ruling.state(), ending);
        ObjectionTable.end(tx.handle(), after, ending);
        ObjectionRemarks.changed(tx, after);
        note(
                tx.handle(),
                after,
                by.person(),
                ObjectionStep.Kind.valueOf(ruling.state().name()),
                ruling.words(),
                now);
        if (ruling.state().isRight()) {
            whole.map(time -> part == null ? time : part)
                    .ifPresent(time -> effects.uphold(tx, after, time, ruling.correction(), now));
        }
        letters.decided(tx.handle(), after, now);
        return new Done(null, after);
    }

    private static @Nullable Refusal against(@Nullable Objection before, long version) {
        if (before == null) {
            return Refusal.UNKNOWN;
        }
        if (!before.isOpen()) {
            return Refusal.ENDED;
        }
        return before.version() == version ? null : Refusal.STALE;
    }

    /** Of a month it is said what puts it right, and of nothing else. */
    private static @Nullable Refusal againstCorrection(Ruling ruling, ThingKind kind) {
        boolean needed = kind.isOfMonth() && ruling.state().isRight();
        boolean said = ruling.correction() != null;
        return needed == said ? null : needed ? Refusal.CORRECTION_MISSING : Refusal.CORRECTION_NEEDLESS;
    }

    /** What puts a month right that one was right about, and whether it came; empty for all else. */
    public Optional<AwaitedCorrection> correction(String number) {
        return books.read(handle -> VoidedMonths.find(handle, number));
    }

    /** Somebody says that what is right has come in; the month is judged again. Said twice it is refused. */
    public Done correct(String number, String words, String who) {
        Instant now = clock.instant();
        return books.write(tx -> {
            Optional<Objection> one = ObjectionTable.find(tx.handle(), number);
            if (one.isEmpty()) {
                return new Done(Refusal.UNKNOWN, null);
            }
            boolean done = corrected(tx, effects, one.get(), new AwaitedCorrection.End(now, who, words));
            return new Done(done ? null : Refusal.NOT_AWAITED, one.get());
        });
    }

    /** Ends the waiting and notes it, at most once. */
    static boolean corrected(BooksTx tx, Effects effects, Objection one, AwaitedCorrection.End end) {
        boolean awaited = effects.correct(tx, one, end);
        if (awaited) {
            note(tx.handle(), one, end.by(), ObjectionStep.Kind.CORRECTED, end.why(), end.at());
        }
        return awaited;
    }

    private static @Nullable Refusal againstPart(Ruling ruling, Optional<Time> whole) {
        Time part = ruling.part();
        if (part == null) {
            return ruling.state() == ObjectionState.PARTLY && whole.isPresent() ? Refusal.PART_MISSING : null;
        }
        boolean inside = ruling.state() == ObjectionState.PARTLY
                && whole.isPresent()
                && part.from().isBefore(part.to())
                && !part.from().isBefore(whole.get().from())
                && !part.to().isAfter(whole.get().to());
        return inside ? null : Refusal.PART_OUTSIDE;
    }

    private static void note(
            Handle handle, Objection one, String who, ObjectionStep.Kind kind, @Nullable String words, Instant now) {
        ObjectionTable.addStep(handle, one.number(), now, who, kind, words);
    }
}
