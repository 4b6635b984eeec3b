package io.greenpark.alerts.notice;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.alerts.policy.PolicyJson;
import io.greenpark.alerts.policy.PolicyKind;
import io.greenpark.alerts.policy.PolicyNode;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.Step;
import io.greenpark.park.viewer.Role;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notice plans as the JSON that is shipped, kept and edited. */
public final class NoticePlanKind implements PolicyKind<NoticePlan> {
    private static final int MOST = 100;

    /** Who looks at figures of others at all. */
    private static final Set<Role> WEEKLY = EnumSet.of(Role.LEADER, Role.OFFICER, Role.GRID_OFFICER, Role.AUDITOR);

    private static final int LONGEST_NAME = 60;
    private static final int MOST_MESSAGES = 1_000;

    @Override
    public String code() {
        return "notice-plan";
    }

    @Override
    public String shipped() {
        return PolicyJson.shipped(NoticePlanKind.class, "plan.json");
    }

    @Override
    public NoticePlan read(PolicyNode root) {
        root.only("rules", "steps", "caps", "time", "monday");
        List<NoticeRule> rules = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (PolicyNode each : root.list("rules", 1, MOST)) {
            NoticeRule one = rule(each);
            if (!codes.add(one.code())) {
                throw each.child("code").wrong(new Bilingual("未重复的代码", "a code that no other one has"));
            }
            rules.add(one);
        }
        Caps caps = caps(root.child("caps"));
        WorkingTime time = time(root.child("time"));
        if (!rules.get(rules.size() - 1).takesAll()) {
            throw new PolicyFault(new Bilingual(
                    "最后一项须适用于所有预警：不填 rules、step、standing、levels",
                    "the last rule must be for all cases: leave out rules, step, standing and levels"));
        }
        return new NoticePlan(rules, steps(root.child("steps")), caps, time, monday(root.child("monday")));
    }

    private static NoticeRule rule(PolicyNode r) {
        r.only("code", "name", "rules", "step", "standing", "levels", "maintainer", "enterprise", "park", "office");
        PolicyNode name = r.child("name");
        name.only("zh", "en");
        Map<Tier, Telling> tiers = new EnumMap<>(Tier.class);
        put(tiers, Tier.MAINTAINER, r.child("maintainer"));
        put(tiers, Tier.ENTERPRISE, r.child("enterprise"));
        put(tiers, Tier.PARK, r.child("park"));
        put(tiers, Tier.OFFICE, r.child("office"));
        return new NoticeRule(
                r.code("code"),
                new Bilingual(name.text("zh", LONGEST_NAME), name.text("en", LONGEST_NAME)),
                r.constants("rules", Case.Rule.class),
                r.constantOrNull("step", Step.class),
                r.constantOrNull("standing", Outlet.Standing.class),
                r.constants("levels", CaseLevel.class),
                tiers);
    }

    private static void put(Map<Tier, Telling> tiers, Tier tier, PolicyNode t) {
        if (t.absent()) {
            return;
        }
        t.only("first", "climbs");
        List<Climb> climbs = new ArrayList<>();
        if (!t.child("climbs").absent()) {
            for (PolicyNode each : t.list("climbs", 0, MOST)) {
                climbs.add(climb(each));
            }
        }
        tiers.put(tier, new Telling(manner(t, "first"), climbs));
    }

    private static Manner manner(PolicyNode node, String field) {
        Manner manner = node.constantOrNull(field, Manner.class);
        if (manner == null) {
            throw node.child(field)
                    .wrong(new Bilingual(
                            "以下之一：" + PolicyNode.codes(Manner.class), "one of " + PolicyNode.codes(Manner.class)));
        }
        return manner;
    }

