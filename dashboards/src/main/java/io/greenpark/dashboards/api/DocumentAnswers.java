package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.RegistryDocuments;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistryHistory.Change;
import io.greenpark.park.registry.RegistryHistory.Version;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The documents of the registry: as they are, as they were known on a day, and all their versions. */
final class DocumentAnswers {
    static final int PAGE = 100;
    static final int MAX_PAGE = 1_000;

    private final RegistrySource registry;
    private final RegistryHistory history;
    private final ShownDocuments shown;

    DocumentAnswers(RegistrySource registry, RegistryDocuments documents) {
        this.registry = registry;
        this.history = documents.history();
        this.shown = new ShownDocuments(registry, history);
    }

    JsonObject ofKind(Question question) {
        question.allow("after", "limit", "asKnownOn");
        DocumentKind kind = kind(question.path().getOrDefault("kind", ""));
        int limit = question.integer("limit", PAGE, 1, MAX_PAGE);
        KnownOn knownOn = KnownOn.all(question, history, registry);
        // Empty is the beginning: every id comes after it.
        String after = question.query().getOrDefault("after", "");
        List<Version> found = history.asOf(knownOn.change(), kind, after, limit + 1);
        List<Version> page = found.subList(0, Math.min(limit, found.size()));
        return new JsonObject()
                .put("kind", kind.code())
                .put("asOf", knownOn.json(history))
                .put("documents", Json.array(page, v -> shown.put(named(v), v)))
                .put("next", found.size() > limit ? page.get(limit - 1).key().id() : null);
    }

    private static JsonObject named(Version version) {
        return new JsonObject().put("id", version.key().id()).put("change", version.change());
    }

    Reply one(Question question) {
        question.allow("asKnownOn");
        DocumentKey key = key(question);
        KnownOn knownOn = KnownOn.document(question, history, registry, key);
        Version version = history.asOf(knownOn.change(), key).orElseThrow(() -> missing(key, knownOn));
        JsonObject json = new JsonObject().put("kind", key.kind().code());
        json.mergeIn(named(version)).put("asOf", knownOn.json(history));
        return Reply.of(200, shown.put(json, version), version.change());
    }

    private Problem missing(DocumentKey key, KnownOn knownOn) {
        String where = "/api/v1/registry/" + key.kind().code();
        String zh = DocumentTexts.of(key.kind()).zh() + " \"" + key.id() + "\" 不在登记册中";
        Bilingual at = knownOn.words();
        return Problem.notFound(
                history.versions(key).isEmpty()
                        ? new Bilingual(
                                zh + "；现有的见 " + where,
                                key + " is not in the registry; " + where + " lists those that are")
                        : new Bilingual(
                                at.zh() + zh + "，但其他时间有；何时有见 " + where + "/{id}/versions",
                                key + " is not in the registry" + at.en() + ", but was at another time; " + where
                                        + "/{id}/versions says when"));
    }

    JsonObject versions(Question question) {
        question.allow("before", "limit");
        DocumentKey key = key(question);
        long before = question.number("before", Long.MAX_VALUE);
        int limit = question.integer("limit", PAGE, 1, MAX_PAGE);
        List<Version> all = history.versions(key);
        if (all.isEmpty()) {
            throw missing(key, new KnownOn(0, null, Json.PLATFORM_ZONE));
        }
        List<Version> older = all.stream().filter(v -> v.change() < before).toList();
        JsonArray page = new JsonArray();
        for (int i = 0; i < Math.min(limit, older.size()); i++) {
            Version earlier = i + 1 < older.size() ? older.get(i + 1) : null;
            page.add(version(older.get(i), earlier));
        }
        return new JsonObject()
                .put("kind", key.kind().code())
                .put("id", key.id())
                .put("versions", page)
                .put("next", older.size() > limit ? older.get(limit - 1).change() : null);
    }

    private JsonObject version(Version version, @Nullable Version earlier) {
        Change change = history.change(version.change()).orElseThrow();
        return shown.put(shown.putWhatChanged(changeJson(change), version, earlier), version);
    }

    /** Who made a change, when and why. */
    static JsonObject changeJson(Change change) {
        return new JsonObject()
                .put("change", change.number())
                .put("startedAt", Json.time(change.startedAt(), Json.PLATFORM_ZONE))
                .put("committedAt", Json.time(change.committedAt(), Json.PLATFORM_ZONE))
                .put("who", change.who())
                .put("source", change.source().name())
                .put("reason", change.reason())
                .put("fileSha256", change.fileSha256());
    }

    private static DocumentKey key(Question question) {
        return new DocumentKey(kind(question.path().getOrDefault("kind", "")), question.id());
    }

    /** The kind of a code in an address. */
    static DocumentKind kind(String code) {
        Optional<DocumentKind> kind = DocumentKind.ofCode(code);
        return kind.orElseThrow(() -> Problem.notFound(new Bilingual(
                "登记册中没有 \"" + code + "\" 类文档；现有的类别：" + kinds(),
                "the registry has no documents of kind \"" + code + "\"; it has " + kinds())));
    }

    /** The codes of all kinds, for messages. */
    static String kinds() {
        return Arrays.stream(DocumentKind.values()).map(DocumentKind::code).collect(Collectors.joining(", "));
    }
}
