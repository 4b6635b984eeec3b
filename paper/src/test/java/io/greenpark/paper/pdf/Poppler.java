package io.greenpark.paper.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Programs of another make that read PDF. */
final class Poppler {
    private Poppler() {}

    /** The text of a file as a person would copy it. */
    static String text(Path pdf) {
        return run("pdftotext", "-layout", pdf.toString(), "-");
    }

    static String fonts(Path pdf) {
        return run("pdffonts", pdf.toString());
    }

    static String about(Path pdf) {
        return run("pdfinfo", pdf.toString());
    }

    /** Draws the pages as {@code NAME-1.png} ... */
    static void draw(Path pdf, Path name) {
        run("pdftoppm", "-png", "-r", "70", pdf.toString(), name.toString());
    }

    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(command[0] + " ended with " + code + ": " + out);
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    command[0] + " cannot be started; install it: apt-get install poppler-utils", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
