package io.greenpark.dashboards.api;

import io.greenpark.access.account.ApiKey;
import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.deputy.Deputyship;
import io.greenpark.alerts.cases.Case;
import io.greenpark.dashboards.api.Belongings.Named;
import io.greenpark.dashboards.api.HandOverRequest.Receiver;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What goes to whom when somebody leaves. A receiver gets the named things of a role that he has already, and cases that he may act on then;
 * nothing is left over, or the plan is refused in words.
 */
final class HandOverPlan {
    private final UserAccount from;
    private final UserAccounts accounts;
    private final Registry registry;
    private final HandOverRequest asked;
    private final Map<String, String> standsIn = new HashMap<>();

    private final Map<String, Receiver> cases = new LinkedHashMap<>();
    private final Map<String, Long> seen = new HashMap<>();
    private final Map<String, @Nullable String> keys = new LinkedHashMap<>();
    private final Map<Named, @Nullable Receiver> named = new LinkedHashMap<>();
    private final Map<String, Map<Role, Scope>> grants = new HashMap<>();
    private final Map<String, @Nullable Receiver> audits = new LinkedHashMap<>();
    private @Nullable String reviewer;

    private HandOverPlan(UserAccount from, UserAccounts accounts, Registry registry, HandOverRequest asked) {
        this.from = from;
        this.accounts = accounts;
        this.registry = registry;
        this.asked = asked;
    }

    /** @throws Problem where something would be left over, or goes to somebody who may not have it */
    static HandOverPlan of(
            UserAccount from, Belongings belongings, UserAccounts accounts, Registry registry, HandOverRequest asked) {
        HandOverPlan plan = new HandOverPlan(from, accounts, registry, asked);
        plan.named(belongings);
        plan.cases(belongings);
        plan.audits(belongings);
        for (ApiKey key : belongings.keys()) {
            plan.keys.put(key.id(), asked.renewKeys() ? plan.person(new Bilingual("接口密钥", "keys of programs")) : null);
        }
        if (!belongings.reviews().isEmpty()) {
            plan.reviewer = plan.person(new Bilingual("待复核的申请", "requests for a review"));
        }
        plan.receiversAreThere();
        return plan;
    }

    /** Whoever is named at all has to be there, also where nothing comes to him. */
    private void receiversAreThere() {
        if (asked.rest() != null && asked.rest().account() != null) {
            open(asked.rest().account());
        }
        asked.enterprises().values().forEach(this::requireThere);
        asked.parks().values().forEach(this::requireThere);
    }

    private void requireThere(Receiver receiver) {
        if (receiver.account() != null) {
            open(receiver.account());
        }
    }

    private String person(Bilingual what) {
        return open(asked.person(what)).userName();
    }

    private UserAccount open(String userName) {
        UserAccount found = accounts.find(userName)
                .filter(to -> to.state() == State.OPEN && !to.userName().equals(from.userName()))
                .orElseThrow(() -> RequestBody.wrong(
                        "to",
                        "的值 \"" + userName + "\" 须为另一个启用的账号",
                        "\"" + userName + "\" must be another account, and an open one"));
        seen.putIfAbsent(userName, found.version());
        return found;
    }

    private void named(Belongings belongings) {
        for (Named thing : belongings.named()) {
            Bilingual what =
                    new Bilingual("指定负责的“" + thing.id() + "”", "\"" + thing.id() + "\", which it is named for,");
            boolean others = thing.others() > 0;
            Receiver receiver = others ? orNobody(thing) : asked.of(thing.enterprise(), thing.park(), what);
            if (receiver != null && receiver.account() != null && !widen(open(receiver.account()), thing)) {
                if (!others) {
                    throw Problem.badRequest(new Bilingual(
                            "\"" + receiver.account() + "\" 没有角色 " + thing.role() + "，不能接收“" + thing.id()
                                    + "”；请先授予该角色，或另选接收人",
                            "\"" + receiver.account() + "\" has no role " + thing.role() + " and cannot get \""
                                    + thing.id() + "\"; give it that role first, or choose another one"));
                }
                receiver = null;
            }
            named.put(thing, receiver);
        }
    }

    /** What others have too needs nobody else. */
    private @Nullable Receiver orNobody(Named thing) {
        return Optional.ofNullable(thing.enterprise())
                .map(asked.enterprises()::get)
                .or(() -> Optional.ofNullable(thing.park()).map(asked.parks()::get))
                .orElse(asked.rest());
    }

    /** Whether somebody has the role, who has it for a thing, too, from then on. */
    private boolean widen(UserAccount to, Named thing) {
        Scope scope = to.viewer().scopeOf(Set.of(thing.role())).orElse(null);
        if (scope == null) {
            return false;
        }
        if (!scope.covers(thing.part(), registry)) {
            grants.computeIfAbsent(to.userName(), name -> new EnumMap<>(Role.class))
                    .merge(thing.role(), thing.part(), Scope::and);
        }
        return true;
    }

