package io.greenpark.deploy.command;

import io.greenpark.sim.progress.ProgressBar;
import io.greenpark.store.migrate.BooksMigrator;
import org.jspecify.annotations.Nullable;

/** A bar for every table of some size; small ones are over before anyone could read theirs. */
final class MigrateProgress implements BooksMigrator.TableProgress {
    private static final long WORTH_A_BAR = 20_000;

    private @Nullable ProgressBar bar;

    @Override
    public void begins(String step, String table, long rows) {
        bar = rows < WORTH_A_BAR ? null : ProgressBar.onStandardError(step + " " + table, rows);
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
