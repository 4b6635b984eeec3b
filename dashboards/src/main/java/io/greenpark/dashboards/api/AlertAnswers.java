package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseCounts;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Cases as a list to be worked through, one by one, and their acknowledgement. */
final class AlertAnswers {
    private static final int MAX_COMMENT = 2_000;

    /** More than a reader looks through; the newest are kept. */
    private static final int MAX_CASES = 100_000;

    private final Parks parks;
    private final Cases cases;
    private final AuditLog audit;
    private final AlertJson json;
    private final CaseStaff staff;
    private final Clock clock;

    AlertAnswers(ConsoleSources sources, Clock clock) {
        this.audit = sources.audit();
        this.parks = new Parks(sources.registry());
        this.cases = sources.cases();
        this.staff = new CaseStaff(sources.identities());
        this.json = new AlertJson(parks, staff);
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, AlertFilter.PARAMETERS);
        ZoneId zone = parks.districtZone();
        CaseFilter filter = new AlertFilter(parks, staff, clock.instant(), zone).of(question);
        CaseFilter others = filter.in(null).acknowledged(null).owner(null);
        Viewer viewer = question.viewer();
        CaseFilter mine = others.in(Case.State.OPEN).owner(staff.mine(viewer));
        CaseFilter nobodys = others.in(Case.State.OPEN).owner(staff.nobodys(viewer));
        TableReply reply = new TableReply(question, clock, zone);
        if (question.text("q").isEmpty()) {
            Counts counts = new Counts(
                    cases.counts(others),
                    cases.counts(mine).open(),
                    cases.counts(nobodys).open());
            return reply(reply, listing(cases.summaries(filter, MAX_CASES), viewer), counts, viewer);
        }
        Listing<Case> found = reply.searched(listing(cases.summaries(others, MAX_CASES), viewer));
        Counts counts = new Counts(
                CaseCounts.of(found.rows()),
                found.rows().stream().filter(mine::takes).count(),
                found.rows().stream().filter(nobodys::takes).count());
        return reply(reply, found.filter(filter::takes), counts, viewer);
    }

    /**
     * How many there are.
     *
     * @param mine open ones of whoever asks
     * @param unowned open ones of nobody
     */
    private record Counts(CaseCounts byState, long mine, long unowned) {}

    private Listing<Case> listing(List<Case> found, Viewer viewer) {
        return new Listing<>(AlertTexts.TITLE, new AlertColumns(parks.registry(), json, viewer).all(), Case::id, found);
    }

    /** What happened to cases is read for those of the page, at once. */
    private Reply reply(TableReply reply, Listing<Case> listing, Counts counts, Viewer viewer) {
        JsonObject about = new JsonObject()
                .put(
                        "counts",
                        new JsonObject()
                                .put("open", counts.byState().open())
                                .put("cleared", counts.byState().cleared())
                                .put("withdrawn", counts.byState().withdrawn())
                                .put("unacknowledged", counts.byState().unacknowledged())
                                .put("mine", counts.mine())
                                .put("unowned", counts.unowned()));
        Set<String> ofAsker = json.mineOf(viewer);
        return reply.of(
                listing,
                "greenpark-alerts",
                about,
                "alerts",
                page -> Json.array(cases.withEvents(page), c -> json.alert(c, viewer, ofAsker)));
    }

    JsonObject one(Question question) {
        question.allow();
        return whole(find(question.id()), question.viewer());
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
        return whole(acknowledged, question.viewer());
    }

    private Case find(String id) {
        return cases.find(id)
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有预警事件 \"" + id + "\"；现有的见 /api/v1/alerts",
                        "case \"" + id + "\" does not exist; /api/v1/alerts lists them")));
    }

    private JsonObject whole(Case c, Viewer viewer) {
        return json.whole(c, viewer, cases.evidence(c.id()), cases.notifications(c.id()));
    }
}
