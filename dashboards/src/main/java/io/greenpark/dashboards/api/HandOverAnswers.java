package io.greenpark.dashboards.api;

import io.greenpark.access.account.ApiKey;
import io.greenpark.access.account.HandedOver;
import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.access.deputy.Deputies;
import io.greenpark.access.deputy.DeputyProblem;
import io.greenpark.access.deputy.DeputyTable;
import io.greenpark.access.deputy.Deputyship;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseOwners;
import io.greenpark.alerts.cases.OwnerChange;
import io.greenpark.cleanproduction.desk.OwnerTable;
import io.greenpark.cleanproduction.desk.StepOwner;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.api.Belongings.Named;
import io.greenpark.dashboards.api.HandOverRequest.Receiver;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.review.ReviewTable;
import io.greenpark.store.books.BooksTx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who leaves answers for goes to others, and the account is closed: cases, keys of programs, requests that wait for a review,
 * what it is named for, and whom it stands in for. All of it in one transaction, so that nothing is ever half handed over.
 */
final class HandOverAnswers {
    private final ConsoleSources sources;
    private final UserAccounts accounts;
    private final Deputies deputies;
    private final AuditLog audit;
    private final AccountAnswers answers;
    private final Clock clock;

    HandOverAnswers(ConsoleSources sources, AccountAnswers answers, Clock clock) {
        this.sources = sources;
        this.accounts = sources.identities().accounts();
        this.deputies = sources.identities().deputies();
        this.audit = sources.audit();
        this.answers = answers;
        this.clock = clock;
    }

    /** What there is to hand over. */
    JsonObject belongings(Question question) {
        question.allow();
        UserAccount account = answers.find(question.id());
        return json(account, Belongings.of(sources, account, clock.instant()), null);
    }

    /** What would go to whom; changes nothing. */
    JsonObject preview(Question question) {
        question.allow();
        UserAccount from = leaving(question);
        Belongings belongings = Belongings.of(sources, from, clock.instant());
        HandOverRequest asked = HandOverRequest.of(question, registry());
        return json(from, belongings, plan(from, belongings, asked));
    }

    JsonObject handOver(Question question) {
        question.allow();
        UserAccount from = leaving(question);
        HandOverRequest asked = HandOverRequest.of(question, registry());
        Instant now = clock.instant();
        Belongings belongings = Belongings.of(sources, from, now);
        HandOverPlan plan = plan(from, belongings, asked);
        HandedOver handed = handed(from, asked, plan);
        HandedOver.Done done;
        try {
            done = AccountAnswers.refusing(() -> accounts.handOver(
                    handed,
                    sources.identities().keys(),
                    question.viewer(),
                    tx -> write(
                            tx,
                            from.userName(),
                            belongings,
                            plan,
                            question.viewer().person(),
                            asked.reason(),
                            now)));
        } catch (DeputyProblem refused) {
            throw Problem.of(409, new Bilingual("已变化", "changed meanwhile"), refused.text());
        }
        sources.identities().invited().end(from.userName());
        JsonObject moved = json(from, belongings, plan);
        audit.append(question.draft(AuditAction.ACCOUNT_HANDED_OVER)
                .on("account", from.userName())
                .change(AccountAnswers.node(from), RecordedState.of(moved))
                .because(asked.reason()));
        return moved.put("account", answers.shown(done.closed()))
                .put("secrets", Json.array(done.renewed(), made -> new JsonObject()
                        .put("id", made.key().id())
                        .put("name", made.key().name())
                        .put("to", made.key().userName())
                        .put("secret", made.secret())));
    }

    private static HandedOver handed(UserAccount from, HandOverRequest asked, HandOverPlan plan) {
        Map<String, String> going = new TreeMap<>();
        Set<String> ended = new TreeSet<>();
        plan.keys().forEach((id, to) -> {
            if (to == null) {
                ended.add(id);
            } else {
                going.put(id, to);
            }
        });
        return new HandedOver(from.userName(), asked.version(), plan.seen(), going, ended, plan.grants());
    }

    private HandOverPlan plan(UserAccount from, Belongings belongings, HandOverRequest asked) {
        HandOverPlan plan = HandOverPlan.of(from, belongings, accounts, registry(), asked);
        sources.books().read(handle -> {
            plan.standIns(belongings, (d, to) -> deputies.isFree(handle, d, to));
            return true;
        });
        return plan;
    }

    private Registry registry() {
        return sources.registry().current();
    }

    private UserAccount leaving(Question question) {
        UserAccount from = answers.find(question.id());
        if (from.first()) {
            throw Problem.forbidden(new Bilingual(
                    "首个账号不能交接；它由 credentials/console 文件管理",
                    "the first account cannot be handed over; the file credentials/console says whose it is"));
        }
        AccountAnswers.refusing(() -> {
            accounts.requireAnothers(from.userName(), question.viewer());
            return from;
        });
        return from;
    }

