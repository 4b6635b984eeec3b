package io.greenpark.deploy.command;

import io.greenpark.sim.progress.ProgressBar;
import io.greenpark.store.backup.CopyProgress;

/** Shows the bytes that a backup, its verification or its restoring has worked through. Used by one thread. */
final class Bar {
    private final ProgressBar bar;
    private final long total;
    private long done;

    private Bar(ProgressBar bar, long total) {
        this.bar = bar;
        this.total = total;
    }

    static Bar of(String label, long total) {
        return new Bar(ProgressBar.onStandardError(label, total), total);
    }

    CopyProgress progress() {
        return (file, bytes) -> {
            done += bytes;
            bar.at(Math.min(done, total));
        };
    }

    void end() {
        bar.end(total);
    }
}
