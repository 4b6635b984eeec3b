package io.greenpark.alerts.evaluation;

import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.Mark;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The months of intensity that a portion of tasks asks for, read once per subject: one late reading marks every later month
 * of its year, and a month of the district takes the energy of all its enterprises.
 */
final class IntensityPrefetch {
    private final IntensityAccounts accounts;
    private final Map<String, TreeSet<Long>> starts = new HashMap<>();
    private final Map<Account, Map<YearMonth, IntensityRow>> read = new HashMap<>();

    private record Account(Subject subject, ElectricityBasis basis) {}

    IntensityPrefetch(IntensityAccounts accounts, Collection<EvaluationTask> tasks) {
        this.accounts = accounts;
        for (EvaluationTask task : tasks) {
            if (task.kind() == Mark.Kind.INTENSITY_MONTH) {
                starts.computeIfAbsent(task.subject(), s -> new TreeSet<>()).add(task.startMs());
            }
        }
    }

    /** A month that a task names, with its year to date; empty if the accounts have none. */
    Optional<IntensityRow> of(Subject subject, ParkTime time, ElectricityBasis basis, YearMonth month) {
        Account account = new Account(subject, basis);
        return Optional.ofNullable(
                read.computeIfAbsent(account, a -> read(a, time)).get(month));
    }

    private Map<YearMonth, IntensityRow> read(Account account, ParkTime time) {
        TreeSet<Long> wanted = starts.getOrDefault(account.subject().id(), new TreeSet<>());
        Map<YearMonth, IntensityRow> rows = new HashMap<>();
        if (!wanted.isEmpty()) {
            YearMonth from = time.monthOf(Instant.ofEpochMilli(wanted.first()));
            YearMonth last = time.monthOf(Instant.ofEpochMilli(wanted.last()));
            accounts.rows(account.subject(), from, last.plusMonths(1), account.basis())
                    .forEach(row -> rows.put(row.month(), row));
        }
        return rows;
    }
}
