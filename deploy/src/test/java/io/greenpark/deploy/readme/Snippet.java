package io.greenpark.deploy.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shell block of a README with the mark in the line before it: {@code <!-- run -->}, {@code <!-- run: background -->}
 * (until it says it is ready), {@code <!-- run: last -->} (the background ends after it),
 * {@code <!-- run in containers: what it does -->} or {@code <!-- not run: reason -->}.
 *
 * @param line where the block begins
 */
public record Snippet(String mark, String commands, int line) {
    private static final Pattern MARK = Pattern.compile("<!-- ((?:not )?run(?: in containers)?(?::.*)?) -->");

    /** Whether it is run beside what it describes, by the test of documents. */
    boolean runs() {
        return mark.equals("run") || mark.startsWith("run: ");
    }

    /** All shell blocks of a file; a block without a mark is an error, so that none is skipped. */
    public static List<Snippet> of(Path readme) throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        List<String> lines = Files.readAllLines(readme);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals("```sh")) {
                continue;
            }
            Matcher mark = MARK.matcher(i == 0 ? "" : lines.get(i - 1));
            if (!mark.matches()) {
                throw new IllegalStateException(readme + ":" + (i + 1) + ": shell block without a mark before it");
            }
            StringBuilder commands = new StringBuilder();
            int start = i;
            while (!lines.get(++i).equals("```")) {
                commands.append(lines.get(i)).append('\n');
            }
            snippets.add(new Snippet(mark.group(1), commands.toString(), start + 1));
        }
        return snippets;
    }
}
