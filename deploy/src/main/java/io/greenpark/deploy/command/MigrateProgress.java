package io.greenpark.deploy.command;

import io.greenpark.sim.progress.ProgressBar;
import io.greenpark.store.migrate.BooksMigrator;
import org.jspecify.annotations.Nullable;

/** A progress bar per table; none for small ones, which are done before a bar could be read. */
final class MigrateProgress implements BooksMigrator.TableProgress {
    private static final long MIN_ROWS = 20_000;

    private @Nullable ProgressBar bar;

    @Override
    public void begins(String step, String table, long rows) {
        bar = rows < MIN_ROWS ? null : ProgressBar.onStandardError(step + " " + table, rows);
    }

    @Override
    public void at(long rows) {
        if (bar != null) {
            bar.at(rows);
        }
    }

    @Override
    public void ends(long rows) {
        if (bar != null) {
            bar.end(rows);
        }
    }
}
