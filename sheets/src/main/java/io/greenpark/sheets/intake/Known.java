package io.greenpark.sheets.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.form.Documents;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What can be referred to: what somebody sees of the registry, and what their file has. Things are found by id or by a name of their own. */
final class Known {
    private static final String BETWEEN = " · ";

    private final Documents documents;
    private final Map<DocumentKind, SortedMap<String, ObjectNode>> present = new EnumMap<>(DocumentKind.class);
    private final Map<DocumentKind, Set<String>> inFile = new EnumMap<>(DocumentKind.class);
    private final Map<DocumentKind, Map<String, Set<String>>> names = new EnumMap<>(DocumentKind.class);

    Known(Documents documents) {
        this.documents = documents;
    }

    SortedMap<String, ObjectNode> present(DocumentKind kind) {
        return present.computeIfAbsent(kind, documents::of);
    }

    void add(DocumentKind kind, String id) {
        inFile.computeIfAbsent(kind, k -> new HashSet<>()).add(id);
    }

    boolean has(DocumentKind kind, String id) {
        return present(kind).containsKey(id)
                || inFile.getOrDefault(kind, Set.of()).contains(id);
    }

    /** The id that a cell means; null where there is none. */
    @Nullable
    String id(DocumentKind kind, String said) {
        int between = said.indexOf(BETWEEN);
        String text = between < 0 ? said : said.substring(0, between);
        if (has(kind, text)) {
            return text;
        }
        Set<String> named = names.computeIfAbsent(kind, this::namesOf).getOrDefault(text, Set.of());
        return named.size() == 1 ? named.iterator().next() : null;
    }

    /** Why a cell means nothing. */
    Bilingual whyNot(DocumentKind kind, String said) {
        return names.computeIfAbsent(kind, this::namesOf)
                                .getOrDefault(said, Set.of())
                                .size()
                        > 1
                ? IntakeMessages.ambiguous()
                : IntakeMessages.unknown();
    }

    private Map<String, Set<String>> namesOf(DocumentKind kind) {
        Map<String, Set<String>> ids = new HashMap<>();
        present(kind).forEach((id, document) -> {
            for (String path : List.of("/name/zh", "/name/en", "/creditCode")) {
                String name = document.at(path).asText("");
                if (!name.isEmpty()) {
                    ids.computeIfAbsent(name, n -> new HashSet<>()).add(id);
                }
            }
            document.path("formerNames").forEach(name -> ids.computeIfAbsent(name.asText(), n -> new HashSet<>())
                    .add(id));
        });
        return Collections.unmodifiableMap(ids);
    }
}
