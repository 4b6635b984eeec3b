package io.greenpark.sheets.read;

/** How large a file may be: what is larger is refused before it costs more. */
public final class Bounds {
    public static final int MOST_BYTES = 20 * 1024 * 1024;
    public static final int MOST_ROWS = 200_000;
    public static final int MOST_COLUMNS = 200;

    /** Of all sheets together: more than a form of that many rows has, and few enough to be kept in memory. */
    static final int MOST_CELLS = 1_000_000;

    /** Of all that is unpacked: workbooks pack to a tenth or so, what packs to a thousandth is made to fill the memory. */
    static final long MOST_UNPACKED = 400L * 1024 * 1024;

    /** Of the texts that sheets share, which are kept. */
    static final long MOST_TEXT = 100L * 1024 * 1024;

    private Bounds() {}
}
