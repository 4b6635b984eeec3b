package io.greenpark.returns.reminder;

import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.LetterBox;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.returns.desk.ReturnDesk;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.form.MonthlyReturn;
import io.greenpark.returns.reminder.ReminderPlan.Due;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Reminds enterprises of returns that are not submitted. A reminder is noted in the transaction that writes its letters, so whatever ends the process,
 * each is written once. Used by one thread.
 */
public final class Reminders {
    private final Books books;
    private final RegistrySource registry;
    private final ReturnDesk desk;
    private final LetterBox letters;
    private final String consoleUrl;
    private final Clock clock;

    /**
     * @param consoleUrl where enterprises reach the console, without a slash at its end
     */
    public Reminders(
            Books books, RegistrySource registry, ReturnDesk desk, LetterBox letters, String consoleUrl, Clock clock) {
        this.books = books;
        this.registry = registry;
        this.desk = desk;
        this.letters = letters;
        this.consoleUrl = consoleUrl;
        this.clock = clock;
    }

    /** Writes all reminders that are due; returns whether there may be more to do at once, which there never is. */
    public boolean step() {
        Registry current = registry.current();
        ReturnPeriod first = first(current);
        for (Park park : current.facts().parks()) {
            LocalDateTime now =
                    LocalDateTime.ofInstant(clock.instant(), park.time().zone());
            ReminderPlan.at(now, desk.config().remindOnDays(), first)
                    .ifPresent(due -> remind(due, current.enterprisesOfPark(park.id())));
        }
        return false;
    }

    /** Nobody is reminded of what was before there were reminders, be it an upgrade or a new installation. */
    private ReturnPeriod first(Registry current) {
        return books.read(ReminderTable::start)
                .orElseGet(() -> books.write(tx -> {
                    YearMonth now = Subject.district(current.facts().districtId())
                            .time(current)
                            .monthOf(clock.instant());
                    ReminderTable.begin(tx.handle(), ReturnPeriod.with(now));
                    return ReminderTable.start(tx.handle()).orElseThrow();
                }));
    }

    private void remind(Due due, List<Enterprise> enterprises) {
        Set<String> done = books.read(handle -> {
            Set<String> ids = new HashSet<>(ReminderTable.reminded(handle, due.period(), due.day()));
            ids.addAll(ReturnDesk.handedIn(handle, due.period()));
            return ids;
        });
        enterprises.stream()
                .filter(desk::isExpected)
                .filter(enterprise -> !done.contains(enterprise.id()))
                // What cannot be submitted before the month is open again is asked of nobody.
                .filter(enterprise ->
                        desk.closing(enterprise.id(), due.period()).isEmpty())
                .forEach(enterprise -> books.write(tx -> {
                    remind(tx.handle(), due, enterprise);
                    return true;
                }));
    }

    private void remind(Handle handle, Due due, Enterprise enterprise) {
        if (ReturnDesk.handedIn(handle, due.period()).contains(enterprise.id())) {
            return;
        }
        ReturnPeriod period = due.period();
        Letter letter = new Letter(
                MonthlyReturn.ownerKey(enterprise.id(), period),
                due.day(),
                enterprise.id(),
                "return-reminder",
                ReminderTexts.title(enterprise, period),
                ReminderTexts.text(
                        enterprise, period, period.dayAfter(desk.config().dueDay())),
                consoleUrl + "/#/returns/" + enterprise.id() + ":" + period.code(),
                clock.instant());
        int written = letters.write(handle, letter, enterprise.contacts());
        ReminderTable.note(handle, enterprise.id(), period, due.day(), clock.instant(), written);
    }
}
