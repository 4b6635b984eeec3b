package io.greenpark.dashboards.api;

import io.greenpark.access.account.ApiKey;
import io.greenpark.access.account.ApiKeys;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Keys of programs: the list for reviews, making and ending them. */
final class KeyAnswers {
    private final ApiKeys keys;
    private final RegistrySource registry;
    private final AuditLog audit;
    private final Clock clock;

    KeyAnswers(ConsoleSources sources, Clock clock) {
        this.keys = sources.identities().keys();
        this.registry = sources.registry();
        this.audit = sources.audit();
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, "userName");
        return list(question, question.text("userName").map(this::of).orElseGet(keys::all));
    }

    /** Those that whoever asks answers for. */
    Reply own(Question question) {
        TableReply.allow(question);
        return list(question, of(question.viewer().person()));
    }

    private List<ApiKey> of(String userName) {
        return keys.all().stream().filter(k -> k.userName().equals(userName)).toList();
    }

    private Reply list(Question question, List<ApiKey> shown) {
        ScopeNames names = new ScopeNames(registry.current());
        Listing<ApiKey> listing = new Listing<>(new Bilingual("接口密钥", "API keys"), columns(names), ApiKey::id, shown);
        return new TableReply(question, clock, Json.PLATFORM_ZONE)
                .of(listing, "greenpark-keys", new JsonObject(), key -> json(key, names));
    }

    private static List<Column<ApiKey>> columns(ScopeNames names) {
        return List.of(
                Column.text("id", new Bilingual("编号", "Id"), k -> Cell.code(k.id())),
                Column.text("name", new Bilingual("名称", "Name"), k -> Cell.code(k.name())),
                Column.text("userName", new Bilingual("责任人", "Answers for it"), k -> Cell.code(k.userName())),
                Column.text("grants", new Bilingual("角色", "Roles"), k -> Cell.words(GrantTexts.of(k.grants(), names))),
                Column.text(
                        "expiresAt", new Bilingual("到期", "Expires"), k -> Cell.time(k.expiresAt(), Json.PLATFORM_ZONE)),
                Column.text(
                        "lastUsed",
                        new Bilingual("最近使用", "Last used"),
                        k -> k.lastUsed() == null ? null : new Cell.Day(k.lastUsed())),
                Column.text("endedAt", new Bilingual("停用", "Ended"), k -> Cell.time(k.endedAt(), Json.PLATFORM_ZONE)));
    }

    /** A new key; its secret is told this once. */
    JsonObject create(Question question) {
        question.allow();
        AccountRequest asked = new AccountRequest(question, "name", "userName", "grants", "expiresAt", "reason");
        String reason = asked.reason();
        Instant expiresAt = asked.textOrNull("expiresAt")
                .map(text -> Dates.instant("expiresAt", text, Json.PLATFORM_ZONE))
                .orElse(null);
        ApiKeys.Made made = AccountAnswers.refusing(() ->
                keys.create(asked.text("name"), asked.text("userName"), asked.grants(), expiresAt, question.viewer()));
        JsonObject json = json(made.key());
        audit.append(question.draft(AuditAction.KEY_CREATED)
                .on("key", made.key().id())
                .change(null, RecordedState.of(json))
                .because(reason));
        return json.put("secret", made.secret());
    }

    JsonObject end(Question question) {
        question.allow();
        String reason = new RequestBody(question, "reason").reason();
        return end(question, reason);
    }

    /** Ends one that whoever asks answers for; that of another is as if it were not there. */
    JsonObject endOwn(Question question) {
        question.allow();
        String reason = new RequestBody(question, "reason").reason();
        if (of(question.viewer().person()).stream().noneMatch(k -> k.id().equals(question.id()))) {
            throw Problem.notFound(new Bilingual(
                    "您名下没有密钥 \"" + question.id() + "\"；现有的见 /api/v1/session/keys",
                    "you answer for no key \"" + question.id() + "\"; /api/v1/session/keys lists those that you do"));
        }
        return end(question, reason);
    }

    private JsonObject end(Question question, String reason) {
        ApiKey ended = AccountAnswers.refusing(() -> keys.end(question.id()));
        audit.append(
                question.draft(AuditAction.KEY_REVOKED).on("key", ended.id()).because(reason));
        return json(ended);
    }

    private JsonObject json(ApiKey key) {
        return json(key, new ScopeNames(registry.current()));
    }

    private JsonObject json(ApiKey k, ScopeNames names) {
        return new JsonObject()
                .put("id", k.id())
                .put("name", k.name())
                .put("userName", k.userName())
                .put("grants", GrantJson.named(k.grants(), names))
                .put("good", k.isGood(clock.instant()))
                .put("createdAt", Json.time(k.created().at(), Json.PLATFORM_ZONE))
                .put("createdBy", k.created().by())
                .put("expiresAt", Json.time(k.expiresAt(), Json.PLATFORM_ZONE))
                .put("lastUsed", k.lastUsed() == null ? null : k.lastUsed().toString())
                .put("endedAt", Json.time(k.endedAt(), Json.PLATFORM_ZONE));
    }
}
