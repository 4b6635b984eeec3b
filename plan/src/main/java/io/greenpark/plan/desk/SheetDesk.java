package io.greenpark.plan.desk;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.plan.sheet.SheetFigures;
import io.greenpark.plan.sheet.SheetState;
import io.greenpark.plan.sheet.YearSheet;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps yearly sheets and takes their steps. A step is done on the version that was seen or not at all. Any thread may call. */
public final class SheetDesk {
    private final Books books;
    private final RegistrySource registry;
    private final SheetNews news;
    private final Clock clock;

    /** @param news who tells enterprises of what is entered */
    public SheetDesk(Books books, RegistrySource registry, SheetNews news, Clock clock) {
        this.books = books;
        this.registry = registry;
        this.news = news;
        this.clock = clock;
    }

    /**
     * What an officer enters of an enterprise and a year.
     *
     * @param version the one that was seen; 0 where nobody had begun
     */
    public record Entry(
            String enterpriseId, int year, long version, SheetFigures figures, String source, AllowedUse use) {}

    /**
     * What came of a step.
     *
     * @param refusal why nothing was done; null where it was
     * @param refused whose sheet it was; null where it was done
     */
    public record Done(@Nullable Refusal refusal, @Nullable String refused) {
        static final Done YES = new Done(null, null);
    }

    /** The sheet of an enterprise and a year; one that nobody has begun has what the registry has on file. */
    public YearSheet look(String enterprise, int year) {
        return books.read(handle -> YearSheetTable.one(handle, enterprise, year))
                .orElseGet(() -> YearSheet.notBegun(enterprise, year, onFile(enterprise, year)));
    }

    /** All that are begun of some years, both included. */
    public List<YearSheet> of(int from, int to) {
        return books.read(handle -> YearSheetTable.of(handle, from, to));
    }

    /** Those that wait for the word of their enterprise, the oldest first. */
    public static List<YearSheet> waiting(Handle handle) {
        return YearSheetTable.in(handle, SheetState.ENTERED);
    }

    /** The same. */
    public List<YearSheet> waiting() {
        return books.read(SheetDesk::waiting);
    }

    /** What a sheet was at each of its steps, oldest first. */
    public List<YearSheet> steps(String enterprise, int year) {
        return books.read(handle -> YearSheetTable.steps(handle, enterprise, year));
    }

    private SheetFigures onFile(String enterprise, int year) {
        return registry.current()
                .enterprise(enterprise)
                .map(e -> onFile(e, year))
                .orElse(SheetFigures.EMPTY);
    }

    /** Whether it is above scale or polluting the registry says of now and not of that year. */
    private static SheetFigures onFile(Enterprise e, int year) {
        return new SheetFigures(
                e.file().landMu(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                e.file().performanceClasses().get(year),
                null,
                null,
                null,
                e.industry());
    }

    /** Keeps what officers enter, all of it or nothing. What is entered as it stands already is no step. */
    public Done enter(List<Entry> entries, String who) {
        Instant now = clock.instant();
        List<YearSheet> after = new ArrayList<>();
        for (Entry entry : entries) {
            YearSheet before = look(entry.enterpriseId(), entry.year());
            if (before.version() != entry.version()) {
                return new Done(Refusal.STALE, entry.enterpriseId());
            }
            boolean same = before.counts()
                    && before.figures().equals(entry.figures())
                    && before.source().equals(entry.source())
                    && before.allowedUse() == entry.use();
            if (!same) {
                after.add(before.entered(entry.figures(), entry.source(), entry.use(), who, now));
            }
        }
        return put(after);
    }

    /** Keeps what the enterprise says of a sheet. */
    public Done answer(String enterprise, int year, long version, boolean right, @Nullable String word, String who) {
        YearSheet before = look(enterprise, year);
        if (before.version() != version) {
            return new Done(Refusal.STALE, enterprise);
        }
        if (before.state() != SheetState.ENTERED && before.state() != SheetState.CONFIRMED) {
            return new Done(Refusal.STATE, enterprise);
        }
        return put(List.of(before.answered(right, word, who, clock.instant())));
    }

    private Done put(List<YearSheet> sheets) {
        try {
            books.write(tx -> {
                sheets.forEach(one -> {
                    YearSheetTable.put(tx.handle(), one);
                    if (one.state() == SheetState.ENTERED) {
                        news.entered(tx.handle(), one, clock.instant());
                    }
                });
                return true;
            });
            return Done.YES;
        } catch (StaleException e) {
            return new Done(Refusal.STALE, sheets.get(0).enterpriseId());
        }
    }
}
