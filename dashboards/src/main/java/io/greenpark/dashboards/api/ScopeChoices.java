package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What grants can be for, by name: an administrator of accounts sees no figures, and has to name parks and enterprises all the same. */
final class ScopeChoices {
    private final RegistrySource registry;
    private final Clock clock;

    ScopeChoices(ConsoleSources sources, Clock clock) {
        this.registry = sources.registry();
        this.clock = clock;
    }

    /** In the words that requests and answers have. */
    enum Kind {
        PARK(new Bilingual("园区", "Park")),
        ENTERPRISE(new Bilingual("企业", "Enterprise")),
        OUTLET(new Bilingual("排放口", "Outlet")),
        DEVICE(new Bilingual("设备", "Device"));

        private final Bilingual text;

        Kind(Bilingual text) {
            this.text = text;
        }
    }

    /**
     * Something that a grant can be for.
     *
     * @param context where it lies
     */
    private record Choice(Kind kind, String id, Bilingual name, Bilingual context) {}

    Reply list(Question question) {
        TableReply.allow(question, "kind");
        Kind kind = question.choice("kind", Kind.class).orElse(null);
        Listing<Choice> all = new Listing<>(
                        new Bilingual("授权范围", "Scopes"),
                        columns(),
                        c -> c.kind() + ":" + c.id(),
                        all(registry.current()))
                .filter(choice -> kind == null || choice.kind() == kind);
        return new TableReply(question, clock, Json.PLATFORM_ZONE)
                .of(all, "greenpark-scopes", new JsonObject(), ScopeChoices::json);
    }

    private static List<Choice> all(Registry now) {
        Registry.Facts facts = now.facts();
        List<Choice> all = new ArrayList<>();
        facts.parks().forEach(p -> all.add(new Choice(Kind.PARK, p.id(), p.name(), Bilingual.same(""))));
        facts.enterprises()
                .forEach(e -> all.add(new Choice(
                        Kind.ENTERPRISE, e.id(), e.name(), now.parkOf(e).name())));
        facts.outlets().forEach(o -> all.add(new Choice(Kind.OUTLET, o.id(), o.name(), whose(now, o.enterpriseId()))));
        facts.devices().forEach(d -> all.add(new Choice(Kind.DEVICE, d.id(), d.name(), whose(now, d.enterpriseId()))));
        return all;
    }

    private static Bilingual whose(Registry now, String enterpriseId) {
        return now.enterprise(enterpriseId).orElseThrow().name();
    }

    private static List<Column<Choice>> columns() {
        return List.of(
                Column.text("kind", new Bilingual("类型", "Kind"), c -> Cell.words(c.kind().text)),
                Column.text("id", new Bilingual("编号", "Id"), c -> Cell.code(c.id())),
                Column.text("name", new Bilingual("名称", "Name"), c -> Cell.words(c.name())),
                Column.text("context", new Bilingual("所属", "Part of"), c -> Cell.words(c.context())));
    }

    private static JsonObject json(Choice choice) {
        return new JsonObject()
                .put("kind", choice.kind().name())
                .put("id", choice.id())
                .put("name", Json.name(choice.name()))
                .put("context", Json.name(choice.context()));
    }
}
