package io.greenpark.dashboards.api;

import io.greenpark.access.account.ApiKey;
import io.greenpark.access.account.Identities;
import io.greenpark.access.account.UserAccount;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Grant;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may see and do what, one line for each right of a person or a program, so that a reviewer confirms or strikes line by line. Whoever
 * has no right has a line, too: an account that nobody needs is what reviews look for.
 */
final class AccessReview {
    private final Identities identities;
    private final AuditLog audit;
    private final RegistrySource registry;
    private final Clock clock;

    AccessReview(ConsoleSources sources, Clock clock) {
        this.identities = sources.identities();
        this.audit = sources.audit();
        this.registry = sources.registry();
        this.clock = clock;
    }

    /** Whether somebody can act: a key that has expired has ended by itself. */
    private enum State {
        OPEN(new Bilingual("启用", "Open")),
        CLOSED(new Bilingual("停用", "Closed")),
        EXPIRED(new Bilingual("已到期", "Expired"));

        private final Bilingual text;

        State(Bilingual text) {
            this.text = text;
        }
    }

    /**
     * A right.
     *
     * @param id of the account or key, with the number of the right
     * @param userName of the person, or of who answers for the key
     * @param fullName of that one; null where there is no such account
     * @param key null where it is a person's
     * @param grant null where there is no right at all
     */
    private record Line(
            String id,
            State state,
            String userName,
            @Nullable String fullName,
            @Nullable ApiKey key,
            UserAccount.Created created,
            @Nullable Grant grant,
            @Nullable Instant lastSignIn) {}

    Reply list(Question question) {
        TableReply.allow(question, "ended");
        ScopeNames names = new ScopeNames(registry.current());
        Listing<Line> listing =
                new Listing<>(new Bilingual("权限复核清单", "Access review"), columns(names), Line::id, lines());
        Listing<Line> asked = question.flag("ended") ? listing : listing.filter(line -> line.state() == State.OPEN);
        return new TableReply(question, clock, Json.PLATFORM_ZONE)
                .of(asked, "greenpark-access-review", new JsonObject(), line -> json(line, names));
    }

    private List<Line> lines() {
        Map<String, Instant> signIns = audit.newest(AuditAction.SESSION_OPENED);
        List<Line> lines = new ArrayList<>();
        for (UserAccount account : identities.accounts().all()) {
            Instant last = signIns.get(account.userName());
            rights(account.grants()).forEach(right -> lines.add(line(account, right, last, lines.size())));
        }
        for (ApiKey key : identities.keys().all()) {
            UserAccount owner = identities.accounts().find(key.userName()).orElse(null);
            rights(identities.keys().rightsOf(key)).forEach(right -> lines.add(line(key, owner, right, lines.size())));
        }
        return lines;
    }

    private static Line line(UserAccount account, Right right, @Nullable Instant lastSignIn, int number) {
        return new Line(
                account.userName() + " " + number,
                account.state() == UserAccount.State.OPEN ? State.OPEN : State.CLOSED,
                account.userName(),
                account.person().fullName(),
                null,
                account.created(),
                right.of(),
                lastSignIn);
    }

    private Line line(ApiKey key, @Nullable UserAccount owner, Right right, int number) {
        return new Line(
                key.id() + " " + number,
                state(key, owner),
                key.userName(),
                owner == null ? null : owner.person().fullName(),
                key,
                key.created(),
                right.of(),
                null);
    }

    /** A key ends with the account of who answers for it. */
    private State state(ApiKey key, @Nullable UserAccount owner) {
        if (key.endedAt() != null || owner == null || owner.state() == UserAccount.State.CLOSED) {
            return State.CLOSED;
        }
        return key.isGood(clock.instant()) ? State.OPEN : State.EXPIRED;
    }

    /** A right, or that there is none. */
    private record Right(@Nullable Grant of) {}

