package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.accounting.finding.ReplacementProposal;
import io.greenpark.accounting.finding.ReplacementProposals;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Replacements of meters that the readings suggest, each with the change of the registry that enters it. Whoever accepts one
 * makes that change; it can be declined here.
 */
final class ProposalAnswers {
    private static final int MAX_COMMENT = 2_000;

    private final Parks parks;
    private final ChosenPoints chosen;
    private final ReplacementProposals proposals;
    private final AuditLog audit;
    private final Clock clock;

    /** What became of a proposal; one that was accepted is no more. */
    enum State {
        OPEN,
        DECLINED
    }

    ProposalAnswers(RegistrySource registry, Scope scope, ReplacementProposals proposals, AuditLog audit, Clock clock) {
        this.audit = audit;
        this.parks = new Parks(registry);
        this.chosen = new ChosenPoints(parks, scope);
        this.proposals = proposals;
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, "enterprise", "park", "point", "state");
        Boolean declined = question.choice("state", State.class)
                .map(state -> state == State.DECLINED)
                .orElse(null);
        List<ReplacementProposal> known =
                proposals.page(chosen.of(question), declined, null, FindingAnswers.MOST).stream()
                        .filter(p -> parks.registry().point(p.pointId()).isPresent())
                        .toList();
        Listing<ReplacementProposal> listing = new Listing<>(
                new Bilingual("换表提示", "Proposed replacements of meters"), columns(), ReplacementProposal::id, known);
        return new TableReply(question, clock, parks.districtZone())
                .of(
                        listing,
                        "greenpark-proposals",
                        new JsonObject(),
                        "proposals",
                        page -> Json.array(page, this::proposal));
    }

    private List<Column<ReplacementProposal>> columns() {
        return List.of(
                Column.text("id", new Bilingual("编号", "Id"), p -> Cell.code(p.id())),
                Column.text(
                        "state",
                        new Bilingual("状态", "State"),
                        p -> Cell.words(
                                state(p) == State.OPEN
                                        ? new Bilingual("待处理", "Open")
                                        : new Bilingual("已否定", "Declined"))),
                Column.text(
                        "enterprise",
                        new Bilingual("企业", "Enterprise"),
                        p -> Cell.words(
                                Subject.enterprise(point(p).enterpriseId()).name(parks.registry()))),
                Column.text("device", new Bilingual("设备", "Device"), p -> Cell.code(point(p).deviceId())),
                Column.text("point", new Bilingual("测点", "Point"), p -> Cell.words(point(p).name())),
                Column.text(
                        "lastOld", new Bilingual("旧表最后读数时间", "Last value of the old meter"), p -> time(p, p.lastOld())),
                Column.text("at", new Bilingual("新表首个读数时间", "First value of the new meter"), p -> time(p, p.at())),
                Column.number("oldEnd", new Bilingual("旧表止数", "Old end"), 3, p -> Cell.number(p.oldEnd())),
                Column.text("oldEndUnit", new Bilingual("单位", "Unit"), p -> Cell.code(p.oldEndUnit())),
                Column.number("newStart", new Bilingual("新表起数", "New start"), 3, p -> Cell.number(p.newStart())),
                Column.text("newStartUnit", new Bilingual("新表单位", "New unit"), p -> Cell.code(p.newStartUnit())),
                Column.text(
                        "reason",
                        new Bilingual("说明", "Why"),
                        p -> Cell.words(p.reason().text())));
    }

    private Point point(ReplacementProposal p) {
        return parks.point(p.pointId());
    }

    private @Nullable Cell time(ReplacementProposal p, Instant at) {
        return Cell.time(at, parks.zoneOf(point(p).enterpriseId()));
    }

    JsonObject decline(Question question) {
        question.allow();
        ReplacementProposal found = find(question.id());
        Object comment = question.body().getValue("comment");
        if (!(comment instanceof String text)
                || text.isBlank()
                || text.length() > MAX_COMMENT
                || text.indexOf('\0') >= 0) {
            throw Problem.badRequest(new Bilingual(
                    "\"comment\" 须说明原因，为 1 至 " + MAX_COMMENT + " 个字符的文本；请发送 {\"comment\": \"更换的是网关，不是表计\"}",
                    "\"comment\" must say why, in a text of 1 to " + MAX_COMMENT
                            + " characters; send {\"comment\": \"the gateway was replaced, not the meter\"}"));
        }
        if (found.declined() == null) {
            proposals.decline(found, Objects.requireNonNull(question.caller()), text.strip(), clock.instant());
            audit.append(question.draft(AuditAction.PROPOSAL_DECLINED)
                    .on("point", found.pointId())
                    .because(text.strip()));
        }
        return proposal(find(question.id()));
    }

    private ReplacementProposal find(String id) {
        // The books are asked about what is seen only: what is another's takes no longer than what there is not.
        return ReplacementProposals.pointOf(id)
                .filter(point -> parks.registry().point(point).isPresent())
                .flatMap(point -> proposals.find(id))
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有换表提示 \"" + id + "\"，或该次换表已登记；现有的见 /api/v1/proposals",
                        "proposal \"" + id
                                + "\" does not exist, or its replacement is on record by now; /api/v1/proposals lists"
                                + " those there are")));
    }

    private static State state(ReplacementProposal p) {
        return p.declined() == null ? State.OPEN : State.DECLINED;
    }

    private JsonObject proposal(ReplacementProposal p) {
        Point point = parks.point(p.pointId());
        ZoneId zone = parks.zoneOf(point.enterpriseId());
        ReplacementProposal.Declined declined = p.declined();
        JsonObject json = new JsonObject()
                .put("id", p.id())
                .put("state", state(p).name())
                .put("point", ChosenPoints.named(point))
                .put("device", point.deviceId())
                .put("enterprise", parks.named(point.enterpriseId()))
                .put("lastOld", Json.time(p.lastOld(), zone))
                .put("at", Json.time(p.at(), zone))
                .put("oldEnd", Json.decimal(p.oldEnd()))
                .put("oldEndUnit", p.oldEndUnit())
                .put("newStart", Json.decimal(p.newStart()))
                .put("newStartUnit", p.newStartUnit())
                .put("change", change(p))
                .put("fileLines", fileLines(p, point, zone))
                .put("declined", declined == null ? null : declined(declined, zone));
        ReasonJson.put(json, p.reason());
        return json;
    }

    private static JsonObject declined(ReplacementProposal.Declined declined, ZoneId zone) {
        return new JsonObject()
                .put("at", Json.time(declined.at(), zone))
                .put("by", declined.by())
                .put("comment", declined.comment());
    }

    /** The body for {@code POST /registry/changes} that accepts it. */
    private static JsonObject change(ReplacementProposal p) {
        JsonObject replacement =
                new JsonObject().put("oldEnd", Json.decimal(p.oldEnd())).put("newStart", Json.decimal(p.newStart()));
        JsonObject edit = new JsonObject()
                .put("kind", "point")
                .put("id", p.pointId())
                .put("verb", "patch")
                .put(
                        "document",
                        new JsonObject().put("replacements", new JsonObject().put(p.at().toString(), replacement)));
        return new JsonObject()
                .put(
                        "reason",
                        "meter replaced at " + p.at() + ": " + p.reason().text().en())
                .put("edits", new JsonArray().add(edit));
    }

    /** The entry of the point in a registry file, at the end of its replacements. */
    private static String fileLines(ReplacementProposal p, Point point, ZoneId zone) {
        String entry = "  - {at: " + p.at().atZone(zone).toLocalDateTime() + ", oldEnd: " + Json.decimal(p.oldEnd())
                + ", newStart: " + Json.decimal(p.newStart()) + "}";
        return "# device " + point.deviceId() + ", key " + point.key() + "\nreplacements:\n" + entry + "\n";
    }
}
