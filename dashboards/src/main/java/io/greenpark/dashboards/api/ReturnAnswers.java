package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.objection.form.ObjectionMark;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.viewer.DocumentScope;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.returns.desk.ReturnDesk;
import io.greenpark.returns.desk.ReturnDesk.Done;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.form.MonthlyReturn;
import io.greenpark.returns.form.ReturnState;
import io.greenpark.returns.form.Signature;
import io.greenpark.returns.reminder.ReminderTable;
import io.greenpark.store.books.Books;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Monthly returns: of all enterprises for a period, one of them, and the steps of enterprise and officer. */
final class ReturnAnswers {
    private final Parks parks;
    private final Scope scope;
    private final ReturnDesk desk;
    private final Books books;
    private final AuditLog audit;
    private final ReturnJson json;
    private final ShownObjections objections;
    private final Clock clock;

    ReturnAnswers(ConsoleSources sources, Scope scope, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.scope = scope;
        this.desk = sources.returns();
        this.books = sources.books();
        this.audit = sources.audit();
        this.objections = new ShownObjections(sources.objectionMarks());
        this.json = new ReturnJson(parks, desk, objections);
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, "month", "park", "state", "late");
        LocalDate today = parks.districtTime().dayOf(clock.instant());
        ReturnPeriod period =
                question.month("month").map(ReturnPeriod::with).orElseGet(() -> ReturnPeriod.newestOver(today));
        Optional<Park> park = question.text("park").map(parks::park);
        Set<ReturnState> states = question.choices("state", ReturnState.class).orElse(Set.of(ReturnState.values()));
        boolean lateOnly = question.flag("late");
        List<ReturnRow> all = rows(period, today, park);
        List<ReturnRow> rows = all.stream()
                .filter(row -> states.contains(row.state()) && (row.late() || !lateOnly))
                .toList();
        Listing<ReturnRow> listing = new Listing<>(
                new Bilingual("月度填报", "Monthly returns"),
                ReturnRow.columns(parks.registry()),
                row -> row.enterprise().id(),
                rows);
        JsonObject about = new JsonObject()
                .put("month", period.code())
                .put("joint", period.isJoint())
                .put("dueOn", period.dayAfter(desk.config().dueDay()).toString())
                .put("states", counts(all))
                .put("late", all.stream().filter(ReturnRow::late).count());
        return new TableReply(question, clock, parks.districtZone())
                .of(listing, "greenpark-returns-" + period.code(), about, row -> row.json(parks.registry()));
    }

    private List<ReturnRow> rows(ReturnPeriod period, LocalDate today, Optional<Park> park) {
        Map<String, MonthlyReturn> begun =
                desk.of(period).stream().collect(Collectors.toMap(MonthlyReturn::enterpriseId, Function.identity()));
        Map<String, Instant> reminded = books.read(handle -> ReminderTable.last(handle, period));
        LocalDate due = period.dayAfter(desk.config().dueDay());
        Map<String, ObjectionMark> objected = objected(period);
        return parks.registry().facts().enterprises().stream()
                .filter(e -> park.isEmpty() || e.parkId().equals(park.get().id()))
                .filter(e -> desk.isExpected(e) || begun.containsKey(e.id()))
                .map(e -> row(e, period, begun.get(e.id()), due, today, reminded.get(e.id()), objected.get(e.id())))
                .toList();
    }

    /** Of the enterprises that are seen: each month as its park has it. */
    private Map<String, ObjectionMark> objected(ReturnPeriod period) {
        List<YearMonth> months = period.months();
        ParkTime time = parks.districtTime();
        return objections.months(
                parks.registry().facts().enterprises().stream()
                        .map(Enterprise::id)
                        .toList(),
                time.startOf(months.get(0)),
                time.startOf(months.get(months.size() - 1).plusMonths(1)));
    }

    private ReturnRow row(
            Enterprise enterprise,
            ReturnPeriod period,
            @Nullable MonthlyReturn begun,
            LocalDate due,
            LocalDate today,
            @Nullable Instant reminded,
            @Nullable ObjectionMark objection) {
        boolean open = begun == null || begun.state().isOpen();
        boolean late = open && today.isAfter(due) && desk.isExpected(enterprise);
        return new ReturnRow(enterprise, period, begun, due, late, reminded, objection);
    }

    private static JsonObject counts(List<ReturnRow> rows) {
        Map<ReturnState, Long> counts = new EnumMap<>(ReturnState.class);
        for (ReturnState state : ReturnState.values()) {
            counts.put(state, 0L);
        }
        rows.forEach(row -> counts.merge(row.state(), 1L, Long::sum));
        JsonObject json = new JsonObject();
        counts.forEach((state, count) -> json.put(state.name(), count));
        return json;
    }

    JsonObject one(Question question) {
        question.allow();
        return json.of(desk.look(enterprise(question), period(question)));
    }

    JsonObject save(Question question) {
        question.allow();
        String enterprise = enterprise(question);
        ReturnPeriod period = period(question);
        ReturnRequest asked = new ReturnRequest(question.body());
        return told(desk.save(
                enterprise,
                period,
                asked.version(),
                asked.draft(desk.config().uses()),
                question.viewer().person()));
    }

    JsonObject submit(Question question) {
        question.allow();
        String enterprise = enterprise(question);
        RequestBody asked = new RequestBody(question, "version", "signer", "confirmed");
        if (!asked.flag("confirmed")) {
            throw RequestBody.wrong(
                    "confirmed", "须为 true：填报人对数据的真实性负责", "must be true: whoever signs answers for the figures");
        }
        String signer = asked.text("signer");
        if (signer.length() > 100) {
            throw RequestBody.wrong("signer", "最多 100 个字符", "has at most 100 characters");
        }
        Signature signature = new Signature(signer, question.viewer().person(), clock.instant());
        Done done = desk.submit(enterprise, period(question), asked.version(), signature);
        record(question, done, AuditAction.RETURN_SUBMITTED, null);
        return told(done);
    }

    JsonObject decide(Question question) {
        question.allow();
        String enterprise = enterprise(question);
        RequestBody asked = new RequestBody(question, "version", "verdict", "words");
        String words = asked.textOrNull("words").orElse(null);
        Viewer by = question.viewer();
        switch (asked.text("verdict")) {
            case "returned" -> {
                String why = asked.text("words");
                Done done = desk.giveBack(enterprise, period(question), asked.version(), why, by.person());
                record(question, done, AuditAction.RETURN_GIVEN_BACK, why);
                return told(done);
            }
            case "accepted" -> {
                Done done = desk.accept(
                        enterprise,
                        period(question),
                        asked.version(),
                        words,
                        by.person(),
                        by.account(),
                        DocumentScope.reach(scope));
                record(question, done, AuditAction.RETURN_ACCEPTED, words);
                return told(done);
            }
            default -> throw RequestBody.wrong("verdict", "须为 accepted 或 returned", "must be accepted or returned");
        }
    }

    private void record(Question question, Done done, AuditAction action, @Nullable String why) {
        if (done.refusal() != null) {
            return;
        }
        MonthlyReturn now = done.now();
        audit.append(question.draft(action)
                .on("return", now.enterpriseId() + ":" + now.period().code())
                .because(why));
        EditResult result = done.result();
        if (result != null && !result.fates().isEmpty()) {
            audit.append(question.draft(AuditAction.REGISTRY_CHANGED)
                    .on("registry-change", String.valueOf(result.number()))
                    .because(why));
        }
    }

    private JsonObject told(Done done) {
        if (done.refusal() != null) {
            throw ReturnTexts.problem(done.refusal(), done, json.closed(done.now()));
        }
        return json.of(done.now());
    }

    private String enterprise(Question question) {
        return parks.enterprise(question.id()).id();
    }

    private ReturnPeriod period(Question question) {
        String text = Objects.requireNonNull(question.path().get("period"));
        YearMonth month = Dates.month("period", text);
        LocalDate today = desk.today(question.id());
        ReturnPeriod period = ReturnPeriod.with(month);
        if (period.months().get(0).isAfter(YearMonth.from(today))) {
            throw Problem.badRequest(new Bilingual(
                    "所属期 " + text + " 尚未开始；请选择本月或更早的月份",
                    "period " + text + " has not begun; take this month or an earlier one"));
        }
        return period;
    }
}
