package io.greenpark.dashboards.api;

import io.greenpark.accounting.finding.ReplacementProposal;
import io.greenpark.accounting.finding.ReplacementProposals;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.RegistrySource;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * Replacements of meters that the readings suggest, each with the change of the registry that enters it. Whoever accepts one
 * makes that change; it can be declined here.
 */
final class ProposalAnswers {
    private static final int MAX_COMMENT = 2_000;

    private final Parks parks;
    private final ChosenPoints chosen;
    private final ReplacementProposals proposals;
    private final Clock clock;

    /** What became of a proposal; one that was accepted is no more. */
    enum State {
        OPEN,
        DECLINED
    }

    ProposalAnswers(RegistrySource registry, ReplacementProposals proposals, Clock clock) {
        this.parks = new Parks(registry);
        this.chosen = new ChosenPoints(parks);
        this.proposals = proposals;
        this.clock = clock;
    }

    JsonObject list(Question question) {
        question.allow("enterprise", "park", "point", "state", "after", "limit");
        Boolean declined = question.choice("state", State.class)
                .map(state -> state == State.DECLINED)
                .orElse(null);
        int limit = question.integer("limit", FindingAnswers.PAGE, 1, FindingAnswers.MAX_PAGE);
        List<ReplacementProposal> found =
                proposals.page(chosen.of(question), declined, ChosenPoints.after(question), limit + 1);
        List<ReplacementProposal> page = found.subList(0, Math.min(limit, found.size()));
        List<ReplacementProposal> known = page.stream()
                .filter(p -> parks.registry().point(p.pointId()).isPresent())
                .toList();
        return new JsonObject()
                .put("proposals", Json.array(known, this::proposal))
                .put("next", found.size() > limit ? page.get(limit - 1).cursor().text() : null);
    }

    JsonObject decline(Question question) {
        question.allow();
        ReplacementProposal found = find(question.id());
        Object comment = question.body().getValue("comment");
        if (!(comment instanceof String text)
                || text.isBlank()
                || text.length() > MAX_COMMENT
                || text.indexOf('\0') >= 0) {
            throw Problem.badRequest("\"comment\" must say why, in a text of 1 to " + MAX_COMMENT
                    + " characters; send {\"comment\": \"the gateway was replaced, not the meter\"}");
        }
        if (found.declined() == null) {
            proposals.decline(found, Objects.requireNonNull(question.caller()), text.strip(), clock.instant());
        }
        return proposal(find(question.id()));
    }

    private ReplacementProposal find(String id) {
        return proposals
                .find(id)
                .filter(p -> parks.registry().point(p.pointId()).isPresent())
                .orElseThrow(() -> Problem.notFound("proposal \"" + id
                        + "\" does not exist, or its replacement is on record by now; /api/v1/proposals lists those there"
                        + " are"));
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
