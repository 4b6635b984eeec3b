package io.greenpark.alerts.rulebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.alerts.policy.PolicyJson;
import io.greenpark.alerts.policy.PolicyNode;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What explains what, as the JSON that is shipped, kept, sent and shown. All of it is one document, since it must not go round in a circle. */
public final class DependencyDocument {
    private static final int MOST = 100;

    private DependencyDocument() {}

    /** As the platform ships it. */
    static String shipped() {
        return PolicyJson.canonical(
                "dependencies.json", PolicyJson.shipped(DependencyDocument.class, "dependencies.json"));
    }

    /** With {@link PolicyFault} where it cannot be used. */
    static Dependencies read(long version, Instant at, String document) {
        PolicyNode root = PolicyJson.root("dependencies", document);
        root.only("dependencies");
        List<Dependency> all = new ArrayList<>();
        for (PolicyNode one : root.list("dependencies", 0, MOST)) {
            Dependency dependency = dependency(one);
            if (all.contains(dependency)) {
                throw one.wrong(new Bilingual("不重复的一项", "something that is not said twice"));
            }
            all.add(dependency);
        }
        refuseCircles(all);
        return new Dependencies(version, at, all);
    }

    private static Dependency dependency(PolicyNode one) {
        one.only("explaining", "explained", "relation");
        boolean stopped = one.child("explaining").json().asText().equals(Dependency.STOPPED);
        Case.Rule explaining = stopped ? null : kind(one, "explaining", ", " + Dependency.STOPPED);
        Case.Rule explained = kind(one, "explained", "");
        Relation relation = one.constantOrNull("relation", Relation.class);
        if (relation == null) {
            String codes = PolicyNode.codes(Relation.class);
            throw one.child("relation").wrong(new Bilingual("以下之一：" + codes, "one of " + codes));
        }
        boolean fits = explaining == null ? relation == Relation.ENTERPRISE : relation.explains(explaining);
        if (!fits || !relation.isExplained(explained)) {
            String from =
                    fits ? explained.code() : one.child("explaining").json().asText();
            throw new PolicyFault(new Bilingual(
                    "\"" + one.place() + "\"：类别 " + from + " 不能以“"
                            + relation.words().zh() + "”关联；请改用其他关系",
                    "\"" + one.place() + "\": cases of " + from + " cannot be related by " + EnumCode.of(relation)
                            + " (" + relation.words().en() + "); give another relation"));
        }
        return new Dependency(explaining, explained, relation);
    }

    private static Case.Rule kind(PolicyNode one, String field, String more) {
        Case.Rule found = null;
        for (Case.Rule rule : Case.Rule.values()) {
            if (rule.code().equals(one.child(field).json().asText())) {
                found = rule;
            }
        }
        if (found == null) {
            String codes = PolicyNode.codes(Case.Rule.class) + more;
            throw one.child(field).wrong(new Bilingual("以下之一：" + codes, "one of " + codes));
        }
        return found;
    }

    /** Otherwise two cases could each wait for the other to be told. */
    private static void refuseCircles(List<Dependency> all) {
        for (Dependency each : all) {
            if (each.explaining() != null) {
                follow(all, each.explained(), List.of(each.explaining()));
            }
        }
    }

    private static void follow(List<Dependency> all, Case.Rule at, List<Case.Rule> way) {
        List<Case.Rule> on = new ArrayList<>(way);
        on.add(at);
        if (at == way.get(0)) {
            String round = String.join(" → ", on.stream().map(Case.Rule::code).toList());
            throw new PolicyFault(new Bilingual(
                    "说明关系成环：" + round + "；环中的预警会互相压住而无人得知，请去掉其中一项",
                    "these explain each other in a circle: " + round
                            + ", so that nobody would be told of any; leave one out"));
        }
        if (!way.contains(at)) {
            all.stream().filter(d -> d.explaining() == at).forEach(d -> follow(all, d.explained(), on));
        }
    }

    /** As JSON. */
    public static ObjectNode write(Dependencies dependencies) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode all = json.putArray("dependencies");
        dependencies.all().forEach(d -> all.addObject()
                .put("explaining", d.explainingCode())
                .put("explained", Objects.requireNonNull(d.explained()).code())
                .put("relation", EnumCode.of(d.relation())));
        return json;
    }
}
