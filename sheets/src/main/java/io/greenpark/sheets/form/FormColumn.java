package io.greenpark.sheets.form;

import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.column.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * A column of a form.
 *
 * @param path the field of the document, with slashes between levels; {@link #ID} for the document's id. In a form of dated rows a
 *     path that begins with {@link #DATED} is within what is dated, and that alone is its time
 * @param unit of its numbers; null where it has none
 * @param required whether a new document needs it
 * @param note what to write; null where what is allowed says it
 */
public record FormColumn(
        String path,
        Bilingual heading,
        @Nullable Bilingual unit,
        ColumnType type,
        boolean required,
        @Nullable Bilingual note) {
    /** The document's id. */
    public static final String ID = "id";

    /** The time of what is dated. */
    public static final String DATED = "@";

    private static final String BELOW = DATED + "/";

    static FormColumn of(String path, String zh, String en, ColumnType type) {
        return new FormColumn(path, new Bilingual(zh, en), null, type, false, null);
    }

    FormColumn needed() {
        return new FormColumn(path, heading, unit, type, true, note);
    }

    FormColumn in(String zh, String en) {
        return new FormColumn(path, heading, new Bilingual(zh, en), type, required, note);
    }

    FormColumn noted(String zh, String en) {
        return new FormColumn(path, heading, unit, type, required, new Bilingual(zh, en));
    }

    /** Whether it is of what is dated. */
    public boolean dated() {
        return path.startsWith(BELOW);
    }

    /** The field within the document, or within what is dated. */
    public String field() {
        return dated() ? path.substring(BELOW.length()) : path;
    }

    /** As its cell in the header says it, in both languages. */
    public String shown() {
        String mark = required ? " *" : "";
        String zh = heading.zh() + (unit == null ? "" : "（" + unit.zh() + "）");
        String en = heading.en() + (unit == null ? "" : " (" + unit.en() + ")");
        return zh + mark + "\n" + en + mark;
    }

    /** What to write there. */
    public Bilingual advice() {
        Bilingual allowed = type.allowed();
        return note == null ? allowed : new Bilingual(note.zh() + "；" + allowed.zh(), note.en() + "; " + allowed.en());
    }
}
