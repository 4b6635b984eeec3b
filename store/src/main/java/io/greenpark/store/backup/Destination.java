package io.greenpark.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The folder a backup or a restored installation is written to, and how much room there was for it. A write that failed for
 * want of room says so in many ways (another file system, SQLite, a quota, another language), so the numbers are always told.
 *
 * @param needed bytes to be written, roughly: an installation grows meanwhile, and what can be linked needs no room
 * @param free bytes there were when it began
 */
record Destination(Path folder, long needed, long free) {
    /** Less than the smallest write of a database or a manifest. */
    private static final long FULL_BELOW = 1 << 16;

    static Destination of(Path folder, long needed) throws IOException {
        return new Destination(folder, needed, freeAt(folder));
    }

    private static long freeAt(Path folder) throws IOException {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there)) {
            there = SafeFiles.folderOf(there);
        }
        return Files.getFileStore(there).getUsableSpace();
    }

    /** The room after a failure, in words; call it before what was written is removed. */
    String afterFailure() throws IOException {
        long left = freeAt(folder);
        String numbers = text("about %,d bytes are needed, %,d were free when it began", needed, free);
        if (left >= FULL_BELOW && free < needed) {
            return "the disk of \"" + folder + "\" may be full: " + numbers
                    + "; make room there, or name a folder on another disk";
        }
        return left < FULL_BELOW
                ? "the disk of \"" + folder + "\" is full: " + numbers
                        + "; make room there, or name a folder on another disk"
                : "at \"" + folder + "\" " + numbers
                        + "; if this is no fault of the disk, look for a quota or a limit of file sizes (ulimit -f)";
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
