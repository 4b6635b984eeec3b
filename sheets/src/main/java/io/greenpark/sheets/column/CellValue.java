package io.greenpark.sheets.column;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.greenpark.park.text.Bilingual;

/** What came of reading a cell. */
public sealed interface CellValue {
    /** The value of the document's field. */
    record Value(JsonNode node) implements CellValue {}

    /** It says something else. */
    record Fault(Bilingual allowed, Bilingual toDo) implements CellValue {}

    /** A text. */
    static CellValue of(String text) {
        return new Value(TextNode.valueOf(text));
    }
}
