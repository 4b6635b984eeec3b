package io.greenpark.sheets.form;

import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.text.Bilingual;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sheet: a row for each document, or for each dated part of one.
 *
 * @param code its name in addresses and messages
 * @param kind of the documents
 * @param dated the mapping of the document that rows are entries of; null where a row is a whole document
 */
public record SheetForm(
        String code,
        DocumentKind kind,
        Bilingual title,
        @Nullable String dated,
        List<FormColumn> columns) {
    public SheetForm {
        columns = List.copyOf(columns);
    }

    /** The name on its tab. */
    public String tab() {
        return title.zh() + " " + title.en();
    }

    /** The column of a path. */
    public Optional<FormColumn> column(String path) {
        return columns.stream().filter(c -> c.path().equals(path)).findFirst();
    }
}