    private static Climb climb(PolicyNode c) {
        c.only("manner", "runningFor", "openFor", "unansweredFor", "timesLimit", "level", "monthClosed");
        Climb climb = new Climb(
                manner(c, "manner"),
                c.lengthOrNull("runningFor"),
                c.lengthOrNull("openFor"),
                c.lengthOrNull("unansweredFor"),
                c.decimalOrNull("timesLimit"),
                c.constantOrNull("level", CaseLevel.class),
                Boolean.TRUE.equals(c.truthOrNull("monthClosed")));
        if (climb.conditions() != 1 || climb.manner() == Manner.NEVER) {
            throw c.wrong(new Bilingual(
                    "除 never 外的 manner 和一个条件：runningFor、openFor、unansweredFor、timesLimit、level 或 monthClosed",
                    "a manner other than never and one condition: runningFor, openFor, unansweredFor, timesLimit,"
                            + " level or monthClosed"));
        }
        return climb;
    }

    private static Map<CaseEvent.Kind, Map<Tier, Manner>> steps(PolicyNode s) {
        Map<CaseEvent.Kind, Map<Tier, Manner>> steps = new EnumMap<>(CaseEvent.Kind.class);
        for (String field : s.fields()) {
            CaseEvent.Kind kind = s.key(field, CaseEvent.Kind.class);
            if (!kind.ofHandling()) {
                throw s.child(field)
                        .wrong(new Bilingual("办理环节的名称；其余由 rules 决定", "a step of handling; the rules say of others"));
            }
            PolicyNode tiers = s.child(field);
            Map<Tier, Manner> told = new EnumMap<>(Tier.class);
            for (String tier : tiers.fields()) {
                told.put(tiers.key(tier, Tier.class), manner(tiers, tier));
            }
            steps.put(kind, told);
        }
        return steps;
    }

    private static @Nullable Weekly monday(PolicyNode m) {
        if (m.absent()) {
            return null;
        }
        m.only("at", "roles", "groups");
        Set<Role> roles = m.constants("roles", Role.class);
        if (!WEEKLY.containsAll(roles)) {
            throw m.child("roles")
                    .wrong(new Bilingual(
                            "leader、officer、grid-officer、auditor 中的若干个",
                            "any of leader, officer, grid-officer, auditor"));
        }
        return new Weekly(m.time("at"), roles, m.words("groups"));
    }

    private static Caps caps(PolicyNode c) {
        c.only("office", "enterprise");
        Map<String, Integer> channels = new HashMap<>();
        PolicyNode enterprise = c.child("enterprise");
        for (String channel : enterprise.fields()) {
            channels.put(channel, number(enterprise, channel));
        }
        return new Caps(number(c, "office"), channels);
    }

    private static int number(PolicyNode node, String field) {
        Integer number = node.numberOrNull(field, 0, MOST_MESSAGES);
        if (number == null) {
            throw node.child(field).wrong(new Bilingual("0 至 1000 的整数", "a whole number 0..1000"));
        }
        return number;
    }

    private static WorkingTime time(PolicyNode t) {
        t.only("from", "to", "digestAt", "digestOnDaysOff", "days", "holidays", "workdays");
        Set<DayOfWeek> days = t.constants("days", DayOfWeek.class);
        WorkingTime time = new WorkingTime(
                t.time("from"),
                t.time("to"),
                t.time("digestAt"),
                days,
                t.dates("holidays"),
                t.dates("workdays"),
                t.truth("digestOnDaysOff"));
        if (days.isEmpty()) {
            throw t.child("days").wrong(new Bilingual("至少一天", "at least one day"));
        }
        if (!time.from().isBefore(time.to())) {
            throw t.child("to").wrong(new Bilingual("晚于 from 的时刻", "a time after from"));
        }
        LocalDate both = time.holidays().stream()
                .filter(time.workdays()::contains)
                .findFirst()
                .orElse(null);
        if (both != null) {
            throw new PolicyFault(doubled(both));
        }
        return time;
    }

    private static Bilingual doubled(LocalDate both) {
        return new Bilingual(
                both + " 同时列在 holidays 和 workdays 中；请只保留一处", both + " is among holidays and workdays; leave it in one");
    }
}
