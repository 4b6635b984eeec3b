package io.greenpark.objection.term;

import io.greenpark.objection.ObjectionConfig;
import io.greenpark.objection.calendar.WorkingDays;
import io.greenpark.objection.desk.CorrectedStatistics;
import io.greenpark.objection.desk.ObjectionLetters;
import io.greenpark.objection.desk.ObjectionTable;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionStep;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Reminds the office of objections whose term ends soon, and notes those whose term has passed. Either is noted in the transaction that writes its
 * letters, so whatever ends the process, each is told once. Used by one thread.
 */
public final class TermLoop {
    /** When people are at work. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Books books;
    private final RegistrySource registry;
    private final WorkingDays days;
    private final ObjectionLetters letters;
    private final ObjectionConfig config;
    private final CorrectedStatistics corrected;
    private final Clock clock;

    public TermLoop(
            Books books,
            RegistrySource registry,
            WorkingDays days,
            ObjectionLetters letters,
            ObjectionConfig config,
            CorrectedStatistics corrected,
            Clock clock) {
        this.books = books;
        this.registry = registry;
        this.days = days;
        this.letters = letters;
        this.config = config;
        this.corrected = corrected;
        this.clock = clock;
    }

    /** Does what is due; returns whether there may be more to do at once, which there never is. */
    public boolean step() {
        Instant now = clock.instant();
        for (Objection one : books.read(ObjectionTable::unnoted)) {
            if (one.isOverdue(now)) {
                noteOverdue(one, now);
            } else if (one.remindedAt() == null && !now.isBefore(remindAt(one))) {
                remind(one, now);
            }
        }
        corrected.step();
        return false;
    }

    private Instant remindAt(Objection one) {
        ParkTime time = Subject.enterprise(one.enterpriseId()).time(registry.current());
        LocalDate last = time.dayOf(one.dueAt().minusMillis(1));
        return days.before(last, config.remindBefore())
                .atTime(MORNING)
                .atZone(time.zone())
                .toInstant();
    }

    private void remind(Objection one, Instant now) {
        books.write(tx -> {
            if (ObjectionTable.noteReminded(tx.handle(), one.number(), now)) {
                ObjectionTable.addStep(
                        tx.handle(), one.number(), now, ObjectionStep.PLATFORM, ObjectionStep.Kind.REMINDED, null);
                letters.reminded(tx.handle(), one, now);
            }
            return true;
        });
    }

    private void noteOverdue(Objection one, Instant now) {
        books.write(tx -> {
            if (ObjectionTable.noteOverdue(tx.handle(), one.number(), now)) {
                ObjectionTable.addStep(
                        tx.handle(), one.number(), now, ObjectionStep.PLATFORM, ObjectionStep.Kind.OVERDUE, null);
                letters.overdue(tx.handle(), one, now);
            }
            return true;
        });
    }
}
