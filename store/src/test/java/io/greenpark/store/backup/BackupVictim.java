package io.greenpark.store.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A child process that makes a backup and halts, without any clean-up, at a given step. */
final class BackupVictim {
    static final int KILLED = 137;

    private BackupVictim() {}

    /** Its exit code: {@link #KILLED}, or 0 if the backup was complete before that step. */
    static int run(Path data, Path target, int step) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BackupVictim.class.getName(),
                        data.toString(),
                        target.toString(),
                        String.valueOf(step))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Arguments: data folder, backup, number of the step. */
    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        int step = Integer.parseInt(args[2]);
        AtomicInteger steps = new AtomicInteger();
        CopyProgress halting = (file, bytes) -> {
            if (steps.incrementAndGet() == step) {
                Runtime.getRuntime().halt(KILLED);
            }
        };
        new Backup(data, new SqliteBooksCopy(data), List.of(), "test", Clock.systemUTC(), halting).to(Path.of(args[1]));
    }
}