    private void cases(Belongings belongings) {
        for (Case c : belongings.cases()) {
            Bilingual what = new Bilingual("预警事件 \"" + c.id() + "\" ", "case \"" + c.id() + "\"");
            Receiver receiver = asked.of(c.enterpriseId(), parkOf(c), what);
            if (receiver.account() != null) {
                UserAccount to = open(receiver.account());
                Viewer then = new Viewer(to.userName(), grantsOf(to));
                if (!CaseStaff.mayOwn(then, c, registry)) {
                    throw Problem.badRequest(new Bilingual(
                            "\"" + to.userName() + "\" 的权限范围不含预警事件 \"" + c.id() + "\"（"
                                    + c.about().name(registry).zh() + "）；请另选接收人，或先扩大其范围",
                            "\"" + to.userName() + "\" may not act on case \"" + c.id() + "\" ("
                                    + c.about().name(registry).en()
                                    + "); choose another one, or widen what it may first"));
                }
            }
            cases.put(c.id(), receiver);
        }
    }

    /** To whom the cases of an enterprise go, where that one sees the enterprise; else to the office in charge. */
    private void audits(Belongings belongings) {
        for (String id : belongings.audits()) {
            String park = registry.enterprise(id).map(Enterprise::parkId).orElse(null);
            Receiver receiver = Optional.ofNullable(asked.enterprises().get(id))
                    .or(() -> Optional.ofNullable(park).map(asked.parks()::get))
                    .orElse(asked.rest());
            String to = receiver == null ? null : receiver.account();
            boolean blind = to != null
                    && CaseStaff.partOf(new Viewer(to, grantsOf(open(to))))
                            .filter(part -> part.covers(Scope.enterprises(Set.of(id)), registry))
                            .isEmpty();
            audits.put(id, blind ? null : receiver);
        }
    }

    /** Receivers by the ids of enterprises whose next step of clean production the account sees to; null for the office in charge. */
    Map<String, @Nullable Receiver> audits() {
        return audits;
    }

    private @Nullable String parkOf(Case c) {
        return parkOf(c, registry);
    }

    /** The park that a case is about, or about an enterprise in it; null for neither. */
    static @Nullable String parkOf(Case c, Registry registry) {
        return c.about().scope() == Subject.Scope.PARK
                ? c.about().id()
                : Optional.ofNullable(c.enterpriseId())
                        .flatMap(registry::enterprise)
                        .map(Enterprise::parkId)
                        .orElse(null);
    }

    private Set<Grant> grantsOf(UserAccount to) {
        Set<Grant> all = new HashSet<>();
        Map<Role, Scope> more = grants.getOrDefault(to.userName(), Map.of());
        to.grants()
                .forEach(g -> all.add(
                        more.containsKey(g.role())
                                ? new Grant(g.role(), g.scope().and(more.get(g.role())))
                                : g));
        return all;
    }

    /** Receivers by the ids of cases. */
    Map<String, Receiver> cases() {
        return cases;
    }

    /** Versions of all who get something, or were named to, as they were when it was decided. */
    Map<String, Long> seen() {
        return seen;
    }

    /** Accounts by the ids of keys; null where the key ends. */
    Map<String, @Nullable String> keys() {
        return keys;
    }

    /** Receivers of what the account is named for; null where it stays with the others who have it. */
    Map<Named, @Nullable Receiver> named() {
        return named;
    }

    /** Who answers for the requests for a review; null where there are none. */
    @Nullable
    String reviewer() {
        return reviewer;
    }

    /** All that accounts may do which are to do more. */
    Map<String, Set<Grant>> grants() {
        Map<String, Set<Grant>> all = new HashMap<>();
        grants.keySet().forEach(name -> all.put(name, grantsOf(open(name))));
        return all;
    }

    /** Who stands in from then on in place of the one who leaves; empty where that simply ends. */
    Optional<String> standsInFor(Deputyship d) {
        return Optional.ofNullable(standsIn.get(d.id()));
    }

    /** @param isFree whether somebody is free for a deputyship */
    void standIns(Belongings belongings, BiPredicate<Deputyship, String> isFree) {
        for (Deputyship d : belongings.deputyships()) {
            standIn(d).filter(to -> isFree.test(d, to)).ifPresent(to -> standsIn.put(d.id(), to));
        }
    }

    private Optional<String> standIn(Deputyship d) {
        String to = asked.rest() == null ? null : asked.rest().account();
        if (to == null || !d.deputy().equals(from.userName()) || to.equals(d.account())) {
            return Optional.empty();
        }
        UserAccount principal = accounts.find(d.account()).orElse(null);
        Viewer then = new Viewer(to, grantsOf(open(to)));
        return principal != null && CaseStaff.mayStandInFor(then, principal.viewer(), registry)
                ? Optional.of(to)
                : Optional.empty();
    }
}
