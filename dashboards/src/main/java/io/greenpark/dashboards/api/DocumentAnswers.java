package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.dashboards.source.RegistryDocuments;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistryHistory.Change;
import io.greenpark.park.registry.RegistryHistory.Version;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.DocumentScope;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
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
    private final RegistrySource whole;
    private final OpenReviews open;
    private final Scope scope;
    private final AuditLog audit;

    DocumentAnswers(
            RegistrySource registry, RegistryDocuments documents, OpenReviews open, Scope scope, AuditLog audit) {
        this.open = open;
        this.audit = audit;
        this.whole = documents.whole();
        this.scope = scope;
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
        List<Version> found = seen(knownOn.change(), kind, after, limit + 1);
        List<Version> page = found.subList(0, Math.min(limit, found.size()));
        return new JsonObject()
                .put("kind", kind.code())
                .put("asOf", knownOn.json(history))
                .put("documents", Json.array(page, v -> shown.put(named(v), v)))
                .put("next", found.size() > limit ? page.get(limit - 1).key().id() : null);
    }

    /** Those in the scope, as many as are asked for. */
    private List<Version> seen(long change, DocumentKind kind, String after, int max) {
        if (scope.district()) {
            return history.asOf(change, kind, after, max);
        }
        DocumentScope documents = documents();
        List<Version> seen = new ArrayList<>();
        String from = after;
        List<Version> some;
        do {
            some = history.asOf(change, kind, from, MAX_PAGE);
            some.stream().filter(v -> documents.shows(v.key())).forEach(seen::add);
            from = some.isEmpty() ? from : some.get(some.size() - 1).key().id();
        } while (seen.size() < max && some.size() == MAX_PAGE);
        return seen.subList(0, Math.min(max, seen.size()));
    }

    private DocumentScope documents() {
        return DocumentScope.of(scope, whole.current());
    }

    /** To whoever has a part of the district the rest was never there. */
    private DocumentKey seen(DocumentKey key) {
        if (!scope.district() && !documents().shows(key)) {
            throw unknown(key);
        }
        return key;
    }

    /** A contact's phone, which other answers withhold; that somebody saw it is on record. */
    JsonObject phone(Question question) {
        question.allow();
        DocumentKey key = seen(new DocumentKey(DocumentKind.CONTACT, question.id()));
        Version version = history.asOf(history.newest(), key).orElseThrow(() -> unknown(key));
        String phone = new JsonObject(version.json()).getString("phone");
        if (phone != null) {
            audit.append(question.draft(AuditAction.PHONE_REVEALED).on("contact", key.id()));
        }
        return new JsonObject().put("id", key.id()).put("phone", phone);
    }

    private static JsonObject named(Version version) {
        return new JsonObject().put("id", version.key().id()).put("change", version.change());
    }

    Reply one(Question question) {
        question.allow("asKnownOn");
        DocumentKey key = seen(key(question));
        KnownOn knownOn = KnownOn.document(question, history, registry, key);
        Version version = history.asOf(knownOn.change(), key).orElseThrow(() -> missing(key, knownOn));
        JsonObject json = new JsonObject().put("kind", key.kind().code());
        json.mergeIn(named(version))
                .put("asOf", knownOn.json(history))
                .put("review", open.over(question.viewer(), key));
        return Reply.of(200, shown.put(json, version), version.change());
    }

    private Problem missing(DocumentKey key, KnownOn knownOn) {
        String where = "/api/v1/registry/" + key.kind().code();
        if (history.versions(key).isEmpty()) {
            return unknown(key);
        }
        Bilingual at = knownOn.words();
        return Problem.notFound(new Bilingual(
                at.zh() + missingZh(key) + "，但其他时间有；何时有见 " + where + "/{id}/versions",
                key + " is not in the registry" + at.en() + ", but was at another time; " + where
                        + "/{id}/versions says when"));
    }

    static Problem unknown(DocumentKey key) {
        String where = "/api/v1/registry/" + key.kind().code();
        return Problem.notFound(new Bilingual(
                missingZh(key) + "；现有的见 " + where,
                key + " is not in the registry; " + where + " lists those that are"));
    }

    private static String missingZh(DocumentKey key) {
        return key.kind().named().zh() + " \"" + key.id() + "\" 不在登记册中";
    }

    JsonObject versions(Question question) {
        question.allow("before", "limit");
        DocumentKey key = seen(key(question));
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
