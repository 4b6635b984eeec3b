package io.greenpark.sim.progress;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A bar that is redrawn on a terminal; elsewhere (a file, a pipe) a plain line at every tenth. Used by one thread.
 */
public final class ProgressBar {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintStream out;
    private final boolean terminal;
    private final String label;
    private final long total;
    private final LongSupplier nanos;
    private final long began;
    private long drawnAt;
    private int linesWritten = -1;

    /**
     * @param terminal whether {@code out} is a terminal that understands a carriage return
     * @param total how many steps there are in all
     */
    public ProgressBar(PrintStream out, boolean terminal, String label, long total, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.label = label;
        this.total = Math.max(1, total);
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.drawnAt = began - REDRAW_NANOS;
    }

    /** A bar on standard error. */
    public static ProgressBar onStandardError(String label, long total) {
        boolean terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
        return new ProgressBar(System.err, terminal, label, total, System::nanoTime);
    }

    /** Shows how far things are. Cheap: draws at most ten times per second, or at every tenth. */
    public void at(long done) {
        if (terminal) {
            long now = nanos.getAsLong();
            if (now - drawnAt >= REDRAW_NANOS) {
                drawnAt = now;
                out.print("\r" + text(done));
                out.flush();
            }
        } else if ((int) (10 * done / total) > linesWritten) {
            linesWritten = (int) (10 * done / total);
            out.println(text(done));
        }
    }

    /** Draws the last state and ends the line. */
    public void end(long done) {
        if (terminal) {
            out.println("\r" + text(done));
        } else if (linesWritten < 10) {
            out.println(text(done));
        }
        out.flush();
    }

    private String text(long done) {
        int percent = (int) (100 * done / total);
        int filled = (int) (WIDTH * done / total);
        double seconds = (nanos.getAsLong() - began) / 1e9;
        String rate = seconds > 0.5 ? String.format(Locale.ROOT, " %,d/s", Math.round(done / seconds)) : "";
        String bar = terminal ? " [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "]" : "";
        return String.format(Locale.ROOT, "%s%s %3d %% %,d of %,d%s   ", label, bar, percent, done, total, rate);
    }
}
