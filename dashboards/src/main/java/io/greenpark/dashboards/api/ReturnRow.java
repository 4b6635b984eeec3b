package io.greenpark.dashboards.api;

import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.objection.form.ObjectionMark;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.form.MonthlyReturn;
import io.greenpark.returns.form.ReturnState;
import io.greenpark.returns.form.Signature;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How an enterprise stands with its return of a period.
 *
 * @param begun null where nobody has
 * @param due the day by which it is to be submitted
 * @param late whether that day is over and it is the enterprise's turn
 * @param reminded when it was last reminded; null where it was not
 * @param objection that the enterprise objects to a figure of the period, or did; null where it does not
 */
record ReturnRow(
        Enterprise enterprise,
        ReturnPeriod period,
        @Nullable MonthlyReturn begun,
        LocalDate due,
        boolean late,
        @Nullable Instant reminded,
        @Nullable ObjectionMark objection) {
    ReturnState state() {
        return begun == null ? ReturnState.NOT_BEGUN : begun.state();
    }

    private @Nullable Signature signature() {
        return begun == null ? null : begun.signature();
    }

    private int asked() {
        return begun == null ? 0 : begun.asked().size();
    }

    private Bilingual contacts() {
        return Bilingual.same(enterprise.contacts().stream()
                .map(c -> c.email() == null ? c.name() : c.name() + " <" + c.email() + ">")
                .collect(Collectors.joining("; ")));
    }

    JsonObject json(Registry registry) {
        ZoneId zone = registry.parkOf(enterprise).time().zone();
        Signature signature = signature();
        return new JsonObject()
                .put("enterprise", Json.named(enterprise.id(), enterprise.name()))
                .put(
                        "park",
                        Json.named(
                                enterprise.parkId(), registry.parkOf(enterprise).name()))
                .put("period", period.code())
                .put("state", state().name())
                .put("asked", asked())
                .put("dueOn", due.toString())
                .put("late", late)
                .put("signedBy", signature == null ? null : signature.name())
                .put("signedAt", signature == null ? null : Json.time(signature.at(), zone))
                .put("remindedAt", Json.time(reminded, zone))
                .put("objection", ObjectionTexts.mark(objection))
                .put("contacts", Json.array(enterprise.contacts(), this::contact));
    }

    private JsonObject contact(Contact contact) {
        return new JsonObject()
                .put(
                        "id",
                        DocumentKey.contact(Subject.enterprise(enterprise.id()), contact.name())
                                .id())
                .put("name", contact.name())
                .put("email", contact.email());
    }

    static List<Column<ReturnRow>> columns(Registry registry) {
        return List.of(
                Column.text("enterprise", new Bilingual("企业", "Enterprise"), r -> Cell.words(r.enterprise.name())),
                Column.text(
                        "park",
                        new Bilingual("园区", "Park"),
                        r -> Cell.words(registry.parkOf(r.enterprise).name())),
                Column.text("period", new Bilingual("所属期", "Period"), r -> Cell.code(r.period.code())),
                Column.text("state", new Bilingual("状态", "State"), r -> Cell.words(ReturnTexts.of(r.state()))),
                Column.number("asked", new Bilingual("疑问数", "Questions asked"), 0, r -> Cell.number(r.asked())),
                Column.text("dueOn", new Bilingual("截止日", "Due on"), r -> new Cell.Day(r.due)),
                Column.text("late", new Bilingual("逾期", "Late"), r -> Cell.truth(r.late)),
                Column.text(
                        "signedBy",
                        new Bilingual("填报人", "Signed by"),
                        r -> Cell.code(
                                r.signature() == null ? null : r.signature().name())),
                Column.text(
                        "signedAt",
                        new Bilingual("提交时间", "Submitted at"),
                        r -> Cell.time(
                                r.signature() == null ? null : r.signature().at(),
                                registry.parkOf(r.enterprise).time().zone())),
                Column.text(
                        "remindedAt",
                        new Bilingual("最近提醒", "Last reminded"),
                        r -> Cell.time(
                                r.reminded, registry.parkOf(r.enterprise).time().zone())),
                Column.text(
                        "objection",
                        new Bilingual("异议", "Objection"),
                        r -> Cell.words(ObjectionTexts.words(r.objection))),
                Column.text(
                        "contacts",
                        new Bilingual("联系人", "Contacts"),
                        r -> r.enterprise.contacts().isEmpty() ? null : Cell.words(r.contacts())));
    }
}
