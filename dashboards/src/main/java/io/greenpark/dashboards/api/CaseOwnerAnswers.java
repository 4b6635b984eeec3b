package io.greenpark.dashboards.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.CaseOwner;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.cases.OwnerChange;
import io.greenpark.alerts.cases.OwnerChangedException;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.ScopedRegistry;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who sees to cases: taken by oneself, given to another one, given back; several at once, all of them or none. */
final class CaseOwnerAnswers {
    private static final int MOST_AT_ONCE = 500;
    private static final int LONGEST_WORD = 2_000;

    private final RegistrySource registry;
    private final Cases cases;
    private final UserAccounts accounts;
    private final CaseStaff staff;
    private final AuditLog audit;

    CaseOwnerAnswers(ConsoleSources sources) {
        this.registry = sources.registry();
        this.cases = sources.cases();
        this.accounts = sources.identities().accounts();
        this.staff = new CaseStaff(sources.identities());
        this.audit = sources.audit();
    }

    /** Who can be given something of what the asker sees, and how many open cases of it each has. */
    JsonObject owners(Question question) {
        question.allow();
        Registry seen = registry.current();
        Map<String, Long> open = cases.openByAccount(CaseFilter.all());
        List<UserAccount> rows = staff.owners().stream()
                .filter(account -> CaseStaff.partOf(account.viewer())
                        .filter(part -> meets(part, seen))
                        .isPresent())
                .toList();
        return new JsonObject().put("rows", Json.array(rows, account -> new JsonObject()
                .put("userName", account.userName())
                .put("fullName", account.person().fullName())
                .put("open", open.getOrDefault(account.userName(), 0L))));
    }

    private static boolean meets(Scope part, Registry seen) {
        if (part.district()) {
            return true;
        }
        Registry.Facts common = ScopedRegistry.cut(seen, part).facts();
        return !common.parks().isEmpty()
                || !common.enterprises().isEmpty()
                || !common.outlets().isEmpty()
                || !common.devices().isEmpty();
    }

    JsonObject assign(Question question) {
        question.allow();
        JsonObject body = question.body();
        List<String> ids = ids(body);
        String to = to(body);
        String word = word(body);
        Viewer asker = question.viewer();
        List<Case> found = ids.stream().map(this::find).toList();
        if (to != null) {
            Viewer receiver = receiver(to, asker);
            found.forEach(c -> requireMayOwn(receiver, c));
        }
        if (word == null) {
            requireNoWordNeeded(found, to, asker);
        }
        OwnerChange change = to == null
                ? OwnerChange.back(question.viewer().person(), word)
                : OwnerChange.to(to, question.viewer().person(), word);
        requireSeen(body, found);
        List<Case> after;
        try {
            after = cases.own(ids, change.seeing(found));
        } catch (OwnerChangedException e) {
            throw changed(e.caseId());
        }
        for (int i = 0; i < found.size(); i++) {
            JsonNode before = node(found.get(i));
            JsonNode now = node(after.get(i));
            if (!before.equals(now)) {
                audit.append(question.draft(AuditAction.CASE_ASSIGNED)
                        .on("case", found.get(i).id())
                        .change(before, now)
                        .because(word));
            }
        }
        return new JsonObject().put("count", after.size()).put("to", to);
    }

    /** Whose the cases were on the page, where it says so: what somebody else took since is not taken from that one unseen. */
    private static void requireSeen(JsonObject body, List<Case> found) {
        Object seen = body.getValue("seen");
        if (seen == null) {
            return;
        }
        if (!(seen instanceof JsonObject owners)
                || owners.stream().anyMatch(e -> e.getValue() != null && !(e.getValue() instanceof String))) {
            throw Problem.badRequest(
                    new Bilingual(
                            "\"seen\" 须为对象：预警事件编号及所见承办人的用户名，无账号承办的为 null",
                            "\"seen\" must be an object: ids of cases with the user name of the owner that was seen, null for no account"));
        }
        for (Case c : found) {
            String account = c.owner() == null ? null : c.owner().account();
            if (owners.containsKey(c.id()) && !Objects.equals(owners.getString(c.id()), account)) {
                throw changed(c.id());
            }
        }
    }