    private void write(
            BooksTx tx, String from, Belongings belongings, HandOverPlan plan, String by, String reason, Instant now) {
        requireSame(tx, from, belongings, now);
        if (plan.reviewer() != null) {
            ReviewTable.handOver(tx.handle(), from, plan.reviewer());
        }
        plan.cases()
                .forEach((id, receiver) -> CaseOwners.change(
                        tx, List.of(id), new OwnerChange(receiver.account(), receiver.office(), by, reason), now));
        plan.audits()
                .forEach((id, receiver) -> OwnerTable.put(
                        tx.handle(),
                        id,
                        new StepOwner(
                                receiver == null ? null : receiver.account(),
                                receiver == null ? null : receiver.office(),
                                now,
                                by)));
        for (Deputyship d : belongings.deputyships()) {
            plan.standsInFor(d)
                    .ifPresentOrElse(
                            to -> deputies.takeOver(tx, d, to, by, reason),
                            () -> DeputyTable.end(tx.handle(), d.id(), now, by));
        }
    }

    /** What came to the account since the plan was made is in no plan, and what went from it is another one's; keys are compared with accounts. */
    private static void requireSame(BooksTx tx, String from, Belongings planned, Instant now) {
        boolean same = ids(CaseOwners.openOf(tx.handle(), from), Case::id).equals(ids(planned.cases(), Case::id))
                && OwnerTable.of(tx.handle(), from).equals(planned.audits())
                && Set.copyOf(ReviewTable.openOf(tx.handle(), from)).equals(Set.copyOf(planned.reviews()))
                && ids(DeputyTable.openOf(tx.handle(), from, now), Deputyship::id)
                        .equals(ids(planned.deputyships(), Deputyship::id));
        if (!same) {
            throw Problem.of(
                    409,
                    new Bilingual("已变化", "changed meanwhile"),
                    new Bilingual(
                            "交接期间该账号负责的预警事件、待复核申请或代办有变化；请重新查看后再交接，未作任何更改",
                            "the cases, requests for a review or deputyships of the account changed meanwhile; look again, then"
                                    + " hand over. Nothing was changed"));
        }
    }

    private static <T> Set<String> ids(List<T> all, Function<T, String> id) {
        return all.stream().map(id).collect(Collectors.toSet());
    }

    private JsonObject json(UserAccount account, Belongings belongings, @Nullable HandOverPlan plan) {
        ScopeNames names = new ScopeNames(registry());
        return new JsonObject()
                .put("userName", account.userName())
                .put("keys", Json.array(belongings.keys(), key -> key(key, plan)))
                .put("reviews", new JsonArray(belongings.reviews()))
                .put("reviewer", plan == null ? null : plan.reviewer())
                .put("cases", Json.array(belongings.cases(), c -> json(c, plan)))
                .put("named", Json.array(belongings.named(), n -> json(n, names, plan)))
                .put("deputyships", Json.array(belongings.deputyships(), d -> json(d, plan)))
                .put("audits", Json.array(belongings.audits(), id -> audit(id, plan)))
                .put("receivers", plan == null ? new JsonArray() : receivers(plan));
    }

    /** @param id of the enterprise */
    private JsonObject audit(String id, @Nullable HandOverPlan plan) {
        Receiver to = plan == null ? null : plan.audits().get(id);
        return new JsonObject()
                .put("enterprise", id)
                .put("name", Json.name(Subject.enterprise(id).name(registry())))
                .put("to", to == null ? null : to.name());
    }

    private static JsonObject key(ApiKey key, @Nullable HandOverPlan plan) {
        return new JsonObject()
                .put("id", key.id())
                .put("name", key.name())
                .put("to", plan == null ? null : plan.keys().get(key.id()));
    }

    /** Whoever opens and closes accounts sees no figures: whose case it is, and of which rule. */
    private JsonObject json(Case c, @Nullable HandOverPlan plan) {
        Receiver to = plan == null ? null : plan.cases().get(c.id());
        return new JsonObject()
                .put("id", c.id())
                .put("rule", c.rule().code())
                .put("scope", c.about().scope().name())
                .put("about", c.about().id())
                .put("name", Json.name(c.about().name(registry())))
                .put("enterprise", c.enterpriseId())
                .put("park", HandOverPlan.parkOf(c, registry()))
                .put("to", to == null ? null : to.name());
    }

    private static JsonObject json(Named named, ScopeNames names, @Nullable HandOverPlan plan) {
        Receiver to = plan == null ? null : plan.named().get(named);
        return new JsonObject()
                .put("role", EnumCode.of(named.role()))
                .put("kind", named.kind().name())
                .put("id", named.id())
                .put("name", Json.name(names.of(named.part())))
                .put("enterprise", named.enterprise())
                .put("park", named.park())
                .put("others", named.others())
                .put("to", to == null ? null : to.name());
    }

    private static JsonObject json(Deputyship d, @Nullable HandOverPlan plan) {
        return DeputyJson.of(d)
                .put("to", plan == null ? null : plan.standsInFor(d).orElse(null));
    }

    /** How much goes to whom. */
    private JsonArray receivers(HandOverPlan plan) {
        Map<String, int[]> counts = new TreeMap<>();
        plan.cases().values().forEach(to -> counts.computeIfAbsent(to.name(), n -> new int[3])[0]++);
        plan.named().values().forEach(to -> {
            if (to != null) {
                counts.computeIfAbsent(to.name(), n -> new int[3])[1]++;
            }
        });
        plan.keys().values().forEach(to -> {
            if (to != null) {
                counts.computeIfAbsent(to, n -> new int[3])[2]++;
            }
        });
        JsonArray rows = new JsonArray();
        counts.forEach((name, n) -> rows.add(new JsonObject()
                .put("name", name)
                .put("cases", n[0])
                .put("named", n[1])
                .put("keys", n[2])));
        return rows;
    }
}
