package io.greenpark.alerts.marking;

import static io.greenpark.alerts.TestPark.ANALYSER;
import static io.greenpark.alerts.TestPark.COD;
import static io.greenpark.alerts.TestPark.ENTERPRISE;
import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.LimitVerdicts;
import io.greenpark.alerts.marking.MarkRefused.Why;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.BooksKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Marks of own data, and what becomes of hours, days and cases by them. */
class MarkTimelineTest {
    private static final MarkTarget STACK = new MarkTarget(MarkTarget.Scope.OUTLET, "boiler");
    private static final MarkTarget WATER = new MarkTarget(MarkTarget.Scope.OUTLET, "outfall");
    private static final int EVERY_MINUTES = 5;

    @RegisterExtension
    final Timeline line = new Timeline(kind());

    private long offset = 1_000_000;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private static MarkDraft draft(MarkTarget target, MarkKind kind, String from, String to) {
        return new MarkDraft(target, List.of(), kind, time(from), time(to), "更换滤芯后校准", List.of("file-1"));
    }

    private DataMark submit(MarkTarget target, MarkKind kind, String from, String to) {
        return line.marks().submit(line.marks().newId(), draft(target, kind, from, to), "张伟", "张伟");
    }

    private DataMark accept(DataMark mark) {
        DataMark after = line.marks().decide(mark.id(), true, "记录属实", "王芳", "王芳");
        line.evaluate();
        return after;
    }

    /** A value every five minutes, that stands until the next. */
    private void values(String point, Unit unit, String from, int count, double value) {
        List<Reading> readings = new ArrayList<>();
        Instant at = time(from);
        for (int i = 0; i < count; i++) {
            readings.add(new Reading(
                    ENTERPRISE,
                    "analyser",
                    "value",
                    point,
                    value,
                    unit,
                    Flag.NORMAL,
                    at.toEpochMilli(),
                    at.toEpochMilli(),
                    Door.MQTT));
            at = at.plusSeconds(EVERY_MINUTES * 60L);
        }
        line.books().write(tx -> tx.readings().put(readings, new Position(0, offset++)));
    }

