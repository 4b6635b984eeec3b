package io.greenpark.sheets.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.greenpark.sheets.form.Documents;
import io.greenpark.sheets.form.Fields;
import io.greenpark.sheets.form.FormColumn;
import io.greenpark.sheets.form.SheetForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a form that documents make: one for each, or one for each dated part. */
final class FormRows {
    private FormRows() {}

    /**
     * One row.
     *
     * @param time of the dated part; null where the row is the whole
     */
    private record Source(
            String id, ObjectNode document, @Nullable String time, ObjectNode part) {}

    /** The values by column; null where there is none. */
    static List<List<@Nullable JsonNode>> of(SheetForm form, Documents documents) {
        List<List<@Nullable JsonNode>> rows = new ArrayList<>();
        documents.of(form.kind()).forEach((id, document) -> {
            for (Source source : sources(form, id, document)) {
                List<@Nullable JsonNode> row = new ArrayList<>();
                form.columns().forEach(column -> row.add(value(source, column)));
                rows.add(row);
            }
        });
        return rows;
    }

    private static List<Source> sources(SheetForm form, String id, ObjectNode document) {
        if (form.dated() == null) {
            return List.of(new Source(id, document, null, document));
        }
        List<Source> sources = new ArrayList<>();
        document.path(form.dated()).properties().forEach(e -> {
            if (e.getValue() instanceof ObjectNode part) {
                sources.add(new Source(id, document, e.getKey(), part));
            }
        });
        return sources;
    }

    private static @Nullable JsonNode value(Source source, FormColumn column) {
        if (column.path().equals(FormColumn.ID)) {
            return TextNode.valueOf(source.id());
        }
        if (column.path().equals(FormColumn.DATED)) {
            return source.time() == null ? null : TextNode.valueOf(source.time());
        }
        return Fields.get(column.dated() ? source.part() : source.document(), column);
    }
}
