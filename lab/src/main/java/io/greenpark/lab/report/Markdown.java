package io.greenpark.lab.report;

import java.util.List;
import java.util.Locale;

/** A report in Markdown, written from top to bottom. */
public final class Markdown {
    private final StringBuilder text = new StringBuilder();

    /** A heading of a level from 1 on. */
    public Markdown heading(int level, String format, Object... arguments) {
        return paragraph("#".repeat(level) + " " + format, arguments);
    }

    /** Lines with an empty one after them; format as of {@link String#format}. */
    public Markdown paragraph(String format, Object... arguments) {
        return line(format, arguments).line("");
    }

    /** One line of a list or paragraph. */
    public Markdown line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments).stripTrailing())
                .append('\n');
        return this;
    }

    /** A table, an empty line after it. */
    public <R> Markdown table(TextTable<R> table, List<R> rows) {
        text.append(table.markdown(rows));
        return line("");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
