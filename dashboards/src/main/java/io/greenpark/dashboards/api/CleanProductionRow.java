package io.greenpark.dashboards.api;

import io.greenpark.cleanproduction.desk.Snapshot;
import io.greenpark.cleanproduction.round.Audits;
import io.greenpark.cleanproduction.round.Deadline;
import io.greenpark.cleanproduction.round.Entry;
import io.greenpark.cleanproduction.round.Round;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an enterprise stands with clean production.
 *
 * @param park id of its park
 * @param next what comes next; null where nothing is to be done
 * @param owner who sees to that
 */
record CleanProductionRow(
        Audits audits,
        Bilingual name,
        String park,
        Bilingual parkName,
        State state,
        Audits.@Nullable Next next,
        Bilingual owner,
        JsonObject ownerJson,
        LocalDate today) {

    /** Where an enterprise stands. */
    enum State {
        /** On the approved list, and on no register. */
        UNLISTED,
        RUNNING,
        COVERED,
        DUE_AGAIN
    }

    static CleanProductionRow of(
            Snapshot snapshot,
            Audits audits,
            Bilingual name,
            String park,
            Bilingual parkName,
            CleanProductionStaff staff,
            LocalDate today) {
        return new CleanProductionRow(
                audits,
                name,
                park,
                parkName,
                state(audits, snapshot, today),
                audits.next(snapshot.terms()).orElse(null),
                staff.words(snapshot, audits),
                staff.json(snapshot, audits),
                today);
    }

    static State state(Audits audits, Snapshot snapshot, LocalDate today) {
        if (audits.isCovered(today, snapshot.terms())) {
            return State.COVERED;
        }
        if (audits.running().isPresent()) {
            return State.RUNNING;
        }
        return audits.newest().isPresent() ? State.DUE_AGAIN : State.UNLISTED;
    }

    boolean onList() {
        return audits.member() != null;
    }

    private @Nullable Round round() {
        return audits.newest().orElse(null);
    }

    private @Nullable Entry last() {
        Round round = round();
        return round == null
                ? null
                : round.steps().values().stream().reduce((one, later) -> later).orElse(null);
    }

    private @Nullable Deadline deadline() {
        return next == null ? null : next.deadline();
    }

    private @Nullable LocalDate due() {
        Deadline deadline = deadline();
        return deadline == null ? null : deadline.due();
    }

    boolean overdue() {
        Deadline deadline = deadline();
        return deadline != null && deadline.isOverdue(today);
    }

    private @Nullable Long daysLeft() {
        LocalDate due = due();
        return due == null ? null : ChronoUnit.DAYS.between(today, due);
    }

    private @Nullable AuditStep step() {
        return next == null ? null : next.step();
    }

    private Bilingual words(@Nullable AuditStep step) {
        return step == null ? Bilingual.same("") : step.named();
    }

    JsonObject json() {
        Round round = round();
        Entry last = last();
        return new JsonObject()
                .put("enterprise", Json.named(audits.enterprise(), name))
                .put("park", Json.named(park, parkName))
                .put("onList", onList())
                .put("state", state.name())
                .put(
                        "register",
                        round == null
                                ? null
                                : CleanProductionJson.code(round.listing().register()))
                .put(
                        "reasons",
                        round == null
                                ? new JsonArray()
                                : Json.array(List.copyOf(round.listing().reasons()), CleanProductionJson::code))
                .put("lastStep", last == null ? null : last.step().code())
                .put("lastOn", last == null ? null : last.on().toString())
                .put("nextStep", step() == null ? null : step().code())
                .put("ofEnterprise", step() == null ? null : step().ofEnterprise())
                .put("dueOn", due() == null ? null : due().toString())
                .put("daysLeft", daysLeft())
                .put("overdue", overdue())
                .put("owner", ownerJson);
    }

    static List<Column<CleanProductionRow>> columns() {
        return List.of(
                Column.text("enterprise", new Bilingual("企业", "Enterprise"), r -> Cell.words(r.name)),
                Column.text("park", new Bilingual("园区", "Park"), r -> Cell.words(r.parkName)),
                Column.text("onList", new Bilingual("在推行清单内", "On the list"), r -> Cell.truth(r.onList())),
                Column.text("state", new Bilingual("状态", "State"), r -> Cell.words(CleanProductionTexts.of(r.state))),
                Column.text(
                        "register",
                        new Bilingual("审核性质", "Register"),
                        r -> r.round() == null
                                ? null
                                : Cell.words(r.round().listing().register().named())),
                Column.text(
                        "reasons",
                        new Bilingual("强制原因", "Reasons"),
                        r -> r.round() == null || r.round().listing().reasons().isEmpty()
                                ? null
                                : Cell.words(CleanProductionTexts.of(
                                        r.round().listing().reasons()))),
                Column.text(
                        "lastStep",
                        new Bilingual("最近完成", "Last step"),
                        r -> r.last() == null
                                ? null
                                : Cell.words(r.last().step().named())),
                Column.text(
                        "lastOn",
                        new Bilingual("完成日期", "Taken on"),
                        r -> r.last() == null ? null : new Cell.Day(r.last().on())),
                Column.text(
                        "nextStep",
                        new Bilingual("下一步", "Next step"),
                        r -> r.step() == null ? null : Cell.words(r.words(r.step()))),
                Column.text(
                        "dueOn", new Bilingual("期限", "Due on"), r -> r.due() == null ? null : new Cell.Day(r.due())),
                Column.number(
                        "daysLeft",
                        new Bilingual("剩余天数", "Days left"),
                        0,
                        r -> r.daysLeft() == null ? null : Cell.number(r.daysLeft())),
                Column.text("overdue", new Bilingual("逾期", "Overdue"), r -> Cell.truth(r.overdue())),
                Column.text(
                        "owner", new Bilingual("承办", "Seen to by"), r -> r.next == null ? null : Cell.words(r.owner)));
    }
}
