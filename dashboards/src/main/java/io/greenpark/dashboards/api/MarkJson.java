package io.greenpark.dashboards.api;

import io.greenpark.alerts.marking.DataMark;
import io.greenpark.alerts.marking.DataMark.Decision;
import io.greenpark.alerts.marking.MarkState;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How marks are written in answers. Who of the office decided is told the office alone. */
final class MarkJson {
    /** What files of marks belong to. */
    static final String OWNER = "mark";

    private static final Set<Role> OFFICE = EnumSet.of(Role.OFFICER, Role.GRID_OFFICER, Role.LEADER, Role.AUDITOR);

    private final RegistrySource registry;
    private final DocumentStore files;

    MarkJson(RegistrySource registry, DocumentStore files) {
        this.registry = registry;
        this.files = files;
    }

    JsonObject row(DataMark m, Viewer viewer, Instant now) {
        Registry seen = registry.current();
        ZoneId zone = seen.timeOf(m.enterpriseId()).zone();
        boolean waits = m.state() == MarkState.SUBMITTED;
        return new JsonObject()
                .put("id", m.id())
                .put("enterprise", m.enterpriseId())
                .put(
                        "enterpriseName",
                        Json.name(seen.enterprise(m.enterpriseId())
                                .map(Enterprise::name)
                                .orElse(Bilingual.same(m.enterpriseId()))))
                .put("scope", EnumCode.of(m.target().scope()))
                .put("target", m.target().id())
                .put("targetName", Json.name(m.target().name(seen)))
                .put("points", Json.array(m.points(), point -> point(seen, point)))
                .put("kind", EnumCode.of(m.kind()))
                .put("kindName", Json.name(m.kind().words()))
                .put("from", Json.time(m.from(), zone))
                .put("to", Json.time(m.to(), zone))
                .put("reason", m.reason())
                .put("files", m.files().size())
                .put("madeAt", Json.time(m.made(), zone))
                .put("term", Json.time(m.term(), zone))
                .put("decideBy", waits ? Json.time(m.decideBy(), zone) : null)
                .put("overdue", waits && m.decideBy().isBefore(now))
                .put("state", EnumCode.of(m.state()))
                .put("stateName", Json.name(m.state().words()))
                .put("effect", EnumCode.of(m.effect()))
                .put("effectName", Json.name(m.effect().words()))
                .put("effectTo", m.state() == MarkState.ACCEPTED ? Json.time(m.effectTo(), zone) : null)
                .put("decision", decision(m, viewer, zone))
                .put("own", m.account().equals(viewer.account()));
    }

    private static JsonObject point(Registry seen, String id) {
        return new JsonObject()
                .put("id", id)
                .put("name", Json.name(seen.point(id).map(p -> p.name()).orElse(Bilingual.same(id))));
    }

    private static @Nullable JsonObject decision(DataMark m, Viewer viewer, ZoneId zone) {
        Decision decision = m.decision();
        boolean names =
                m.state() == MarkState.WITHDRAWN || viewer.scopeOf(OFFICE).isPresent();
        return decision == null
                ? null
                : new JsonObject()
                        .put("at", Json.time(decision.at(), zone))
                        .put("by", names ? decision.by() : null)
                        .put("word", decision.word());
    }

    /** With who made it and its files. */
    JsonObject whole(DataMark m, Viewer viewer, Instant now) {
        List<StoredDocument> own = files.of(new DocumentOwner(OWNER, m.id()));
        return row(m, viewer, now).put("madeBy", m.by()).put("attachments", Json.array(own, AttachmentJson::of));
    }
}
