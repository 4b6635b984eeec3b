package io.greenpark.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.References;
import io.greenpark.registry.merge.FieldMerge;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the registry must hold after files and people changed it in turn, told another way than by merging: every field is
 * somebody's. It is a person's from the edit that made it differ from what the files say until they say the same; all others
 * are the files'.
 */
final class RegistryModel {
    private final Instant now;
    private final Map<DocumentKey, Map<String, Optional<JsonNode>>> peoples = new HashMap<>();
    private final Set<DocumentKey> removedByPeople = new HashSet<>();
    private final Map<DocumentKey, Document> said = new HashMap<>();

    RegistryModel(Instant now) {
        this.now = now;
    }

    /** That edits changed nothing that they do not name. */
    static void assertNamed(List<Edit> edits, Map<DocumentKey, Document> before, Map<DocumentKey, Document> after) {
        Map<DocumentKey, Edit> byKey = edits.stream().collect(Collectors.toMap(Edit::key, e -> e));
        after.forEach((key, document) -> {
            Document was = before.get(key);
            Edit edit = byKey.get(key);
            if (was != null && !was.equals(document) && !(edit == null && isToBeAccepted(key, was, document))) {
                assertThat(edit).as("%s, which was not edited", key).isNotNull();
                if (edit.verb() == Verb.PATCH) {
                    Set<String> named = leaves(new Document(edit.json())).keySet();
                    assertThat(FieldMerge.differences(was, document)).allSatisfy(field -> assertThat(named)
                            .as("%s %s after %s", key, field, edit.json())
                            .anyMatch(n ->
                                    n.startsWith(field) || above(field).equals(above(n)) || field.startsWith(n + "/")));
                }
            }
        });
    }

    /** A replaced meter waits to be accepted, which its device says. */
    private static boolean isToBeAccepted(DocumentKey key, Document was, Document is) {
        return key.kind() == DocumentKind.DEVICE
                && FieldMerge.differences(was, is).stream().allMatch(field -> field.startsWith("acceptance"));
    }

