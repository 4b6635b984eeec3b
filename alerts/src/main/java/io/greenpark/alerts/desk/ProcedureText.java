package io.greenpark.alerts.desk;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.alerts.handling.HandlingAction;
import io.greenpark.alerts.handling.LevelScale;
import io.greenpark.alerts.handling.LevelScale.LevelStep;
import io.greenpark.alerts.handling.Procedure;
import io.greenpark.alerts.handling.Procedures;
import io.greenpark.alerts.handling.Term;
import io.greenpark.alerts.handling.Terms;
import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.alerts.policy.PolicyJson;
import io.greenpark.alerts.policy.PolicyNode;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Procedures as the JSON that is shipped, stored and edited. */
final class ProcedureText {
    private static final String NAMED = "procedures";
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_HOURS = 8_760;
    private static final int MOST_DAYS = 366;
    private static final int MOST_TIMES = 1_000;

    private ProcedureText() {}

    /** What is shipped, as it is stored. */
    static String shipped() {
        return canonical(PolicyJson.shipped(ProcedureText.class, "procedures.json"));
    }

    /** What was stored. */
    static Procedures stored(String document) {
        return read(PolicyJson.root(NAMED, document));
    }

    /** What somebody sends, as it is stored. */
    static String canonical(String document) {
        return PolicyJson.canonical(NAMED, document);
    }

    /** @throws PolicyFault if they cannot be used */
    private static Procedures read(PolicyNode root) {
        root.only("procedures", "levels");
        List<Procedure> list = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (PolicyNode each : root.list("procedures", 1, MOST)) {
            Procedure one = procedure(each);
            if (!codes.add(one.code())) {
                throw each.child("code").wrong(new Bilingual("未重复的代码", "a code that no other one has"));
            }
            list.add(one);
        }
        List<LevelStep> steps = new ArrayList<>();
        for (PolicyNode each : root.list("levels", 0, MOST)) {
            steps.add(step(each));
        }
        try {
            return new Procedures(list, new LevelScale(steps));
        } catch (IllegalArgumentException e) {
            throw new PolicyFault(new Bilingual(
                    "最后一项规程须适用于所有预警：不填 rules、levels、keyDischarger、standing",
                    "the last procedure must be for all cases: leave out rules, levels, keyDischarger and standing"));
        }
    }

    private static Procedure procedure(PolicyNode p) {
        p.only(
                "code",
                "name",
                "rules",
                "levels",
                "keyDischarger",
                "standing",
                "pushed",
                "answered",
                "endsByItself",
                "terms",
                "roles");
        PolicyNode name = p.child("name");
        name.only("zh", "en");
        return new Procedure(
                p.code("code"),
                new Bilingual(name.text("zh", LONGEST_NAME), name.text("en", LONGEST_NAME)),
                p.constants("rules", Case.Rule.class),
                p.constants("levels", CaseLevel.class),
                p.truthOrNull("keyDischarger"),
                p.constantOrNull("standing", Outlet.Standing.class),
                p.truth("pushed"),
                p.truth("answered"),
                p.truth("endsByItself"),
                terms(p.child("terms")),
                roles(p.child("roles")));
    }

    private static Terms terms(PolicyNode t) {
        t.only("acknowledge", "answer", "verify", "review", "close");
        return new Terms(
                term(t, "acknowledge"), term(t, "answer"), term(t, "verify"), term(t, "review"), term(t, "close"));
    }

    /** A number alone is hours by the clock. */
    private static @Nullable Term term(PolicyNode terms, String field) {
        PolicyNode given = terms.child(field);
        if (!given.json().isObject()) {
            Integer hours = terms.numberOrNull(field, 1, MOST_HOURS);
            return hours == null ? null : Term.hours(hours);
        }
        given.only("amount", "unit");
        Term.Unit unit = given.constantOrNull("unit", Term.Unit.class);
        Integer amount = given.numberOrNull("amount", 1, unit == Term.Unit.WORKING_DAYS ? MOST_DAYS : MOST_HOURS);
        if (unit == null || amount == null) {
            throw given.wrong(new Bilingual(
                    "小时数，或 amount 与 unit（" + PolicyNode.codes(Term.Unit.class) + "）",
                    "hours, or an amount and a unit of " + PolicyNode.codes(Term.Unit.class)));
        }
        return new Term(amount, unit);
    }

    private static Map<HandlingAction, Set<Role>> roles(PolicyNode r) {
        Map<HandlingAction, Set<Role>> roles = new EnumMap<>(HandlingAction.class);
        for (String field : r.fields()) {
            HandlingAction action = r.key(field, HandlingAction.class);
            Set<Role> of = r.constants(field, Role.class);
            if (of.isEmpty() || !Procedure.OFFICE.containsAll(of)) {
                throw r.child(field)
                        .wrong(new Bilingual("officer、grid-officer 中的一个或两个", "officer, grid-officer or both"));
            }
            roles.put(action, of);
        }
        return roles;
    }

    private static LevelStep step(PolicyNode s) {
        s.only("level", "rules", "factors", "multiple", "timesLimit", "periods", "hours", "times");
        CaseLevel level = s.constantOrNull("level", CaseLevel.class);
        if (level == null || level == CaseLevel.BLUE) {
            throw s.child("level")
                    .wrong(new Bilingual("yellow、orange、red 之一；其余均为蓝色", "yellow, orange or red; all else is blue"));
        }
        Set<Case.Rule> rules = s.constants("rules", Case.Rule.class);
        if (rules.isEmpty()) {
            throw s.child("rules").wrong(new Bilingual("至少一个规则", "at least one rule"));
        }
        LevelStep step = new LevelStep(
                level,
                rules,
                s.words("factors"),
                s.decimalOrNull("multiple"),
                s.decimalOrNull("timesLimit"),
                s.numberOrNull("periods", 1, MOST_HOURS),
                s.numberOrNull("hours", 1, MOST_HOURS),
                s.numberOrNull("times", 1, MOST_TIMES));
        if (Stream.of(step.multiple(), step.timesLimit(), step.periods(), step.hours(), step.times())
                .allMatch(Objects::isNull)) {
            throw new PolicyFault(new Bilingual(
                    "\"" + s.place() + "\" 没有任何阈值；请填写 multiple、timesLimit、periods、hours、times 之一",
                    "\"" + s.place() + "\" has no threshold; give multiple, timesLimit, periods, hours or times"));
        }
        return step;
    }
}
