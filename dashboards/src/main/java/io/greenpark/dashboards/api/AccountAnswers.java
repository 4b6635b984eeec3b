package io.greenpark.dashboards.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.access.account.AccountProblem;
import io.greenpark.access.account.InvitedAccounts;
import io.greenpark.access.account.OutsideAccounts;
import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditEntry;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.access.factor.SecondFactors;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Grant;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Accounts of people: the list for reviews, and what an administrator of accounts does. All of it is on record. */
final class AccountAnswers {
    private final ConsoleSources sources;
    private final UserAccounts accounts;
    private final SecondFactors factors;
    private final OutsideAccounts outside;
    private final InvitedAccounts invited;
    private final RegistrySource registry;
    private final AuditLog audit;
    private final Clock clock;

    AccountAnswers(ConsoleSources sources, Clock clock) {
        this.sources = sources;
        this.accounts = sources.identities().accounts();
        this.factors = sources.identities().factors();
        this.outside = sources.identities().outside();
        this.invited = sources.identities().invited();
        this.registry = sources.registry();
        this.audit = sources.audit();
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, "state");
        State state = question.choice("state", State.class).orElse(null);
        ScopeNames names = names();
        Map<String, Instant> signIns = audit.newest(AuditAction.SESSION_OPENED);
        Listing<UserAccount> listing = new Listing<>(
                        new Bilingual("账号", "Accounts"), columns(names, signIns), UserAccount::userName, accounts.all())
                .filter(account -> state == null || account.state() == state);
        return new TableReply(question, clock, Json.PLATFORM_ZONE)
                .of(
                        listing,
                        "greenpark-accounts",
                        new JsonObject(),
                        account -> shown(account, names, signIns.get(account.userName())));
    }

    private ScopeNames names() {
        return new ScopeNames(registry.current());
    }

    private List<Column<UserAccount>> columns(ScopeNames names, Map<String, Instant> signIns) {
        return List.of(
                Column.text("userName", new Bilingual("用户名", "User name"), a -> Cell.code(a.userName())),
                Column.text(
                        "fullName",
                        new Bilingual("姓名", "Full name"),
                        a -> Cell.code(a.person().fullName())),
                Column.text(
                        "email",
                        new Bilingual("邮箱", "Mail address"),
                        a -> Cell.code(a.person().email())),
                Column.text(
                        "state",
                        new Bilingual("状态", "State"),
                        a -> Cell.words(
                                a.state() == State.OPEN ? new Bilingual("启用", "Open") : new Bilingual("停用", "Closed"))),
                Column.text(
                        "secondFactor",
                        new Bilingual("动态验证码", "Second factor"),
                        a -> Cell.truth(factors.isOn(a.userName()))),
                Column.text("grants", new Bilingual("角色", "Roles"), a -> Cell.words(GrantTexts.of(a.grants(), names))),
                Column.text(
                        "lastSignIn",
                        new Bilingual("最近登录", "Last sign-in"),
                        a -> Cell.time(signIns.get(a.userName()), Json.PLATFORM_ZONE)),
                Column.text(
                        "mustChangePassword",
                        new Bilingual("须更改密码", "Must change the password"),
                        a -> Cell.truth(a.mustChangePassword())),
                Column.text(
                        "createdAt",
                        new Bilingual("创建时间", "Made at"),
                        a -> Cell.time(a.created().at(), Json.PLATFORM_ZONE)),
                Column.text(
                        "createdBy",
                        new Bilingual("创建人", "Made by"),
                        a -> Cell.code(a.created().by())));
    }

    JsonObject one(Question question) {
        question.allow();
        return shown(find(question.id()));
    }

    JsonObject shown(UserAccount account) {
        AuditFilter signIns = AuditFilter.ALL.by(account.userName()).of(AuditAction.SESSION_OPENED);
        Instant last = audit.page(signIns, Long.MAX_VALUE, 1).stream()
                .findFirst()
                .map(AuditEntry::at)
                .orElse(null);
        return shown(account, names(), last);
    }

    private JsonObject shown(UserAccount account, ScopeNames names, @Nullable Instant lastSignIn) {
        return json(account)
                .put("grants", GrantJson.named(account.grants(), names))
                .put("secondFactor", factors.isOn(account.userName()))
                .put("linked", outside.isLinked(account.userName()))
                .put("lastSignIn", Json.time(lastSignIn, Json.PLATFORM_ZONE));
    }

    UserAccount find(String userName) {
        return accounts.find(userName)
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有账号 \"" + userName + "\"；现有的见 /api/v1/accounts",
                        "account \"" + userName + "\" does not exist; /api/v1/accounts lists them")));
    }

    /** A new account, with a password that its person has to change. */
    JsonObject create(Question question) {
        UserAccount made = made(question);
        String password = refusing(() -> accounts.reset(made.userName(), question.viewer()));
        return shown(find(made.userName())).put("password", password);
    }

    /** A new account as the body says, without a password. */
    UserAccount made(Question question) {
        question.allow();
        AccountRequest asked =
                new AccountRequest(question, "userName", "fullName", "email", "phone", "grants", "reason");
        String reason = asked.reason();
        Set<Grant> grants = asked.grants();
        requireKnown(grants);
        UserAccount made =
                refusing(() -> accounts.create(asked.text("userName"), asked.person(), grants, question.viewer()));
        audit.append(question.draft(AuditAction.ACCOUNT_CREATED)
                .on("account", made.userName())
                .change(null, node(made))
                .because(reason));
        return made;
    }

    /** Another person, other grants, another state: what the body says, and only together. */
    JsonObject change(Question question) {
        question.allow();
        AccountRequest asked =
                new AccountRequest(question, "version", "fullName", "email", "phone", "grants", "state", "reason");
        String reason = asked.reason();
        UserAccount before = find(question.id());
        Set<Grant> grants = asked.has("grants") ? asked.grants() : before.grants();
        if (!grants.equals(before.grants())) {
            requireKnown(grants);
        }
        State state = asked.has("state") ? state(asked.text("state")) : before.state();
        if (before.state() == State.OPEN && (state == State.CLOSED || !grants.equals(before.grants()))) {
            HandOverFirst.require(
                    Belongings.of(sources, before, clock.instant()), before, grants, state, registry.current());
        }
        UserAccount after = refusing(() -> accounts.change(
                before.userName(), asked.person(before.person()), grants, state, asked.version(), question.viewer()));
        // A link that was mailed is for whom the account was of then.
        if (after.state() == State.CLOSED
                || !Objects.equals(before.person().email(), after.person().email())) {
            invited.end(after.userName());
        }
        audit.append(question.draft(
                        before.state() == State.OPEN && after.state() == State.CLOSED
                                ? AuditAction.ACCOUNT_CLOSED
                                : AuditAction.ACCOUNT_CHANGED)
                .on("account", after.userName())
                .change(node(before), node(after))
                .because(reason));
        return shown(after);
    }

    private static State state(String text) {
        return switch (text) {
            case "OPEN" -> State.OPEN;
            case "CLOSED" -> State.CLOSED;
            default -> throw RequestBody.wrong("state", "须为 OPEN 或 CLOSED", "must be OPEN or CLOSED");
        };
    }

    /** A password that is told once, and that the person has to change. */
    JsonObject reset(Question question) {
        question.allow();
        String reason = new RequestBody(question, "reason").reason();
        UserAccount account = find(question.id());
        String password = refusing(() -> accounts.reset(account.userName(), question.viewer()));
        invited.end(account.userName());
        audit.append(question.draft(AuditAction.PASSWORD_CHANGED)
                .on("account", account.userName())
                .because(reason));
        return shown(find(account.userName())).put("password", password);
    }

    /** Whoever is signed in with the account has to sign in again. */
    JsonObject endSessions(Question question) {
        question.allow();
        String reason = new RequestBody(question, "reason").reason();
        UserAccount account = find(question.id());
        refusing(() -> accounts.endSessions(account.userName()));
        audit.append(question.draft(AuditAction.SESSION_ENDED)
                .on("account", account.userName())
                .because(reason));
        return shown(find(account.userName()));
    }

    /** What a scope names must be there: a name that was mistyped would see nothing, and nobody would know why. */
    private void requireKnown(Set<Grant> grants) {
        Registry now = registry.current();
        for (Grant grant : grants) {
            require(DocumentKind.PARK, grant.scope().parks(), id -> now.park(id).isPresent());
            require(DocumentKind.ENTERPRISE, grant.scope().enterprises(), id -> now.enterprise(id)
                    .isPresent());
            require(DocumentKind.OUTLET, grant.scope().outlets(), id -> now.outlet(id)
                    .isPresent());
            require(DocumentKind.DEVICE, grant.scope().devices(), id -> now.device(id)
                    .isPresent());
        }
    }

    private static void require(DocumentKind kind, Collection<String> ids, Predicate<String> isThere) {
        Bilingual what = kind.named();
        ids.stream().filter(isThere.negate()).findFirst().ifPresent(id -> {
            throw Problem.badRequest(new Bilingual(
                    what.zh() + " \"" + id + "\" 不在登记册中；请填写现有的编号",
                    what.en() + " \"" + id + "\" is not in the registry; give an id that is"));
        });
    }

    static <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (AccountProblem problem) {
            throw AccountTexts.problem(problem);
        }
    }

    static JsonNode node(UserAccount account) {
        return RecordedState.of(json(account));
    }

    /** What is on record of it, too. */
    static JsonObject json(UserAccount a) {
        return new JsonObject()
                .put("userName", a.userName())
                .put("fullName", a.person().fullName())
                .put("email", a.person().email())
                .put("phone", masked(a.person().phone()))
                .put("state", a.state().name())
                .put("grants", GrantJson.of(a.grants()))
                .put("mustChangePassword", a.mustChangePassword())
                .put("hasPassword", a.hasPassword())
                .put("first", a.first())
                .put("version", a.version())
                .put("createdAt", Json.time(a.created().at(), Json.PLATFORM_ZONE))
                .put("createdBy", a.created().by());
    }

    /** All but its ends: enough to recognize it, too little to call. */
    private static @Nullable String masked(@Nullable String phone) {
        return phone == null ? null : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 2);
    }
}