    private static Stream<Right> rights(Collection<Grant> grants) {
        return grants.isEmpty()
                ? Stream.of(new Right(null))
                : GrantJson.sorted(grants).stream().map(Right::new);
    }

    private static List<Column<Line>> columns(ScopeNames names) {
        return List.of(
                Column.text("kind", new Bilingual("类型", "Kind"), l -> Cell.words(kind(l))),
                Column.text("fullName", new Bilingual("姓名", "Person"), l -> Cell.code(l.fullName())),
                Column.text("userName", new Bilingual("用户名", "User name"), l -> Cell.code(l.userName())),
                Column.text(
                        "key",
                        new Bilingual("接口密钥", "API key"),
                        l -> l.key() == null
                                ? null
                                : Cell.code(l.key().name() + " (" + l.key().id() + ")")),
                Column.text("state", new Bilingual("状态", "State"), l -> Cell.words(l.state().text)),
                Column.text(
                        "role",
                        new Bilingual("角色", "Role"),
                        l -> l.grant() == null
                                ? Cell.words(new Bilingual("无", "none"))
                                : Cell.words(GrantTexts.of(l.grant().role()))),
                Column.text(
                        "where",
                        new Bilingual("范围", "For"),
                        l -> l.grant() == null
                                ? null
                                : Cell.words(names.of(l.grant().scope()))),
                Column.text(
                        "rights",
                        new Bilingual("可查看和办理的事项", "Sees and does"),
                        l -> l.grant() == null
                                ? null
                                : Cell.words(GrantTexts.rightsOf(l.grant().role()))),
                Column.text(
                        "lastSignIn",
                        new Bilingual("最近登录", "Last sign-in"),
                        l -> Cell.time(l.lastSignIn(), Json.PLATFORM_ZONE)),
                Column.text(
                        "lastUsed",
                        new Bilingual("密钥最近使用", "Key last used"),
                        l -> l.key() == null || l.key().lastUsed() == null
                                ? null
                                : new Cell.Day(l.key().lastUsed())),
                Column.text(
                        "expiresAt",
                        new Bilingual("密钥到期", "Key expires"),
                        l -> l.key() == null ? null : Cell.time(l.key().expiresAt(), Json.PLATFORM_ZONE)),
                Column.text(
                        "createdAt",
                        new Bilingual("创建时间", "Made at"),
                        l -> Cell.time(l.created().at(), Json.PLATFORM_ZONE)),
                Column.text(
                        "createdBy",
                        new Bilingual("创建人", "Made by"),
                        l -> Cell.code(l.created().by())));
    }

    private static Bilingual kind(Line line) {
        return line.key() == null ? new Bilingual("人员", "Person") : new Bilingual("程序", "Program");
    }

    private static JsonObject json(Line l, ScopeNames names) {
        ApiKey key = l.key();
        Grant grant = l.grant();
        return new JsonObject()
                .put("id", l.id())
                .put("kind", key == null ? "PERSON" : "PROGRAM")
                .put("fullName", l.fullName())
                .put("userName", l.userName())
                .put("key", key == null ? null : key.id())
                .put("keyName", key == null ? null : key.name())
                .put("state", l.state().name())
                .put("role", grant == null ? null : EnumCode.of(grant.role()))
                .put("where", grant == null ? null : Json.name(names.of(grant.scope())))
                .put("rights", grant == null ? null : Json.name(GrantTexts.rightsOf(grant.role())))
                .put("lastSignIn", Json.time(l.lastSignIn(), Json.PLATFORM_ZONE))
                .put(
                        "lastUsed",
                        key == null || key.lastUsed() == null
                                ? null
                                : key.lastUsed().toString())
                .put("expiresAt", key == null ? null : Json.time(key.expiresAt(), Json.PLATFORM_ZONE))
                .put("createdAt", Json.time(l.created().at(), Json.PLATFORM_ZONE))
                .put("createdBy", l.created().by());
    }
}
