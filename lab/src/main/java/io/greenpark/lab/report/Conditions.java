package io.greenpark.lab.report;

import java.util.Locale;

/** What figures depend on: labelled paragraphs, printed above a table. */
public final class Conditions {
    private static final int LABEL_WIDTH = 11;

    private final StringBuilder text = new StringBuilder();

    /**
     * The machine.
     *
     * @param with who shares its processors with the server
     * @param fsyncMicros what one fsync costs on the disk that is measured
     */
    public Conditions machine(String with, long fsyncMicros) {
        return add("machine", machineFigures(with, fsyncMicros));
    }

    /** The same without its label. */
    public static String machineFigures(String with, long fsyncMicros) {
        return String.format(
                Locale.ROOT,
                "%d processors shared with %s, %s %s, Java %s, one fsync %.2f ms",
                Runtime.getRuntime().availableProcessors(),
                with,
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                fsyncMicros / 1_000.0);
    }

    /** A paragraph of one or several lines, indented behind its label. */
    public Conditions add(String label, String lines) {
        String first = label;
        for (String line : lines.strip().split("\\R")) {
            text.append(String.format("%-" + LABEL_WIDTH + "s%s%n", first, line));
            first = "";
        }
        return this;
    }

    /** The same from a format of {@link String#format}. */
    public Conditions add(String label, String format, Object... arguments) {
        return add(label, String.format(Locale.ROOT, format, arguments));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