    private static String above(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** A person changed documents. */
    void edited(Map<DocumentKey, Document> before, Map<DocumentKey, Document> after) {
        Set<DocumentKey> keys = new HashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (DocumentKey key : keys) {
            Document was = before.get(key);
            Document is = after.get(key);
            if (is == null) {
                peoples.remove(key);
                if (said.containsKey(key)) {
                    removedByPeople.add(key);
                }
            } else if (!is.equals(was)) {
                removedByPeople.remove(key);
                // Put in again it is compared with what the files say, as is all that a person changed.
                own(key, leaves(was == null ? said.get(key) : was), leaves(is));
            }
        }
    }

    private void own(DocumentKey key, Map<String, JsonNode> was, Map<String, JsonNode> is) {
        Map<String, Optional<JsonNode>> own = peoples.computeIfAbsent(key, k -> new TreeMap<>());
        for (String path : union(was, is)) {
            Optional<JsonNode> value = Optional.ofNullable(is.get(path));
            if (!value.equals(Optional.ofNullable(was.get(path)))) {
                own.put(path, value);
            }
        }
        giveBack(key, said.get(key));
    }

    /** What the files say too is theirs again. */
    private void giveBack(DocumentKey key, Document files) {
        Map<String, JsonNode> say = leaves(files);
        Map<String, Optional<JsonNode>> own = peoples.getOrDefault(key, new TreeMap<>());
        own.entrySet().removeIf(e -> files != null && e.getValue().equals(Optional.ofNullable(say.get(e.getKey()))));
        if (own.isEmpty()) {
            peoples.remove(key);
        }
    }

    /** Files were taken over: checks what came of it. */
    void taken(Map<DocumentKey, Document> files, Map<DocumentKey, Document> inForce) {
        files.forEach((key, document) -> check(key, document, inForce));
        peoples.keySet().stream()
                .filter(key -> !files.containsKey(key) && key.kind() != DocumentKind.DISTRICT && hasOwner(key, inForce))
                .forEach(key -> checkOwn(key, inForce.get(key)));
        Set<DocumentKey> left = new HashSet<>(said.keySet());
        left.removeAll(files.keySet());
        left.forEach(key -> left(key, inForce.get(key)));
        files.forEach((key, document) -> {
            if (inForce.containsKey(key) || said.containsKey(key)) {
                said.put(key, document);
                giveBack(key, document);
            }
        });
        peoples.keySet().removeIf(key -> !inForce.containsKey(key));
    }

    private boolean hasOwner(DocumentKey key, Map<DocumentKey, Document> inForce) {
        String[] parts = key.id().split(":", 3);
        return key.kind() != DocumentKind.CONTACT
                || inForce.containsKey(
                        new DocumentKey(DocumentKind.ofCode(parts[0]).orElseThrow(), parts[1]));
    }

    private void check(DocumentKey key, Document files, Map<DocumentKey, Document> inForce) {
        Document is = inForce.get(key);
        boolean ownerless = References.of(key, files).stream().noneMatch(inForce::containsKey);
        if (removedByPeople.contains(key) || (key.kind() == DocumentKind.CONTACT && ownerless)) {
            assertThat(is).as("%s, which a person removed", key).isNull();
            return;
        }
        checkOwn(key, is);
        Map<String, Optional<JsonNode>> own = peoples.getOrDefault(key, Map.of());
        Map<String, JsonNode> say = leaves(files);
        Map<String, JsonNode> are = leaves(is);
        for (String path : union(say, are)) {
            // What is dated is as a whole a person's where a person put it in or took it away.
            String above = path.contains("/") ? above(path) : path;
            if (own.keySet().stream().noneMatch(p -> p.startsWith(above))) {
                assertThat(are.get(path)).as("%s %s", key, path).isEqualTo(say.get(path));
            }
        }
    }

    private void checkOwn(DocumentKey key, Document is) {
        assertThat(is).as("%s", key).isNotNull();
        Map<String, JsonNode> are = leaves(is);
        peoples.getOrDefault(key, Map.of()).forEach((path, value) -> assertThat(Optional.ofNullable(are.get(path)))
                .as("%s %s, which a person changed", key, path)
                .isEqualTo(value));
    }

    private void left(DocumentKey key, Document is) {
        Map<String, Optional<JsonNode>> own = peoples.getOrDefault(key, Map.of());
        if (is == null) {
            if (!removedByPeople.contains(key)) {
                assertThat(key.kind()).as("%s", key).isNotEqualTo(DocumentKind.POINT);
                said.remove(key);
            }
        } else if (key.kind() == DocumentKind.POINT && !own.containsKey("endedAt")) {
            assertThat(Instant.parse(is.text("endedAt"))).as("%s", key).isBeforeOrEqualTo(now);
            said.computeIfPresent(key, (k, document) -> document.with("endedAt", is.text("endedAt")));
        } else if (key.kind() == DocumentKind.POINT) {
            said.computeIfPresent(key, (k, document) -> endedBy(document));
        } else if (key.kind() == DocumentKind.DEVICE && !own.containsKey("gateway")) {
            said.computeIfPresent(key, (k, document) -> document.with("gateway", is.text("gateway")));
        }
    }

    private Document endedBy(Document document) {
        String ends = document.text("endedAt");
        return ends != null && !Instant.parse(ends).isAfter(now) ? document : document.with("endedAt", now.toString());
    }

    private static Set<String> union(Map<String, JsonNode> one, Map<String, JsonNode> other) {
        Set<String> paths = new TreeSet<>(one.keySet());
        paths.addAll(other.keySet());
        return paths;
    }

    private static Map<String, JsonNode> leaves(Document document) {
        Map<String, JsonNode> leaves = new TreeMap<>();
        if (document != null) {
            addLeaves(document.fields(), "", leaves);
        }
        return leaves;
    }

    private static void addLeaves(ObjectNode node, String above, Map<String, JsonNode> leaves) {
        node.properties().forEach(e -> {
            if (e.getValue() instanceof ObjectNode below) {
                addLeaves(below, above + e.getKey() + "/", leaves);
            } else {
                leaves.put(above + e.getKey(), e.getValue());
            }
        });
    }
}