    private static Problem changed(String id) {
        return Problem.of(
                409,
                new Bilingual("承办人已变化", "changed meanwhile"),
                new Bilingual(
                        "预警事件 \"" + id + "\" 的承办人已被他人更改；请刷新后再办理，未作任何更改",
                        "case \"" + id + "\" is somebody else's by now; look at it again. Nothing was changed"));
    }

    private static JsonNode node(Case c) {
        CaseOwner owner = c.owner();
        return RecordedState.of(new JsonObject()
                .put("owner", owner == null ? null : owner.account())
                .put("office", owner == null ? null : owner.office()));
    }

    private static List<String> ids(JsonObject body) {
        if (!(body.getValue("cases") instanceof JsonArray given)
                || given.isEmpty()
                || given.size() > MOST_AT_ONCE
                || given.stream().anyMatch(id -> !(id instanceof String))) {
            throw Problem.badRequest(new Bilingual(
                    "\"cases\" 须为 1 至 " + MOST_AT_ONCE + " 个预警事件编号的列表",
                    "\"cases\" must be a list of 1 to " + MOST_AT_ONCE + " ids of cases"));
        }
        Set<String> ids = new LinkedHashSet<>();
        given.forEach(id -> ids.add((String) id));
        return List.copyOf(ids);
    }

    private static @Nullable String to(JsonObject body) {
        Object to = body.getValue("to");
        if (!body.containsKey("to") || to != null && !(to instanceof String name && !name.isBlank())) {
            throw Problem.badRequest(new Bilingual(
                    "\"to\" 须为承办人的用户名；退回时为 null",
                    "\"to\" must be the user name of who is to see to them, or null to give them back"));
        }
        return (String) to;
    }

    private static @Nullable String word(JsonObject body) {
        Object word = body.getValue("word");
        if (word != null && !(word instanceof String text && text.length() <= LONGEST_WORD)) {
            throw Problem.badRequest(new Bilingual(
                    "\"word\" 须为不超过 " + LONGEST_WORD + " 个字符的文本",
                    "\"word\" must be a text of at most " + LONGEST_WORD + " characters"));
        }
        String text = word == null ? "" : ((String) word).strip();
        return text.isEmpty() ? null : text;
    }

    private Case find(String id) {
        return cases.find(id)
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有预警事件 \"" + id + "\"；现有的见 /api/v1/alerts",
                        "case \"" + id + "\" does not exist; /api/v1/alerts lists them")));
    }

    private Viewer receiver(String to, Viewer asker) {
        if (to.equals(asker.account())) {
            return asker;
        }
        return accounts.find(to)
                .filter(account -> account.state() == State.OPEN
                        && CaseStaff.partOf(account.viewer()).isPresent())
                .map(UserAccount::viewer)
                .orElseThrow(() -> Problem.badRequest(new Bilingual(
                        "\"to\" 的值 \"" + to + "\" 不是可以承办的启用账号；可选的见 /api/v1/case-owners",
                        "\"to\": \"" + to
                                + "\" is no open account that can see to cases; /api/v1/case-owners lists those")));
    }

    private void requireMayOwn(Viewer receiver, Case c) {
        if (!CaseStaff.mayOwn(receiver, c, registry.current())) {
            throw Problem.badRequest(new Bilingual(
                    "\"" + receiver.account() + "\" 的权限范围不含预警事件 \"" + c.id() + "\"（"
                            + c.about().name(registry.current()).zh() + "）；请另选承办人，未作任何更改",
                    "\"" + receiver.account() + "\" may not act on case \"" + c.id() + "\" ("
                            + c.about().name(registry.current()).en() + "); choose another one. Nothing was changed"));
        }
    }

    /** Whoever takes what is nobody's, or gives back his own, need not say why. */
    private static void requireNoWordNeeded(List<Case> found, @Nullable String to, Viewer asker) {
        boolean others = found.stream()
                .map(Case::owner)
                .anyMatch(owner -> owner != null && !asker.account().equals(owner.account()));
        if (others || to != null && !to.equals(asker.account())) {
            throw Problem.badRequest(new Bilingual(
                    "转给他人，或接办、退回他人承办的事件时，须在 \"word\" 中说明",
                    "say something in \"word\" where cases go to somebody else, or are somebody else's now"));
        }
    }
}
