package io.greenpark.objection.desk;

import static io.greenpark.alerts.TestPark.ENTERPRISE;
import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.ENERGY_DECLINE_BEHIND;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.accounting.intensity.AwaitedCorrection;
import io.greenpark.alerts.EnergyRows;
import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.outbox.LinksConfig;
import io.greenpark.objection.ObjectionConfig;
import io.greenpark.objection.calendar.WorkingDays;
import io.greenpark.objection.desk.Effects.Time;
import io.greenpark.objection.desk.Involvement.Involved;
import io.greenpark.objection.desk.Involvement.Part;
import io.greenpark.objection.desk.ObjectionDesk.Decider;
import io.greenpark.objection.desk.ObjectionDesk.Done;
import io.greenpark.objection.desk.ObjectionDesk.Filing;
import io.greenpark.objection.desk.ObjectionDesk.Ruling;
import io.greenpark.objection.form.Correction;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionMark;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.objection.form.ObjectionStep;
import io.greenpark.objection.form.Refusal;
import io.greenpark.objection.form.Thing;
import io.greenpark.objection.form.ThingKind;
import io.greenpark.objection.term.TermLoop;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.Step;
import io.greenpark.returns.closing.OpenPoint;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.SeriesPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of objections over real cases, on every database alike. */
class ObjectionDeskTest {
    private static final LinksConfig.Urls URLS =
            new LinksConfig.Urls("https://office.example", "https://firms.example");
    private static final Bilingual NAME = new Bilingual("锅炉氮氧化物", "boiler NOx");
    private static final Decider CHEN = new Decider("chen", "chen");

    @RegisterExtension
    final Timeline line = new Timeline(kind());

