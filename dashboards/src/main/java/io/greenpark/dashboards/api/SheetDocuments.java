package io.greenpark.dashboards.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistryHistory.Version;
import io.greenpark.park.registry.Withheld;
import io.greenpark.park.viewer.DocumentScope;
import io.greenpark.sheets.form.Documents;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The documents after a change as somebody sees them, with masks where something is withheld. */
final class SheetDocuments implements Documents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PORTION = 1_000;

    private final RegistryHistory history;
    private final long change;
    private final DocumentScope scope;
    private final ShownDocuments shown;

    SheetDocuments(RegistryHistory history, long change, DocumentScope scope, ShownDocuments shown) {
        this.history = history;
        this.change = change;
        this.scope = scope;
        this.shown = shown;
    }

    @Override
    public SortedMap<String, ObjectNode> of(DocumentKind kind) {
        SortedMap<String, ObjectNode> documents = new TreeMap<>();
        String after = "";
        List<Version> some;
        do {
            some = history.asOf(change, kind, after, PORTION);
            for (Version version : some) {
                if (scope.shows(version.key())) {
                    documents.put(version.key().id(), document(version));
                }
                after = version.key().id();
            }
        } while (some.size() == PORTION);
        return documents;
    }

    private ObjectNode document(Version version) {
        String json = Objects.requireNonNull(version.json());
        if (!Withheld.fields(version.key().kind()).isEmpty()) {
            json = shown.put(new JsonObject(), version)
                    .getJsonObject("document")
                    .encode();
        }
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("documents of the registry are JSON", e);
        }
    }
}
