package io.greenpark.sheets.intake;

import io.greenpark.sheets.form.FormColumn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows columns by their headings: in either language, with or without unit and mark. */
final class Headings {
    private static final Pattern WITH_UNIT = Pattern.compile("(.*?)\\s*[（(](.*)[)）]");
    private static final Pattern REMARKS = Pattern.compile("(?i)备注.*|说明.*|remarks?.*|notes?.*");

    /** What templates of earlier versions said, by the fields: sheets that people filled in and kept are read as before. */
    private static final Map<String, String> FORMER = Map.of("计入系数", "@/factor");

    private Headings() {}

    /**
     * A heading that was known.
     *
     * @param unit the unit it states, if that is another one than the column's; null where it is right
     */
    record Known(FormColumn column, @Nullable String unit) {}

    static boolean remarks(String heading) {
        return REMARKS.matcher(heading.strip()).matches();
    }

    static Optional<Known> find(List<FormColumn> columns, String heading) {
        for (String line : heading.split("\n")) {
            String text = line.replace("*", "").strip();
            for (FormColumn column : columns) {
                if (is(column, text)) {
                    return Optional.of(new Known(column, null));
                }
            }
            Matcher m = WITH_UNIT.matcher(text);
            if (m.matches()) {
                for (FormColumn column : columns) {
                    if (is(column, m.group(1))) {
                        return Optional.of(new Known(column, wrong(column, m.group(2))));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean is(FormColumn column, String text) {
        String name = text.toLowerCase(Locale.ROOT);
        return !name.isEmpty()
                && (name.equals(column.heading().zh().toLowerCase(Locale.ROOT))
                        || name.equals(column.heading().en().toLowerCase(Locale.ROOT))
                        || name.equals(column.path().toLowerCase(Locale.ROOT))
                        || column.path().equals(FORMER.get(name)));
    }

    private static @Nullable String wrong(FormColumn column, String unit) {
        return column.unit() == null
                        || unit.equalsIgnoreCase(column.unit().zh())
                        || unit.equalsIgnoreCase(column.unit().en())
                ? null
                : unit;
    }
}