    private final List<Involved> involved = new ArrayList<>();
    private boolean dying;
    private ObjectionDesk desk;
    private TermLoop terms;
    private ObjectionMarks marks;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1).evaluate();
        reopen();
    }

    private static final WorkingDays WEEKDAYS = day -> day.getDayOfWeek().getValue() <= 5;

    /** As a process that begins anew on what the books have. */
    private void reopen() {
        ObjectionConfig config = ObjectionConfig.defaults();
        ObjectionLetters letters = new ObjectionLetters(line, line.letters(), URLS);
        Effects effects = new Dying(new VoidedFigures(line, line.voids()));
        desk = new ObjectionDesk(line.books(), line, WEEKDAYS, one -> involved, effects, letters, config, line.clock);
        terms = new TermLoop(
                line.books(),
                line,
                WEEKDAYS,
                letters,
                config,
                new CorrectedStatistics(line.books(), line, effects, line.clock),
                line.clock);
        marks = new SqlObjectionMarks(line.books());
    }

    /** Does what it should, and dies before anything of it is durable where it is to. */
    private final class Dying implements Effects {
        private final Effects effects;

        Dying(Effects effects) {
            this.effects = effects;
        }

        @Override
        public Optional<Time> time(Handle handle, Objection objection, Instant now) {
            return effects.time(handle, objection, now);
        }

        @Override
        public void uphold(BooksTx tx, Objection objection, Time time, @Nullable Correction correction, Instant now) {
            effects.uphold(tx, objection, time, correction, now);
            if (dying) {
                throw new IllegalStateException("killed");
            }
        }

        @Override
        public boolean correct(BooksTx tx, Objection objection, AwaitedCorrection.End end) {
            return effects.correct(tx, objection, end);
        }
    }

    private static Thing caseOf(Case c) {
        return new Thing(ThingKind.CASE, c.id());
    }

    private Objection filed(Thing thing) {
        Done done = desk.file(new Filing(ENTERPRISE, thing, NAME, "标定期间的数据", "li"));
        assertThat(done.refusal()).isNull();
        return Objects.requireNonNull(done.now());
    }

    private Done decide(Objection one, ObjectionState state, @Nullable Time part) {
        return desk.decide(one.number(), one.version(), CHEN, new Ruling(state, "标定记录属实", "HJ 75-2017 第 12 条", part));
    }

    private List<String> letters() {
        return line.books().read(handle -> handle.createQuery(
                        "SELECT about, step, target, subject FROM letter_outbox ORDER BY created_ms, about, step")
                .map((row, context) -> row.getString("target") + " " + row.getString("subject"))
                .list());
    }

    private List<ObjectionStep.Kind> steps(Objection one) {
        return desk.steps(one.number()).stream().map(ObjectionStep::kind).toList();
    }

    @Test
    void one_gets_a_number_and_five_working_days_and_both_sides_are_told() {
        Objection one = filed(caseOf(line.only(LIMIT_EXCEEDED)));
        assertThat(one.number()).isEqualTo("YY-2026-0001");
        assertThat(one.dueAt()).as("filed on a Monday").isEqualTo(time("2026-12-01T00:00"));
        assertThat(letters())
                .anyMatch(l -> l.startsWith("li@tool-works.example") && l.contains("异议已受理：YY-2026-0001"))
                .anyMatch(l -> l.startsWith("wang@east.example") && l.contains("YY-2026-0001"))
                .hasSize(2);
        assertThat(filed(new Thing(ThingKind.LIMIT, "nox-hour")).number()).isEqualTo("YY-2026-0002");
    }

    @Test
    void the_same_thing_twice_is_one_objection() {
        Objection one = filed(caseOf(line.only(LIMIT_EXCEEDED)));
        Done again = desk.file(new Filing(ENTERPRISE, one.thing(), NAME, "again", "li"));
        assertThat(again.refusal()).isEqualTo(Refusal.ALREADY_OPEN);
        assertThat(Objects.requireNonNull(again.now()).number()).isEqualTo(one.number());
        assertThat(letters()).hasSize(2);
    }

    @Test
    void numbers_begin_anew_with_the_year_of_the_district() {
        filed(new Thing(ThingKind.LIMIT, "nox-hour"));
        line.at("2027-01-01T00:30");
        assertThat(filed(new Thing(ThingKind.TARGET, "t")).number()).isEqualTo("YY-2027-0001");
    }

    @Test
    void an_upheld_objection_to_a_case_withdraws_it_and_tells() {
        Objection one = filed(caseOf(line.only(LIMIT_EXCEEDED)));
        line.at("2026-11-24T09:00");
        Done done = decide(one, ObjectionState.UPHELD, null);
        assertThat(done.refusal()).isNull();
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(RAISED, WITHDRAWN);
        assertThat(line.only(LIMIT_EXCEEDED).text().zh()).startsWith("企业异议 YY-2026-0001 成立");
        assertThat(line.notifications()).contains("limit-exceeded WITHDRAWN");
        assertThat(letters()).anyMatch(l -> l.startsWith("li@tool-works.example") && l.contains("异议成立：YY-2026-0001"));
        assertThat(steps(one)).containsExactly(ObjectionStep.Kind.FILED, ObjectionStep.Kind.UPHELD);
    }

    @Test
    void an_upheld_objection_to_means_takes_back_what_was_said_of_them_whatever_comes_later() {
        Objection one = filed(Thing.mean(NOX, Step.HOUR, time("2026-11-23T10:00"), time("2026-11-23T11:00")));
        decide(one, ObjectionState.UPHELD, null);
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.WITHDRAWN);
        line.at("2026-11-23T12:30").hour(NOX, "2026-11-23T10:00", "300", 1).evaluate();
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.WITHDRAWN);
    }

    @Test
    void one_that_is_right_in_part_says_of_which_time_and_the_rest_stands() {
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "230", 1).evaluate();
        Objection one = filed(caseOf(line.only(LIMIT_EXCEEDED)));
        assertThat(decide(one, ObjectionState.PARTLY, null).refusal()).isEqualTo(Refusal.PART_MISSING);
        Time outside = new Time(time("2026-11-22T10:00"), time("2026-11-23T11:00"));
        assertThat(decide(one, ObjectionState.PARTLY, outside).refusal()).isEqualTo(Refusal.PART_OUTSIDE);
        Time second = new Time(time("2026-11-23T11:00"), time("2026-11-23T12:00"));
        assertThat(decide(one, ObjectionState.REJECTED, second).refusal()).isEqualTo(Refusal.PART_OUTSIDE);
        assertThat(decide(one, ObjectionState.PARTLY, second).refusal()).isNull();
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
        assertThat(line.only(LIMIT_EXCEEDED).figure()).isEqualByComparingTo("212");
    }

    @Test
    void a_rejected_or_withdrawn_one_changes_nothing_else() {
        Case before = line.only(LIMIT_EXCEEDED);
        Objection one = filed(caseOf(before));
        decide(one, ObjectionState.REJECTED, null);
        Objection two = filed(caseOf(before));
        assertThat(desk.withdraw(two.number(), two.version(), null, "li").refusal())
                .isNull();
        assertThat(line.only(LIMIT_EXCEEDED)).isEqualTo(before);
        assertThat(letters()).anyMatch(l -> l.contains("异议不成立")).anyMatch(l -> l.contains("异议已撤回"));
    }

    @Test
    void who_was_involved_does_not_decide_be_it_by_another_name() {
        Objection one = filed(caseOf(line.only(LIMIT_EXCEEDED)));
        involved.add(new Involved("chen", Part.OWNS_CASE));
        assertThat(decide(one, ObjectionState.REJECTED, null))
                .isEqualTo(new Done(Refusal.INVOLVED, one, List.copyOf(involved)));
        Decider key = new Decider("key-7", "chen");
        assertThat(desk.decide(one.number(), 1, key, new Ruling(ObjectionState.UPHELD, "w", "b", null))
                        .refusal())
                .isEqualTo(Refusal.INVOLVED);
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
    }

    @Test
    void what_has_ended_or_changed_since_it_was_seen_is_not_decided() {
        Objection one = filed(caseOf(line.only(LIMIT_EXCEEDED)));
        assertThat(desk.withdraw(one.number(), 7, null, "li").refusal()).isEqualTo(Refusal.STALE);
        desk.withdraw(one.number(), 1, "误会", "li");
        assertThat(decide(one, ObjectionState.UPHELD, null).refusal()).isEqualTo(Refusal.ENDED);
        assertThat(desk.withdraw("YY-2026-0009", 1, null, "li").refusal()).isEqualTo(Refusal.UNKNOWN);
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
    }

    @Test
    void a_process_that_dies_while_deciding_has_decided_nothing_and_told_nobody() {
        Objection one = filed(caseOf(line.only(LIMIT_EXCEEDED)));
        List<String> before = letters();
        dying = true;
        assertThatThrownBy(() -> decide(one, ObjectionState.UPHELD, null)).hasMessageContaining("killed");
        dying = false;
        line.restart();
        reopen();
        assertThat(desk.find(one.number())).contains(one);
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
        assertThat(letters()).isEqualTo(before);
        assertThat(decide(one, ObjectionState.UPHELD, null).refusal()).isNull();
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.WITHDRAWN);
    }

    /** August and September lag behind the target of the enterprise, and of its park. */
    private void behind() {
        for (Subject subject : List.of(Subject.enterprise(ENTERPRISE), Subject.park(TestPark.PARK))) {
            line.at("2026-10-20T09:00")
                    .month(subject, EnergyRows.behind("2026-08", "-1.2"))
                    .month(subject, EnergyRows.behind("2026-09", "-1.9"));
        }
        assertThat(line.cases(ENERGY_DECLINE_BEHIND)).hasSize(2).allMatch(c -> c.state() == Case.State.OPEN);
    }

    private Objection ofAugust() {
        return filed(new Thing(ThingKind.INTENSITY, ENTERPRISE, time("2026-08-01T00:00"), time("2026-09-01T00:00")));
    }

    private Done uphold(Objection one, AwaitedCorrection.Kind kind) {
        Correction correction = new Correction(kind, "8 月报表");
        return desk.decide(
                one.number(), one.version(), CHEN, new Ruling(ObjectionState.UPHELD, "倍率有误", "现场核对", null, correction));
    }

    private List<Case.State> ofTargets() {
        return line.cases(ENERGY_DECLINE_BEHIND).stream()
                .map(Case::state)
                .distinct()
                .toList();
    }

    @Test
    void a_month_that_was_wrong_is_held_against_no_target_until_somebody_says_what_came() {
        behind();
        Objection one = ofAugust();
        assertThat(decide(one, ObjectionState.UPHELD, null).refusal()).isEqualTo(Refusal.CORRECTION_MISSING);
        dying = true;
        assertThatThrownBy(() -> uphold(one, AwaitedCorrection.Kind.BILL)).hasMessageContaining("killed");
        dying = false;
        line.restart();
        reopen();
        assertThat(ofTargets()).containsExactly(Case.State.OPEN);
        assertThat(desk.correction(one.number())).isEmpty();

        assertThat(uphold(one, AwaitedCorrection.Kind.BILL).refusal()).isNull();
        assertThat(ofTargets()).as("September's year to date has August in it").containsExactly(Case.State.WITHDRAWN);
        int told = line.notifications().size();
        behindStill("-1.5");
        line.restart();
        reopen();
        terms.step();
        assertThat(ofTargets()).as("late data, a restart").containsExactly(Case.State.WITHDRAWN);
        assertThat(line.notifications()).hasSize(told);

        assertThat(desk.correct(one.number(), "账单已补录", "chen").refusal()).isNull();
        assertThat(desk.correct(one.number(), "账单已补录", "chen").refusal()).isEqualTo(Refusal.NOT_AWAITED);
        line.evaluate();
        assertThat(line.cases(ENERGY_DECLINE_BEHIND).stream()
                        .filter(c -> c.state() == Case.State.OPEN)
                        .map(c -> c.about().scope()))
                .containsExactlyInAnyOrder(Subject.Scope.ENTERPRISE, Subject.Scope.PARK);
        assertThat(steps(one))
                .containsExactly(ObjectionStep.Kind.FILED, ObjectionStep.Kind.UPHELD, ObjectionStep.Kind.CORRECTED);
    }

    private void behindStill(String change) {
        for (Subject subject : List.of(Subject.enterprise(ENTERPRISE), Subject.park(TestPark.PARK))) {
            line.month(subject, EnergyRows.behind("2026-09", change));
        }
    }

    @Test
    void a_correction_is_named_of_months_alone() {
        Objection one = filed(caseOf(line.only(LIMIT_EXCEEDED)));
        assertThat(uphold(one, AwaitedCorrection.Kind.OPEN).refusal()).isEqualTo(Refusal.CORRECTION_NEEDLESS);
    }

    private List<SeriesPoint> series(Objection one) {
        return line.books().read(handle -> new ObjectionSeries(line)
                .points(handle, List.of(new Mark(Mark.Kind.OBJECTION, one.number(), 0, 1))));
    }

    @Test
    void a_figure_that_is_objected_to_is_a_point_of_a_series_and_a_new_state_takes_the_place_of_the_one_before() {
        Objection one = filed(Thing.mean(NOX, Step.HOUR, time("2026-11-23T10:00"), time("2026-11-23T11:00")));
        Objection limit = filed(new Thing(ThingKind.LIMIT, "nox-hour"));
        SeriesPoint open = series(one).get(0);
        assertThat(open.measurement()).isEqualTo("objection");
        assertThat(open.timeMs()).isEqualTo(time("2026-11-23T10:00").toEpochMilli());
        assertThat(open.tags())
                .containsEntry("enterprise", ENTERPRISE)
                .containsEntry("point", NOX)
                .containsEntry("averaging", "hour")
                .containsEntry("number", one.number());
        assertThat(open.fields())
                .containsEntry("state", "OPEN")
                .containsEntry("end_ms", time("2026-11-23T11:00").toEpochMilli());
        assertThat(series(limit)).as("of no time").isEmpty();
        decide(one, ObjectionState.REJECTED, null);
        SeriesPoint over = series(one).get(0);
        assertThat(over.fields()).containsEntry("state", "REJECTED");
        assertThat(over.tags()).isEqualTo(open.tags());
        assertThat(over.timeMs()).isEqualTo(open.timeMs());
        ObjectionSeries all = new ObjectionSeries(line);
        assertThat(line.books()
                        .<List<String>, RuntimeException>read(handle -> all.subjects(handle, Mark.Kind.OBJECTION)))
                .as("filling an empty InfluxDB")
                .containsExactly(one.number());
    }

    private List<String> voidedMeans() {
        return line.books().read(handle -> handle.createQuery("SELECT point, from_ms, to_ms, objection FROM mean_void")
                .map((row, context) -> row.getString("point") + " " + Instant.ofEpochMilli(row.getLong("from_ms")) + " "
                        + Instant.ofEpochMilli(row.getLong("to_ms")) + " " + row.getString("objection"))
                .list());
    }

    @Test
    void hours_that_were_wrong_count_in_no_figure_of_their_day_and_month() {
        Objection one = filed(caseOf(line.only(LIMIT_EXCEEDED)));
        assertThat(new OpenObjections(line.books(), line, line.clock)
                        .of(Set.of(ENTERPRISE), time("2026-11-01T00:00"), time("2026-12-01T00:00")))
                .as("the month does not close in silence")
                .containsExactly(new OpenPoint(OpenPoint.Kind.OBJECTION, ENTERPRISE, null, one.number()));
        assertThat(new OpenObjections(line.books(), line, line.clock)
                        .of(Set.of(ENTERPRISE), time("2026-10-01T00:00"), time("2026-11-01T00:00")))
                .isEmpty();
        decide(one, ObjectionState.UPHELD, null);
        assertThat(voidedMeans())
                .containsExactly(
                        NOX + " " + time("2026-11-23T10:00") + " " + time("2026-11-23T11:00") + " " + one.number());
        assertThat(new OpenObjections(line.books(), line, line.clock)
                        .of(Set.of(ENTERPRISE), time("2026-11-01T00:00"), time("2026-12-01T00:00")))
                .isEmpty();
    }

    private List<String> notices() {
        return line.books().read(handle -> handle.createQuery("SELECT body FROM alert_outbox ORDER BY id")
                .mapTo(String.class)
                .list());
    }

    @Test
    void whoever_is_told_of_the_case_is_told_that_it_is_objected_to() {
        line.remarks(new ObjectionRemarks());
        Objection mean = filed(Thing.mean(NOX, Step.HOUR, time("2026-11-23T10:00"), time("2026-11-23T11:00")));
        Case about = line.only(LIMIT_EXCEEDED);
        assertThat(line.books()
                        .read(handle -> new ObjectionRemarks().of(handle, about))
                        .code())
                .isEqualTo(mean.number() + " OPEN");
        assertThat(notices()).noneMatch(body -> body.contains(mean.number()));
        decide(mean, ObjectionState.UPHELD, null);
        assertThat(notices()).anyMatch(body -> body.contains("企业已提出异议 " + mean.number() + "（成立）"));
    }

    private void looksTwiceAt(String local) {
        line.clock.set(time(local));
        terms.step();
        reopen();
        terms.step();
    }

    @Test
    void the_office_is_reminded_once_before_the_term_and_its_passing_is_noted_once() {
        Objection one = filed(caseOf(line.only(LIMIT_EXCEEDED)));
        looksTwiceAt("2026-11-27T08:59");
        assertThat(steps(one)).containsExactly(ObjectionStep.Kind.FILED);
        looksTwiceAt("2026-11-27T09:00");
        looksTwiceAt("2026-11-30T23:59");
        assertThat(steps(one)).containsExactly(ObjectionStep.Kind.FILED, ObjectionStep.Kind.REMINDED);
        looksTwiceAt("2026-12-01T00:00");
        looksTwiceAt("2026-12-05T00:00");
        assertThat(steps(one))
                .containsExactly(ObjectionStep.Kind.FILED, ObjectionStep.Kind.REMINDED, ObjectionStep.Kind.OVERDUE);
        assertThat(letters().stream().filter(l -> l.startsWith("wang@east.example")))
                .hasSize(3)
                .anyMatch(l -> l.contains("异议即将到期"))
                .anyMatch(l -> l.contains("异议逾期未决"));
    }

    @Test
    void nobody_is_reminded_of_what_was_decided_and_of_what_was_missed_only_the_last_is_told() {
        Objection one = filed(caseOf(line.only(LIMIT_EXCEEDED)));
        decide(one, ObjectionState.REJECTED, null);
        Objection late = filed(new Thing(ThingKind.LIMIT, "nox-hour"));
        looksTwiceAt("2026-12-09T10:00");
        assertThat(steps(one)).doesNotContain(ObjectionStep.Kind.REMINDED, ObjectionStep.Kind.OVERDUE);
        assertThat(steps(late)).containsExactly(ObjectionStep.Kind.FILED, ObjectionStep.Kind.OVERDUE);
    }

    @Test
    void what_is_objected_to_is_marked_an_open_one_first_and_a_withdrawn_one_not() {
        Thing thing = caseOf(line.only(LIMIT_EXCEEDED));
        Objection one = filed(thing);
        assertThat(marks.of(ThingKind.CASE, Set.of(thing.id(), "another")).of(thing.id()))
                .isEqualTo(new ObjectionMark(one.number(), ObjectionState.OPEN));
        decide(one, ObjectionState.REJECTED, null);
        assertThat(marks.of(ThingKind.CASE, Set.of(thing.id())).of(thing.id()))
                .isEqualTo(new ObjectionMark(one.number(), ObjectionState.REJECTED));
        Objection two = filed(thing);
        assertThat(marks.of(ThingKind.CASE, Set.of(thing.id())).of(thing.id()))
                .isEqualTo(new ObjectionMark(two.number(), ObjectionState.OPEN));
        desk.withdraw(two.number(), 1, null, "li");
        assertThat(marks.of(ThingKind.CASE, Set.of(thing.id())).of(thing.id()))
                .isEqualTo(new ObjectionMark(one.number(), ObjectionState.REJECTED));
        assertThat(marks.of(ThingKind.CASE, Set.of("another")).of("another")).isNull();
    }

    @Test
    void a_figure_is_marked_in_its_own_time_only() {
        Instant ten = time("2026-11-23T10:00");
        Instant eleven = time("2026-11-23T11:00");
        Instant twelve = time("2026-11-23T12:00");
        filed(Thing.mean(NOX, Step.HOUR, ten, eleven));
        String id = Thing.meanId(NOX, Step.HOUR);
        MarkedThings day = marks.of(ThingKind.MEAN, Set.of(id), time("2026-11-23T00:00"), time("2026-11-24T00:00"));
        assertThat(day.of(id, ten, eleven)).isNotNull();
        assertThat(day.of(id, eleven, twelve)).isNull();
        assertThat(marks.of(ThingKind.MEAN, Set.of(id), eleven, twelve).isEmpty())
                .isTrue();
    }
}
