package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseCounts;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.CaseFilter.Handled;
import io.greenpark.alerts.cases.CaseSeverity;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.cases.RuleCitations;
import io.greenpark.alerts.desk.HandlingDesk;
import io.greenpark.alerts.mute.Mute;
import io.greenpark.alerts.mute.MuteTable;
import io.greenpark.alerts.rule.Spells;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.objection.desk.MarkedThings;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.store.books.Books;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private final HandlingDesk desk;
    private final Books books;
    private final ShownObjections objections;
    private final ExplainedCases explained;
    private final Clock clock;

    AlertAnswers(ConsoleSources sources, Clock clock) {
        this.audit = sources.audit();
        this.parks = new Parks(sources.registry());
        this.cases = sources.cases();
        this.staff = new CaseStaff(sources.identities());
        this.json = new AlertJson(parks, staff, new HandlingJson(sources.attachments()), clock);
        this.desk = sources.handling();
        this.books = sources.books();
        this.explained = new ExplainedCases(sources.books(), sources.cases());
        this.objections = new ShownObjections(sources.objectionMarks());
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, AlertFilter.PARAMETERS);
        ZoneId zone = parks.districtZone();
        CaseFilter filter = new AlertFilter(parks, staff, clock.instant(), zone).of(question);
        CaseFilter others = filter.in(null).acknowledged(null).owner(null).handled(null);
        Viewer viewer = question.viewer();
        CaseFilter mine = others.in(Case.State.OPEN).owner(staff.mine(viewer));
        CaseFilter nobodys = others.in(Case.State.OPEN).owner(staff.nobodys(viewer));
        CaseFilter overdue = others.handled(HandlingSight.told(Handled.overdue(clock.instant()), viewer));
        CaseFilter toDo = others.handled(Handled.toDo());
        TableReply reply = new TableReply(question, clock, zone);
        if (question.text("q").isEmpty()) {
            Counts counts = new Counts(
                    cases.counts(others),
                    cases.counts(mine).open(),
                    cases.counts(nobodys).open(),
                    cases.counts(overdue).all(),
                    cases.counts(toDo).all());
            return reply(reply, listing(cases.summaries(filter, MAX_CASES), viewer), counts, viewer);
        }
        Listing<Case> found = reply.searched(listing(cases.summaries(others, MAX_CASES), viewer));
        boolean trials = filter.severity() == CaseSeverity.TRIAL;
        List<Case> counted =
                found.rows().stream().filter(c -> trials || !c.trial()).toList();
        Counts counts = new Counts(
                CaseCounts.of(counted, trials),
                counted.stream().filter(mine::takes).count(),
                counted.stream().filter(nobodys::takes).count(),
                found.rows().stream().filter(overdue::takes).count(),
                found.rows().stream().filter(toDo::takes).count());
        return reply(reply, found.filter(filter::takes), counts, viewer);
    }

    /**
     * How many there are; those on trial only where they alone are asked for.
     *
     * @param mine open ones of whoever asks
     * @param unowned open ones of nobody
     * @param overdue those whose term has passed
     * @param toDo those about which something is to be done
     */
    private record Counts(CaseCounts byState, long mine, long unowned, long overdue, long toDo) {}

    private Listing<Case> listing(List<Case> found, Viewer viewer) {
        return new Listing<>(
                AlertTexts.TITLE,
                new AlertColumns(parks.registry(), json, viewer, () -> objections.cases(found)).all(),
                Case::id,
                found);
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
                                .put("unowned", counts.unowned())
                                .put("overdue", counts.overdue())
                                .put("toDo", counts.toDo()));
        Set<String> ofAsker = json.mineOf(viewer);
        return reply.of(listing, "greenpark-alerts", about, "alerts", page -> {
            MarkedThings marked = objections.cases(page);
            Map<String, JsonObject> explains = explained.of(page, parks.districtZone());
            return Json.array(cases.withEvents(page), c -> json.alert(c, viewer, ofAsker)
                    .put("explainedBy", explains.get(c.id()))
                    .put("objection", ObjectionTexts.mark(marked.of(c.id()))));
        });
    }

    JsonObject one(Question question) {
        question.allow();
        return whole(question);
    }

    /** The case of a question as it stands now. */
    JsonObject whole(Question question) {
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
        Case acknowledged = cases.acknowledge(
                found.id(),
                Objects.requireNonNull(question.caller()),
                text.strip(),
                CaseActors.isOfEnterprise(question.viewer(), found, parks.registry()));
        audit.append(question.draft(AuditAction.CASE_ACKNOWLEDGED)
                .on("case", found.id())
                .because(text.strip()));
        return whole(acknowledged, question.viewer());
    }

    Case find(String id) {
        return cases.find(id).orElseThrow(() -> unknown(id));
    }

    static Problem unknown(String id) {
        return Problem.notFound(new Bilingual(
                "没有预警事件 \"" + id + "\"；现有的见 /api/v1/alerts",
                "case \"" + id + "\" does not exist; /api/v1/alerts lists them"));
    }

    /** A case with all that whoever asks may know of it. */
    JsonObject whole(Case c, Viewer viewer) {
        JsonObject whole = json.whole(c, viewer, cases.evidence(c.id()), cases.notifications(c.id()))
                .put(
                        "objection",
                        ObjectionTexts.mark(objections.cases(List.of(c)).of(c.id())));
        whole.put("explainedBy", explained.of(List.of(c), json.zone(c)).get(c.id()));
        whole.put("explains", Json.array(explained.by(c.id()), other -> new JsonObject()
                .put("id", other.id())
                .put("rule", other.rule().code())
                .put("state", other.state().name())
                .put("title", Json.name(other.title()))));
        whole.put("judgedBy", RuleJson.cited(books.read(handle -> RuleCitations.of(handle, c.id())), parks));
        Spells spells = c.content().spells();
        whole.put("again", spells.again());
        whole.put(
                "stoodSeconds",
                spells.counted() ? spells.stood(c.knownTo(clock.instant())).toSeconds() : null);
        if (CaseStaff.isStaff(viewer)) {
            whole.put("muted", muted(c));
        }
        desk.of(c.id(), CaseActors.of(viewer, c, parks.registry())).ifPresent(h -> json.put(whole, c, h, viewer));
        return whole;
    }

    /** What nobody is told of it for now, where that is so: the mute that lasts longest. */
    private @Nullable JsonObject muted(Case c) {
        Instant now = clock.instant();
        return books.read(handle -> MuteTable.holding(handle, now)).stream()
                .filter(mute -> mute.covers(parks.registry(), c, now))
                .max(Comparator.comparing(Mute::until))
                .map(mute -> new JsonObject()
                        .put("kind", EnumCode.of(mute.kind()))
                        .put("from", Json.time(mute.from(), json.zone(c)))
                        .put("to", Json.time(mute.until(), json.zone(c))))
                .orElse(null);
    }
}
