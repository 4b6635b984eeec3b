package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseCounts;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** Cases as a list to be worked through, one by one, and their acknowledgement. */
final class AlertAnswers {
    private static final int MAX_COMMENT = 2_000;

    /** More than a reader looks through; the newest are kept. */
    private static final int MAX_CASES = 100_000;

    private final Parks parks;
    private final Cases cases;
    private final AuditLog audit;
    private final AlertJson json;
    private final Clock clock;

    AlertAnswers(RegistrySource registry, Cases cases, AuditLog audit, Clock clock) {
        this.audit = audit;
        this.parks = new Parks(registry);
        this.cases = cases;
        this.json = new AlertJson(parks);
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, AlertFilter.PARAMETERS);
        ZoneId zone = parks.districtZone();
        CaseFilter filter = new AlertFilter(parks, clock.instant(), zone).of(question);
        CaseFilter others = filter.in(null).acknowledged(null);
        TableReply reply = new TableReply(question, clock, zone);
        if (question.text("q").isEmpty()) {
            return reply(reply, listing(cases.summaries(filter, MAX_CASES)), cases.counts(others));
        }
        Listing<Case> found = reply.searched(listing(cases.summaries(others, MAX_CASES)));
        return reply(reply, found.filter(filter::takes), CaseCounts.of(found.rows()));
    }

    private Listing<Case> listing(List<Case> found) {
        return new Listing<>(AlertTexts.TITLE, new AlertColumns(parks.registry(), json).all(), Case::id, found);
    }

    /** What happened to cases is read for those of the page, at once. */
    private Reply reply(TableReply reply, Listing<Case> listing, CaseCounts counts) {
        JsonObject about = new JsonObject()
                .put(
                        "counts",
                        new JsonObject()
                                .put("open", counts.open())
                                .put("cleared", counts.cleared())
                                .put("withdrawn", counts.withdrawn())
                                .put("unacknowledged", counts.unacknowledged()));
        return reply.of(
                listing, "greenpark-alerts", about, "alerts", page -> Json.array(cases.withEvents(page), json::alert));
    }

    JsonObject one(Question question) {
        question.allow();
        return whole(find(question.id()));
    }

    JsonObject acknowledge(Question question) {
        question.allow();
        Case found = find(question.id());
        Object comment = question.body().getValue("comment");
        if (!(comment instanceof String text) || text.length() > MAX_COMMENT || text.indexOf('\0') >= 0) {
            throw Problem.badRequest(new Bilingual(
                    "\"comment\" 须为不超过 " + MAX_COMMENT + " 个字符的文本；请发送 {\"comment\": \"核实情况\"}",
                    "\"comment\" must be a text of at most " + MAX_COMMENT
                            + " characters; send {\"comment\": \"what was found\"}"));
        }
        Case acknowledged = cases.acknowledge(found.id(), Objects.requireNonNull(question.caller()), text.strip());
        audit.append(question.draft(AuditAction.CASE_ACKNOWLEDGED)
                .on("case", found.id())
                .because(text.strip()));
        return whole(acknowledged);
    }

    private Case find(String id) {
        return cases.find(id)
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有预警事件 \"" + id + "\"；现有的见 /api/v1/alerts",
                        "case \"" + id + "\" does not exist; /api/v1/alerts lists them")));
    }

    private JsonObject whole(Case c) {
        return json.whole(c, cases.evidence(c.id()), cases.notifications(c.id()));
    }
}
