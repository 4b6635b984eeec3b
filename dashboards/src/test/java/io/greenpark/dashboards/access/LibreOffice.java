package io.greenpark.dashboards.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A spreadsheet program of another make. */
final class LibreOffice {
    /** Comma, quotes, UTF-8, from the first line, values as they are and not as shown, all sheets. */
    private static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

    private LibreOffice() {}

    /**
     * Opens a workbook, computes it, and writes each of its sheets as CSV.
     *
     * @param dir where to, and where the program keeps what it keeps of its user
     * @return what it said of the file
     */
    static String compute(Path workbook, Path dir) {
        ProcessBuilder program = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + dir.resolve("user").toUri(),
                        "--headless",
                        "--convert-to",
                        CSV,
                        "--outdir",
                        dir.toString(),
                        workbook.toString())
                .redirectErrorStream(true);
        try {
            Process process = program.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException("soffice ended with " + code + ": " + said);
            }
            // It has no Java of its own, and needs none for this.
            return said.lines().filter(line -> !line.contains("javaldx")).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "soffice cannot be started; install it: apt-get install --no-install-recommends libreoffice-calc-nogui",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
