package io.greenpark.alerts.rulebook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.alerts.policy.PolicyJson;
import io.greenpark.alerts.policy.PolicyNode;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.text.Bilingual;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Legal bases as the JSON that is shipped, kept, sent and shown. */
public final class BasisDocument {
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NAME = 120;
    private static final int MOST_SHIPPED = 100;

    private BasisDocument() {}

    /** Those that the platform ships. */
    public static List<LegalBasis> shipped() {
        PolicyNode root = PolicyJson.root("bases.json", PolicyJson.shipped(BasisDocument.class, "bases.json"));
        List<LegalBasis> all = new ArrayList<>();
        for (PolicyNode each : root.list("bases", 1, MOST_SHIPPED)) {
            ObjectNode own = ((ObjectNode) each.json()).deepCopy();
            String id = each.code("id");
            own.remove("id");
            all.add(read(id, 0, new PolicyNode(own, id)));
        }
        return List.copyOf(all);
    }

    static LegalBasis read(String id, long version, String document) {
        return read(id, version, PolicyJson.root(id, document));
    }

    /** With {@link io.greenpark.alerts.policy.PolicyFault} where it cannot be used. */
    static LegalBasis read(String id, long version, PolicyNode root) {
        root.only("document", "article", "text", "from", "to", "successor", "media", "confirmed", "source");
        LocalDate from = root.dateOrNull("from");
        LocalDate to = root.dateOrNull("to");
        if (from != null && to != null && to.isBefore(from)) {
            throw root.child("to").wrong(new Bilingual("不早于 " + from + " 的日期", "a date not before " + from));
        }
        return new LegalBasis(
                id,
                version,
                words(root.child("document"), LONGEST_NAME),
                optional(root, "article", LONGEST_NAME),
                words(root.child("text"), LONGEST_TEXT),
                from,
                to,
                root.child("successor").absent() ? null : root.code("successor"),
                root.constants("media", Outlet.Medium.class),
                root.truth("confirmed"),
                said(optional(root, "source", LONGEST_TEXT)));
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String optional(PolicyNode root, String field, int longest) {
        PolicyNode found = root.child(field);
        return found.absent() || found.json().asText().isBlank() ? null : root.text(field, longest);
    }

    private static Bilingual words(PolicyNode node, int longest) {
        node.only("zh", "en");
        return new Bilingual(node.text("zh", longest), node.text("en", longest));
    }

    /** As JSON. */
    public static ObjectNode write(LegalBasis basis) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "document", basis.document());
        json.put("article", basis.article());
        put(json, "text", basis.text());
        json.put("from", basis.from() == null ? null : basis.from().toString());
        json.put("to", basis.to() == null ? null : basis.to().toString());
        json.put("successor", basis.successor());
        basis.media().stream().map(EnumCode::of).sorted().forEach(json.putArray("media")::add);
        json.put("confirmed", basis.confirmed());
        json.put("source", basis.source());
        return json;
    }

    private static void put(ObjectNode json, String field, Bilingual words) {
        json.putObject(field).put("zh", words.zh()).put("en", words.en());
    }
}
