package io.greenpark.dashboards.api;

import io.greenpark.cleanproduction.candidate.Evidence;
import io.greenpark.cleanproduction.order.Order;
import io.greenpark.cleanproduction.round.Audits;
import io.greenpark.cleanproduction.round.Deadline;
import io.greenpark.cleanproduction.round.Entry;
import io.greenpark.cleanproduction.round.Listing;
import io.greenpark.cleanproduction.round.Paper;
import io.greenpark.cleanproduction.round.Round;
import io.greenpark.cleanproduction.round.Term;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.cleanproduction.AuditStep;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Audits, terms and orders as JSON. */
final class CleanProductionJson {
    private final ZoneId zone;
    private final CleanProductionStaff staff;

    /** @param staff by whom names are told to whoever asks */
    CleanProductionJson(ZoneId zone, CleanProductionStaff staff) {
        this.zone = zone;
        this.staff = staff;
    }

    static @Nullable String code(@Nullable Enum<?> constant) {
        return constant == null ? null : EnumCode.of(constant);
    }

    static @Nullable JsonObject paper(@Nullable Paper paper) {
        return paper == null
                ? null
                : new JsonObject()
                        .put("number", paper.number())
                        .put("authority", paper.authority())
                        .put("attachment", paper.attachment());
    }

    static @Nullable JsonObject listing(@Nullable Listing listing) {
        return listing == null
                ? null
                : new JsonObject()
                        .put("register", code(listing.register()))
                        .put("reasons", Json.array(List.copyOf(listing.reasons()), CleanProductionJson::code))
                        .put("inCharge", code(listing.inCharge()));
    }

    JsonObject term(Term term) {
        return new JsonObject()
                .put("id", term.id())
                .put("step", term.step().code())
                .put("base", term.base() == null ? null : term.base().code())
                .put("register", code(term.register()))
                .put("reason", code(term.reason()))
                .put("months", term.months())
                .put("validFrom", term.validFrom().toString())
                .put("source", Json.words(term.source()))
                .put("confirmed", term.confirmed())
                .put("word", staff.isStaff() ? term.word() : null)
                .put("at", Json.time(term.at(), zone))
                .put("who", term.who() == null ? null : staff.who(term.who()));
    }

    JsonObject deadline(Deadline deadline, LocalDate today) {
        return new JsonObject()
                .put("round", deadline.round())
                .put("step", deadline.step().code())
                .put("ofEnterprise", deadline.step().ofEnterprise())
                .put("dueOn", deadline.due().toString())
                .put("daysLeft", ChronoUnit.DAYS.between(today, deadline.due()))
                .put("overdue", deadline.isOverdue(today))
                .put("from", deadline.from().toString())
                .put("term", term(deadline.term()));
    }

    /** The steps of a round in their order, those that were taken with their entries. */
    private JsonObject round(Round round) {
        return new JsonObject()
                .put("number", round.number())
                .put("listing", listing(round.listing()))
                .put("over", round.isOver())
                .put("steps", Json.array(round.listing().register().steps(), step -> step(round, step)));
    }

    private static JsonObject step(Round round, AuditStep step) {
        Entry entry = round.taken(step).orElse(null);
        return new JsonObject()
                .put("step", step.code())
                .put("ofEnterprise", step.ofEnterprise())
                .put("day", entry == null ? null : entry.on().toString())
                .put("entry", entry == null ? null : entry.number())
                .put("document", entry == null ? null : paper(entry.paper()));
    }

    /** The rounds, the newest first. */
    JsonArray rounds(Audits audits) {
        List<Round> newestFirst = new ArrayList<>(audits.rounds());
        Collections.reverse(newestFirst);
        return Json.array(newestFirst, this::round);
    }

    /** What was entered, the newest first. */
    JsonArray entries(Audits audits) {
        List<Entry> newestFirst = new ArrayList<>(audits.entries());
        Collections.reverse(newestFirst);
        return Json.array(newestFirst, entry -> new JsonObject()
                .put("number", entry.number())
                .put("round", entry.round())
                .put("step", entry.step().code())
                .put("undoes", entry.undoes())
                .put("day", entry.on().toString())
                .put("document", paper(entry.paper()))
                .put("listing", listing(entry.listing()))
                .put("word", entry.word())
                .put("at", Json.time(entry.at(), zone))
                .put("who", staff.who(entry.who())));
    }

    /** The orders, the newest first. */
    JsonArray orders(List<Order> all, LocalDate today) {
        Map<Long, Order.State> states = Order.states(all);
        List<Order> newestFirst = new ArrayList<>(all);
        Collections.reverse(newestFirst);
        return Json.array(newestFirst, order -> new JsonObject()
                .put("number", order.number())
                .put("kind", code(order.kind()))
                .put("day", order.on().toString())
                .put("dueOn", order.due() == null ? null : order.due().toString())
                .put("document", paper(order.paper()))
                .put("lifts", order.lifts())
                .put("undoes", order.undoes())
                .put("fine", fine(order.fine()))
                .put("overdue", order.isOverdue(states.get(order.number()), today))
                .put("state", code(states.get(order.number())))
                .put("word", order.word())
                .put("at", Json.time(order.at(), zone))
                .put("who", staff.who(order.who())));
    }

    static @Nullable JsonObject fine(Order.@Nullable Fine fine) {
        return fine == null
                ? null
                : new JsonObject()
                        .put("amountCny", Json.decimal(fine.amountCny()))
                        .put("basis", fine.basis());
    }

    static JsonObject evidence(Evidence evidence) {
        return new JsonObject()
                .put("kind", code(evidence.kind()))
                .put("quantity", evidence.quantity())
                .put("from", evidence.from().toString())
                .put("to", evidence.to().toString())
                .put("figure", Json.decimal(evidence.figure()))
                .put("bound", Json.decimal(evidence.bound()))
                .put("unit", evidence.unit())
                .put("completeness", evidence.completeness())
                .put("cases", Json.array(evidence.cases(), id -> id))
                .put("words", Json.words(CleanProductionTexts.of(evidence)));
    }
}
