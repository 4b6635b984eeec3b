package io.greenpark.alerts.marking;

import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.alerts.policy.PolicyJson;
import io.greenpark.alerts.policy.PolicyKind;
import io.greenpark.alerts.policy.PolicyNode;
import io.greenpark.park.text.Bilingual;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Marking rules as the JSON that is shipped, kept and edited. */
public final class MarkingRulesKind implements PolicyKind<MarkingRules> {
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_SOURCE = 200;
    private static final int MOST_DAYS = 31;
    private static final Duration LONGEST_MARK = Duration.ofDays(31);

    @Override
    public String code() {
        return "marking-rules";
    }

    @Override
    public String shipped() {
        return PolicyJson.shipped(MarkingRulesKind.class, "rules.json");
    }

    @Override
    public MarkingRules read(PolicyNode root) {
        root.only("term", "decideWithin", "longest", "rules");
        List<MarkRule> rules = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (PolicyNode each : root.list("rules", 1, MOST)) {
            MarkRule one = rule(each);
            if (!codes.add(one.code())) {
                throw each.child("code").wrong(new Bilingual("未重复的代码", "a code that no other one has"));
            }
            rules.add(one);
        }
        if (!rules.get(rules.size() - 1).takesAll()) {
            throw new PolicyFault(new Bilingual(
                    "最后一项须适用于所有标记：不填 kinds、industries",
                    "the last rule must be for all marks: leave out kinds and industries"));
        }
        Duration longest = length(root, "longest");
        if (longest.compareTo(LONGEST_MARK) > 0) {
            throw root.child("longest").wrong(new Bilingual("最长 31d 的时长", "a length of at most 31d"));
        }
        return new MarkingRules(term(root.child("term")), length(root, "decideWithin"), longest, rules);
    }

    private static MarkingRules.Term term(PolicyNode t) {
        t.only("days", "at", "source", "confirmed");
        Integer days = t.numberOrNull("days", 0, MOST_DAYS);
        if (days == null) {
            throw t.child("days").wrong(new Bilingual("0 至 31 的整数", "a whole number 0..31"));
        }
        return new MarkingRules.Term(days, t.time("at"), t.text("source", LONGEST_SOURCE), t.truth("confirmed"));
    }

    private static MarkRule rule(PolicyNode r) {
        r.only("code", "name", "kinds", "industries", "effect", "longest", "perYear", "file", "source", "confirmed");
        PolicyNode name = r.child("name");
        name.only("zh", "en");
        PolicyNode source = r.child("source");
        source.only("zh", "en");
        MarkEffect effect = r.constantOrNull("effect", MarkEffect.class);
        if (effect == null) {
            String codes = PolicyNode.codes(MarkEffect.class);
            throw r.child("effect").wrong(new Bilingual("以下之一：" + codes, "one of " + codes));
        }
        return new MarkRule(
                r.code("code"),
                new Bilingual(name.text("zh", LONGEST_NAME), name.text("en", LONGEST_NAME)),
                r.constants("kinds", MarkKind.class),
                r.words("industries"),
                effect,
                r.lengthOrNull("longest"),
                r.lengthOrNull("perYear"),
                r.truth("file"),
                new Bilingual(source.text("zh", LONGEST_SOURCE), source.text("en", LONGEST_SOURCE)),
                r.truth("confirmed"));
    }

    private static Duration length(PolicyNode node, String field) {
        Duration length = node.lengthOrNull(field);
        if (length == null) {
            throw node.child(field).wrong(new Bilingual("时长，如 30m、2h、40d", "a length such as 30m, 2h or 40d"));
        }
        return length;
    }
}
