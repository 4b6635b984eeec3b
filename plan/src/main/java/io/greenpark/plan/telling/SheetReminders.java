package io.greenpark.plan.telling;

import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.plan.desk.SheetDesk;
import io.greenpark.plan.sheet.YearSheet;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Reminds enterprises of yearly sheets that wait for their word, at nine of the day. A reminder is noted in the transaction that writes its letters,
 * so whatever ends the process, each is written once. Of days that went by while nobody looked only the last one counts. Used by one thread.
 */
public final class SheetReminders {
    /** When people are at work. */
    private static final int HOUR = 9;

    private final Books books;
    private final RegistrySource registry;
    private final SheetLetters letters;
    private final SheetRemindersConfig config;
    private final Clock clock;

    public SheetReminders(
            Books books, RegistrySource registry, SheetLetters letters, SheetRemindersConfig config, Clock clock) {
        this.books = books;
        this.registry = registry;
        this.letters = letters;
        this.config = config;
        this.clock = clock;
    }

    /** Writes all reminders that are due; returns whether there may be more to do at once, which there never is. */
    public boolean step() {
        Instant now = clock.instant();
        Instant since = since(now);
        for (YearSheet sheet : books.read(SheetDesk::waiting)) {
            Instant entered = sheet.changedAt();
            if (entered != null && !entered.isBefore(since)) {
                due(sheet, entered, now).ifPresent(day -> remind(sheet, day, now));
            }
        }
        return false;
    }

    /** Of what was entered before there were reminders nobody is reminded. */
    private Instant since(Instant now) {
        return books.read(SheetReminders::start)
                .orElseGet(() -> books.write(tx -> {
                    tx.handle()
                            .execute(
                                    "INSERT INTO year_sheet_start (one, at_ms) VALUES (1, ?) ON CONFLICT DO NOTHING",
                                    now.toEpochMilli());
                    return start(tx.handle()).orElseThrow();
                }));
    }

    private static Optional<Instant> start(Handle handle) {
        return handle.createQuery("SELECT at_ms FROM year_sheet_start")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /** The last of the days that has come. */
    private Optional<Integer> due(YearSheet sheet, Instant entered, Instant now) {
        ParkTime time = Subject.enterprise(sheet.enterpriseId()).time(registry.current());
        LocalDate today =
                now.atZone(time.zone()).getHour() < HOUR ? time.dayOf(now).minusDays(1) : time.dayOf(now);
        long passed = ChronoUnit.DAYS.between(time.dayOf(entered), today);
        return config.remindAfterDays().stream().filter(day -> day <= passed).reduce((one, later) -> later);
    }

    private void remind(YearSheet sheet, int day, Instant now) {
        if (books.read(handle -> reminded(handle, sheet)).stream().anyMatch(done -> done >= day)) {
            return;
        }
        books.write(tx -> {
            // It may have been answered since it was looked at.
            boolean waits = SheetDesk.waiting(tx.handle()).stream()
                    .anyMatch(one -> one.enterpriseId().equals(sheet.enterpriseId())
                            && one.year() == sheet.year()
                            && one.version() == sheet.version());
            if (waits) {
                int written = letters.reminded(tx.handle(), sheet, day, now);
                tx.handle()
                        .execute(
                                "INSERT INTO year_sheet_reminder (enterprise, year, version, day, at_ms, letters)"
                                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                                sheet.enterpriseId(),
                                sheet.year(),
                                sheet.version(),
                                day,
                                now.toEpochMilli(),
                                written);
            }
            return waits;
        });
    }

    private static List<Integer> reminded(Handle handle, YearSheet sheet) {
        return handle.createQuery("SELECT day FROM year_sheet_reminder WHERE enterprise = :enterprise AND year = :year"
                        + " AND version = :version")
                .bind("enterprise", sheet.enterpriseId())
                .bind("year", sheet.year())
                .bind("version", sheet.version())
                .mapTo(Integer.class)
                .list();
    }
}
