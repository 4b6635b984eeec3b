package io.greenpark.deploy.command;

import io.greenpark.store.migrate.TableCheck;
import java.util.List;
import java.util.Locale;

/** The comparison of file and server as a text table. */
final class MigrateReport {
    private MigrateReport() {}

    static String of(List<TableCheck> checks) {
        StringBuilder report = new StringBuilder();
        report.append(String.format(
                Locale.ROOT, "%-26s %12s %12s %24s %24s  %s%n", "table", "file", "server", "sum", "sum", ""));
        for (TableCheck c : checks) {
            report.append(String.format(
                    Locale.ROOT,
                    "%-26s %,12d %,12d %24s %24s  %s%n",
                    c.table(),
                    c.rows(),
                    c.movedRows(),
                    c.sum().toPlainString(),
                    c.movedSum().toPlainString(),
                    c.equal() ? "equal" : "DIFFERENT"));
        }
        long rows = checks.stream().mapToLong(TableCheck::movedRows).sum();
        long readings = checks.stream().mapToLong(TableCheck::readings).sum();
        report.append(String.format(
                Locale.ROOT,
                "%d tables, %,d rows, %,d readings: every column of every row is equal.%n"
                        + "sum: of the readings' values and other real numbers; in tables without any, of the whole"
                        + " numbers.%n",
                checks.size(),
                rows,
                readings));
        return report.toString();
    }
}
