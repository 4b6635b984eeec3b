package io.greenpark.sheets.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.DocumentKind;
import java.util.SortedMap;

/** The documents that somebody sees, as they are shown to them: {@code ***} stands for what is withheld. */
@FunctionalInterface
public interface Documents {
    /** Those of a kind, by id. */
    SortedMap<String, ObjectNode> of(DocumentKind kind);
}
