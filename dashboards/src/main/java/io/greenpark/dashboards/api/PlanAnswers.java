package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.desk.PlanDesk;
import io.greenpark.plan.desk.PlanDesk.Done;
import io.greenpark.plan.desk.PlanDesk.Entry;
import io.greenpark.plan.desk.PlanReading;
import io.greenpark.plan.desk.Planning;
import io.greenpark.plan.sample.SamplePlan;
import io.greenpark.plan.target.Plan;
import io.greenpark.plan.target.PlanFaultException;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans: which there are, one of them, and what people change of them and state of their targets. */
final class PlanAnswers {
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2199;

    private final Parks parks;
    private final Planning planning;
    private final PlanDesk desk;
    private final AuditLog audit;
    private final PlanJson json;
    private final Clock clock;

    PlanAnswers(ConsoleSources sources, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.planning = sources.planning();
        this.desk = planning.plans();
        this.audit = sources.audit();
        this.json = new PlanJson(parks);
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question);
        Listing<Plan> listing = new Listing<>(new Bilingual("规划", "Plans"), columns(), Plan::id, desk.plans());
        return new TableReply(question, clock, parks.districtZone())
                .of(listing, "greenpark-plans", new JsonObject().put("sample", SamplePlan.ID), PlanJson::line);
    }

    private static List<Column<Plan>> columns() {
        return List.of(
                Column.text("id", new Bilingual("编号", "Id"), p -> Cell.code(p.id())),
                Column.text("name", new Bilingual("名称", "Name"), p -> Cell.words(p.name())),
                Column.text("document", new Bilingual("文件", "Document"), p -> Cell.words(p.document())),
                Column.text("state", new Bilingual("状态", "State"), p -> Cell.words(PlanTexts.of(p.state()))),
                Column.text("closed", new Bilingual("已封存", "Closed"), p -> Cell.truth(p.closed())),
                Column.number("firstYear", new Bilingual("起始年", "First year"), 0, p -> Cell.number(p.firstYear())),
                Column.number("lastYear", new Bilingual("结束年", "Last year"), 0, p -> Cell.number(p.lastYear())),
                Column.number(
                        "targets",
                        new Bilingual("目标数", "Targets"),
                        0,
                        p -> Cell.number(p.targets().size())));
    }

    /** The plan of a path. */
    static Plan plan(PlanDesk desk, Question question) {
        String id = question.id();
        return desk.plan(id)
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有规划 \"" + id + "\"；现有的见 /api/v1/plans",
                        "there is no plan \"" + id + "\"; /api/v1/plans lists those that are")));
    }

    JsonObject one(Question question) {
        question.allow();
        return told(plan(desk, question));
    }

    private JsonObject told(Plan plan) {
        return json.whole(plan, desk.steps(plan.id()));
    }

    /** Takes a plan in: the sample, a copy of one that is there, or one that is written out. */
    JsonObject add(Question question) {
        question.allow();
        RequestBody asked =
                new RequestBody(question, "id", "sample", "copyOf", "name", "document", "firstYear", "plan");
        long ways = Stream.of("sample", "copyOf", "plan").filter(asked::has).count();
        if (ways != 1) {
            throw Problem.badRequest(
                    new Bilingual("请给出 sample、copyOf、plan 其中一项", "give one of sample, copyOf and plan"));
        }
        Plan plan = asked.flag("sample") ? SamplePlan.read() : added(question, asked);
        Done done = desk.add(plan, question.viewer().person());
        require(done);
        record(question, plan.id(), AuditAction.PLAN_CHANGED, null);
        return told(plan(plan.id()));
    }

    private Plan added(Question question, RequestBody asked) {
        String id = PlanRequest.id(asked);
        JsonObject body = question.body();
        if (body.getValue("plan") instanceof JsonObject written) {
            return read(id, 1, written);
        }
        String of = asked.text("copyOf");
        Plan from = desk.plan(of)
                .orElseThrow(() -> RequestBody.wrong(
                        "copyOf", "的值 \"" + of + "\" 不是现有规划", "\"" + of + "\" is no plan that there is"));
        long year = asked.whole("firstYear");
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw RequestBody.wrong(
                    "firstYear",
                    "须为 " + FIRST_YEAR + " 至 " + LAST_YEAR + " 的年份",
                    "must be a year of " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return from.copied(id, PlanRequest.words(body, "name"), PlanRequest.words(body, "document"), (int) year);
    }

    private static Plan read(String id, long version, JsonObject written) {
        try {
            return PlanReading.read(id, version, written.encode());
        } catch (PlanFaultException e) {
            throw Problem.badRequest(e.words());
        }
    }

    JsonObject change(Question question) {
        question.allow();
        Plan before = plan(desk, question);
        JsonObject body = question.body();
        PlanRequest.require(body, "version", "plan");
        if (!(body.getValue("plan") instanceof JsonObject written)) {
            throw RequestBody.wrong("plan", "须为完整的规划", "must be the whole plan");
        }
        require(desk.change(
                read(before.id(), PlanRequest.version(body), written),
                question.viewer().person()));
        record(question, before.id(), AuditAction.PLAN_CHANGED, null);
        return told(plan(before.id()));
    }

    JsonObject state(Question question) {
        question.allow();
        Plan plan = plan(desk, question);
        List<Entry> entries = PlanRequest.entries(question.body());
        for (Entry entry : entries) {
            String park = entry.area().park();
            if (park != null) {
                parks.park(park);
            }
        }
        PlanSense.require(planning.board().questions(plan, entries), parks);
        require(desk.state(
                plan, entries, planning.figures().today(), question.viewer().person()));
        String period = entries.get(0).period().code();
        record(question, plan.id() + ":" + period, AuditAction.PLAN_VALUES_STATED, entries.size() + " values");
        return new JsonObject()
                .put("period", period)
                .put(
                        "values",
                        Json.array(
                                desk.statements(plan.id()).stream()
                                        .filter(s -> s.period().code().equals(period))
                                        .toList(),
                                s -> json.statement(s).put("target", s.target())));
    }

    private Plan plan(String id) {
        return desk.plan(id).orElseThrow();
    }

    private static void require(Done done) {
        if (done.refusal() != null) {
            throw PlanTexts.problem(done.refusal(), done.about());
        }
    }

    private void record(Question question, String what, AuditAction action, @Nullable String why) {
        audit.append(question.draft(action).on("plan", what).because(why));
    }
}