    /** An hour at 250 mg/m3 where 200 are allowed: a case. */
    private void exceeding() {
        values(NOX, Unit.MG_PER_M3, "2026-11-23T10:00", 12, 250);
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "250", 1).evaluate();
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
    }

    private Verdict verdict(String point, Step step, String start) {
        return new LimitVerdicts(line.books())
                .at(List.of(point), step, time(start))
                .get(point);
    }

    @Test
    void an_accepted_mark_of_more_than_a_quarter_of_an_hour_leaves_the_hour_unjudged_and_withdraws_its_case() {
        exceeding();
        DataMark mark = submit(STACK, MarkKind.CALIBRATION, "2026-11-23T10:10", "2026-11-23T10:40");
        line.evaluate();
        assertThat(mark.state()).isEqualTo(MarkState.SUBMITTED);
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
        DataMark accepted = accept(mark);
        assertThat(accepted.effect()).isEqualTo(MarkEffect.INVALID);
        Case withdrawn = line.only(LIMIT_EXCEEDED);
        assertThat(events(withdrawn)).containsExactly(RAISED, WITHDRAWN);
        assertThat(withdrawn.text().zh()).contains("企业已标记", "采信", mark.id(), "并非已恢复");
        Verdict verdict = verdict(NOX, Step.HOUR, "2026-11-23T10:00");
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.UNJUDGED);
        assertThat(verdict.figure()).isEqualByComparingTo("250");
        assertThat(Objects.requireNonNull(verdict.reason()).cause()).isEqualTo(Cause.MARKED);
        assertThat(verdict.reason().details()).containsEntry("marks", List.of(mark.id()));
        assertThat(line.notifications()).contains("limit-exceeded RAISED", "limit-exceeded WITHDRAWN");
    }

    @Test
    void what_a_short_mark_leaves_of_an_hour_is_judged_without_it() {
        values(NOX, Unit.MG_PER_M3, "2026-11-23T10:00", 2, 2_000);
        values(NOX, Unit.MG_PER_M3, "2026-11-23T10:10", 10, 150);
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "458", 1).evaluate();
        assertThat(line.only(LIMIT_EXCEEDED).figure()).isEqualByComparingTo("458");
        accept(submit(STACK, MarkKind.CALIBRATION, "2026-11-23T10:00", "2026-11-23T10:10"));
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.WITHDRAWN);
        Verdict verdict = verdict(NOX, Step.HOUR, "2026-11-23T10:00");
        assertThat(verdict.figure()).isEqualByComparingTo("150");
        assertThat(verdict.reason()).isNull();
        assertThat(verdict.coverage().measured()).isEqualTo(50 / 60.0);
    }

    @Test
    void marks_that_follow_each_other_are_one_time_whatever_their_labels() {
        exceeding();
        accept(submit(STACK, MarkKind.CALIBRATION, "2026-11-23T10:00", "2026-11-23T10:09"));
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
        accept(submit(STACK, MarkKind.MONITOR_FAULT, "2026-11-23T10:09", "2026-11-23T10:17"));
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.WITHDRAWN);
    }

    @Test
    void what_is_rejected_withdrawn_or_only_on_record_changes_nothing() {
        exceeding();
        DataMark rejected = submit(STACK, MarkKind.CALIBRATION, "2026-11-23T10:00", "2026-11-23T11:00");
        line.marks().decide(rejected.id(), false, "无校准记录", "王芳", "王芳");
        DataMark withdrawn = submit(STACK, MarkKind.POWER_CUT, "2026-11-23T10:00", "2026-11-23T11:00");
        line.marks().withdraw(withdrawn.id(), "张伟", "张伟");
        DataMark noted = accept(submit(STACK, MarkKind.TREATMENT_FAULT, "2026-11-23T10:00", "2026-11-23T11:00"));
        assertThat(noted.effect()).isEqualTo(MarkEffect.NONE);
        line.evaluate();
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(RAISED);
    }

    @Test
    void a_late_mark_is_kept_and_nobody_decides_it() {
        exceeding();
        line.at("2026-11-24T12:00");
        assertThat(submit(STACK, MarkKind.CALIBRATION, "2026-11-23T10:00", "2026-11-23T10:30")
                        .state())
                .isEqualTo(MarkState.SUBMITTED);
        line.at("2026-11-24T12:01");
        DataMark late = submit(STACK, MarkKind.CALIBRATION, "2026-11-23T10:00", "2026-11-23T11:00");
        assertThat(late.state()).isEqualTo(MarkState.LATE);
        assertThat(late.term()).isEqualTo(time("2026-11-24T12:00"));
        assertRefused(Why.DECIDED, () -> accept(late), "逾期");
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
    }

    @Test
    void a_revoked_acceptance_lets_the_time_be_judged_after_all() {
        exceeding();
        DataMark mark = accept(submit(STACK, MarkKind.CALIBRATION, "2026-11-23T10:00", "2026-11-23T11:00"));
        line.at("2026-11-26T16:00");
        line.marks().revoke(mark.id(), "现场核实当时未校准", "赵强", "赵强");
        line.evaluate();
        assertThat(line.cases(LIMIT_EXCEEDED))
                .anySatisfy(c -> {
                    assertThat(c.state()).isEqualTo(Case.State.OPEN);
                    assertThat(events(c)).containsExactly(RAISED);
                })
                .anySatisfy(c -> assertThat(events(c)).containsExactly(RAISED, WITHDRAWN));
        assertThat(verdict(NOX, Step.HOUR, "2026-11-23T10:00").outcome()).isEqualTo(Verdict.Outcome.RAISES);
    }

    @Test
    void a_day_is_judged_by_the_hours_that_are_left_if_they_are_enough() {
        values(COD, Unit.MG_PER_L, "2026-11-22T00:00", 48, 400);
        values(COD, Unit.MG_PER_L, "2026-11-22T04:00", 240, 80);
        line.at("2026-11-23T08:00").day(COD, "2026-11-22", "133", 1).evaluate();
        assertThat(line.only(LIMIT_EXCEEDED).figure()).isEqualByComparingTo("133");
        DataMark four = accept(submit(WATER, MarkKind.MONITOR_FAULT, "2026-11-22T00:00", "2026-11-22T03:50"));
        // Of the hour from three on ten minutes are left, which is too little of it.
        assertThat(verdict(COD, Step.DAY, "2026-11-22T00:00").figure()).isEqualByComparingTo("80");
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.WITHDRAWN);
        accept(submit(WATER, MarkKind.POWER_CUT, "2026-11-22T20:00", "2026-11-22T23:00"));
        Verdict verdict = verdict(COD, Step.DAY, "2026-11-22T00:00");
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.UNJUDGED);
        assertThat(Objects.requireNonNull(verdict.reason()).text().en()).contains(four.id());
    }

    @Test
    void an_exemption_lasts_no_longer_than_its_rule_lets_it_and_all_of_a_year() {
        exempting("1h", "90m");
        exceeding();
        DataMark first = accept(submit(STACK, MarkKind.START_UP, "2026-11-23T09:00", "2026-11-23T10:40"));
        assertThat(first.effectTo()).isEqualTo(time("2026-11-23T10:00"));
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
        DataMark second = accept(submit(STACK, MarkKind.START_UP, "2026-11-23T10:00", "2026-11-23T11:00"));
        assertThat(second.effectTo()).isEqualTo(time("2026-11-23T10:30"));
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.WITHDRAWN);
        DataMark third = accept(submit(STACK, MarkKind.SHUT_DOWN, "2026-11-23T10:30", "2026-11-23T11:00"));
        assertThat(third.effectTo()).isEqualTo(third.from());
    }

    @Test
    void a_devices_mark_leaves_out_nothing_more_once_its_outlets_took_all_of_the_year() {
        exempting("1h", "1h");
        exceeding();
        DataMark outlets = accept(submit(STACK, MarkKind.START_UP, "2026-11-23T09:00", "2026-11-23T10:00"));
        assertThat(outlets.effectTo()).isEqualTo(time("2026-11-23T10:00"));
        MarkTarget device = new MarkTarget(MarkTarget.Scope.DEVICE, ANALYSER);
        DataMark devices = accept(submit(device, MarkKind.START_UP, "2026-11-23T10:00", "2026-11-23T11:00"));
        assertThat(devices.effectTo()).isEqualTo(devices.from());
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
    }

    private void exempting(String longest, String perYear) {
        String rules = new MarkingRulesKind()
                .shipped()
                .replace("waste-incineration", "hardware-tools")
                .replace("\"4h\"", "\"" + longest + "\"")
                .replace("\"60h\"", "\"" + perYear + "\"");
        line.marks()
                .rules()
                .change(line.books(), line.clock, rules, 0, "li", "许可证载明")
                .orElseThrow();
    }

    @Test
    void who_made_a_mark_withdraws_it_another_one_decides_it_and_each_once() {
        exceeding();
        DataMark mark = submit(STACK, MarkKind.CALIBRATION, "2026-11-23T10:00", "2026-11-23T11:00");
        assertRefused(Why.NOT_YOURS, () -> line.marks().withdraw(mark.id(), "王芳", "王芳"), "标记人");
        assertRefused(Why.NOT_YOURS, () -> line.marks().decide(mark.id(), true, "", "张伟", "张伟"), "标记人");
        accept(mark);
        assertRefused(Why.DECIDED, () -> line.marks().decide(mark.id(), false, "改判", "赵强", "赵强"), "已采信");
        assertRefused(Why.DECIDED, () -> line.marks().withdraw(mark.id(), "张伟", "张伟"), "已采信");
    }

    @Test
    void what_cannot_be_marked_is_refused_with_what_to_do() {
        exceeding();
        assertRefused(
                Why.MALFORMED,
                () -> submit(STACK, MarkKind.CALIBRATION, "2026-11-23T10:00", "2026-11-23T11:30"),
                "不能晚于现在");
        assertRefused(
                Why.MALFORMED,
                () -> submit(STACK, MarkKind.CALIBRATION, "2026-11-23T11:00", "2026-11-23T10:00"),
                "晚于 \"from\"");
        assertRefused(
                Why.MALFORMED,
                () -> submit(STACK, MarkKind.CALIBRATION, "2026-11-10T11:00", "2026-11-23T10:00"),
                "168 小时");
        MarkTarget nowhere = new MarkTarget(MarkTarget.Scope.DEVICE, "nowhere");
        assertRefused(
                Why.MALFORMED,
                () -> submit(nowhere, MarkKind.CALIBRATION, "2026-11-23T10:00", "2026-11-23T11:00"),
                "不在登记册中");
        MarkDraft bare = new MarkDraft(
                STACK,
                List.of(COD),
                MarkKind.CALIBRATION,
                time("2026-11-23T10:00"),
                time("2026-11-23T10:10"),
                "校准",
                List.of());
        assertRefused(Why.MALFORMED, () -> line.marks().require(bare, "张伟"), "不是 \"boiler\" 的监测点");
        MarkDraft noFile =
                new MarkDraft(STACK, List.of(NOX), bare.kind(), bare.from(), bare.to(), bare.reason(), List.of());
        assertRefused(Why.MALFORMED, () -> line.marks().require(noFile, "张伟"), "须附照片");
    }

    private static void assertRefused(Why why, Runnable act, String words) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(MarkRefused.class, refused -> {
            assertThat(refused.why()).isEqualTo(why);
            assertThat(refused.words().zh()).contains(words);
        });
    }

    @Test
    void the_enterprise_is_told_of_a_decision_once_with_word_and_effect() {
        exceeding();
        DataMark mark = submit(STACK, MarkKind.CALIBRATION, "2026-11-23T10:00", "2026-11-23T11:00");
        accept(mark);
        List<String> letters = line.books()
                .read(handle -> handle.createQuery("SELECT body FROM letter_outbox WHERE about = :about")
                        .bind("about", "data-mark/" + mark.id())
                        .mapTo(String.class)
                        .list());
        assertThat(letters).singleElement().satisfies(body -> assertThat(body)
                .contains("记录属实", "不作超标判定依据", "不代替在国家、省自动监控平台上的标记"));
    }

    @Test
    void the_same_mark_sent_again_is_found_and_lists_say_what_waits() {
        exceeding();
        MarkDraft draft = draft(STACK, MarkKind.CALIBRATION, "2026-11-23T10:00", "2026-11-23T11:00");
        assertThat(line.marks().same(draft, "张伟")).isEmpty();
        DataMark mark = line.marks().submit(line.marks().newId(), draft, "张伟", "张伟");
        assertThat(line.marks().same(draft, "张伟")).contains(mark);
        assertThat(line.marks().find(mark.id())).contains(mark);
        MarkFilter waiting = MarkFilter.of(List.of(ENTERPRISE), MarkState.SUBMITTED);
        assertThat(line.marks().list(waiting, 10)).containsExactly(mark);
        assertThat(line.marks().count(waiting)).isOne();
        assertThat(line.marks().count(MarkFilter.of(List.of("press-works"), MarkState.SUBMITTED)))
                .isZero();
        assertThat(line.marks().count(MarkFilter.of(List.of(), MarkState.SUBMITTED)))
                .isZero();
        MarkFilter ofPoint =
                new MarkFilter(null, Set.of(), STACK, NOX, time("2026-11-23T10:59"), time("2026-11-23T12:00"));
        assertThat(line.marks().list(ofPoint, 10)).containsExactly(mark);
    }

    private List<String> subjects() {
        return line.books().read(handle -> handle.createQuery(
                        "SELECT subject FROM letter_outbox WHERE about LIKE 'data-marks/%' ORDER BY created_ms, target")
                .mapTo(String.class)
                .list());
    }

    @Test
    void the_park_is_told_every_morning_of_what_waits_and_of_nothing_otherwise() {
        line.markDigestAt("2026-11-23T08:29").markDigestAt("2026-11-23T08:31");
        exceeding();
        DataMark mark = submit(STACK, MarkKind.CALIBRATION, "2026-11-23T10:00", "2026-11-23T11:00");
        line.markDigestAt("2026-11-23T11:20").markDigestAt("2026-11-24T08:29");
        assertThat(subjects()).isEmpty();
        line.markDigestAt("2026-11-24T08:30").markDigestAt("2026-11-24T09:30");
        assertThat(subjects()).singleElement().asString().contains("东区工业园", "1 件");
        line.markDigestAt("2026-11-27T08:30");
        String body = line.books().read(handle -> handle.createQuery(
                        "SELECT max(body) FROM letter_outbox WHERE about LIKE 'data-marks/%27'")
                .mapTo(String.class)
                .one());
        assertThat(body).contains("1 件已超过审核时限");
        accept(mark);
        line.markDigestAt("2026-11-28T08:30");
        assertThat(subjects()).hasSize(2);
    }
}
