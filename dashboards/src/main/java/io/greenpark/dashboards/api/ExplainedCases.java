package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.explain.ExplainedTable;
import io.greenpark.alerts.explain.Explanation;
import io.greenpark.store.books.Books;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What explains cases, and what they explain, as far as whoever asks sees those. */
final class ExplainedCases {
    private final Books books;
    private final Cases cases;

    /** @param cases those that the asker sees */
    ExplainedCases(Books books, Cases cases) {
        this.books = books;
        this.cases = cases;
    }

    /** What explains some cases, by their ids; none by what is not seen. */
    Map<String, JsonObject> of(List<Case> some, ZoneId zone) {
        Map<String, Explanation> found = books.read(
                handle -> ExplainedTable.of(handle, some.stream().map(Case::id).toList()));
        Map<String, JsonObject> told = new HashMap<>();
        Map<String, Optional<Case>> by = new HashMap<>();
        found.forEach((id, one) -> {
            JsonObject json = json(one, by, zone);
            if (json != null) {
                told.put(id, json);
            }
        });
        return told;
    }

    private @Nullable JsonObject json(Explanation one, Map<String, Optional<Case>> seen, ZoneId zone) {
        JsonObject json = new JsonObject()
                .put("kind", one.explaining())
                .put("kindText", Json.name(AlertTexts.explaining(one.explaining())))
                .put("from", Json.time(one.from(), zone))
                .put("to", Json.time(one.to(), zone));
        String id = one.byCase();
        if (id == null) {
            return json.put("case", null).put("title", null);
        }
        return seen.computeIfAbsent(id, cases::find)
                .map(c -> json.put("case", c.id()).put("title", Json.name(c.title())))
                .orElse(null);
    }

    /** The cases that one explains, those that are not seen left out. */
    List<Case> by(String id) {
        return books.<List<String>, RuntimeException>read(handle -> ExplainedTable.by(handle, id)).stream()
                .flatMap(each -> cases.find(each).stream())
                .toList();
    }
}
