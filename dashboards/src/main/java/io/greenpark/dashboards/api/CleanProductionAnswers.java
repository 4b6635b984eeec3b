package io.greenpark.dashboards.api;

import io.greenpark.cleanproduction.coverage.Coverage;
import io.greenpark.cleanproduction.desk.CleanProduction;
import io.greenpark.cleanproduction.desk.CleanProductionDesk;
import io.greenpark.cleanproduction.desk.Snapshot;
import io.greenpark.cleanproduction.list.ListEdition;
import io.greenpark.cleanproduction.list.Member;
import io.greenpark.cleanproduction.order.Order;
import io.greenpark.cleanproduction.round.Audits;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How enterprises stand with clean production: all of them with their next steps, and one with all that was entered. */
final class CleanProductionAnswers {
    private final ConsoleSources sources;
    private final Parks parks;
    private final Scope scope;
    private final CleanProduction desks;
    private final Clock clock;

    CleanProductionAnswers(ConsoleSources sources, Scope scope, Clock clock) {
        this.sources = sources;
        this.parks = new Parks(sources.registry());
        this.scope = scope;
        this.desks = sources.cleanProduction();
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, "park", "state", "overdue", "step");
        Optional<Park> park = question.text("park").map(parks::park);
        Set<CleanProductionRow.State> states = question.choices("state", CleanProductionRow.State.class)
                .orElse(Set.of(CleanProductionRow.State.values()));
        boolean overdueOnly = question.flag("overdue");
        Optional<String> step = question.text("step");
        List<CleanProductionRow> all = rows(question).stream()
                .filter(row -> park.isEmpty() || row.park().equals(park.get().id()))
                .toList();
        List<CleanProductionRow> rows = all.stream()
                .filter(row -> states.contains(row.state()) && (row.overdue() || !overdueOnly))
                .filter(row -> step.isEmpty()
                        || row.next() != null && row.next().step().code().equals(step.get()))
                .toList();
        Listing<CleanProductionRow> listing = new Listing<>(
                new Bilingual("清洁生产推进表", "Clean production"),
                CleanProductionRow.columns(),
                row -> row.audits().enterprise(),
                rows);
        JsonObject about = new JsonObject()
                .put("asOf", today().toString())
                .put("states", counts(all))
                .put("overdue", all.stream().filter(CleanProductionRow::overdue).count());
        return new TableReply(question, clock, parks.districtZone())
                .of(listing, "greenpark-clean-production-" + today(), about, CleanProductionRow::json);
    }

    private LocalDate today() {
        return parks.districtTime().dayOf(clock.instant());
    }

    /** Those who are overdue first, then by day. */
    private List<CleanProductionRow> rows(Question question) {
        Snapshot snapshot = desks.audits().snapshot();
        CleanProductionStaff staff = CleanProductionStaff.of(sources, question.viewer());
        return snapshot.audits().values().stream()
                .flatMap(audits -> row(snapshot, audits, staff).stream())
                .sorted(Comparator.comparing(
                                CleanProductionAnswers::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(row -> row.audits().enterprise()))
                .toList();
    }

    private static @Nullable LocalDate due(CleanProductionRow row) {
        return row.next() == null || row.next().deadline() == null
                ? null
                : row.next().deadline().due();
    }

    /** Who left the registry while on the list is shown to those who have the whole of the district. */
    private Optional<CleanProductionRow> row(Snapshot snapshot, Audits audits, CleanProductionStaff staff) {
        Registry registry = parks.registry();
        Optional<Enterprise> enterprise = registry.enterprise(audits.enterprise());
        if (enterprise.isPresent()) {
            Park park = registry.parkOf(enterprise.get());
            return Optional.of(CleanProductionRow.of(
                    snapshot,
                    audits,
                    enterprise.get().name(),
                    park.id(),
                    park.name(),
                    staff,
                    park.time().dayOf(clock.instant())));
        }
        if (!scope.district() || audits.member() == null) {
            return Optional.empty();
        }
        return member(snapshot, audits.enterprise())
                .map(member -> CleanProductionRow.of(
                        snapshot,
                        audits,
                        member.name(),
                        member.park(),
                        registry.park(member.park()).map(Park::name).orElse(Bilingual.same(member.park())),
                        staff,
                        today()));
    }

    private Optional<Member> member(Snapshot snapshot, String enterprise) {
        return snapshot.lists().at(today()).map(ListEdition::members).stream()
                .flatMap(List::stream)
                .filter(m -> m.enterprise().equals(enterprise))
                .findFirst();
    }

    private static JsonObject counts(List<CleanProductionRow> rows) {
        Map<CleanProductionRow.State, Long> counts = new EnumMap<>(CleanProductionRow.State.class);
        Stream.of(CleanProductionRow.State.values()).forEach(state -> counts.put(state, 0L));
        rows.forEach(row -> counts.merge(row.state(), 1L, Long::sum));
        JsonObject json = new JsonObject();
        counts.forEach((state, count) -> json.put(state.name(), count));
        return json;
    }

    JsonObject one(Question question) {
        question.allow();
        return one(parks.enterprise(question.id()), question);
    }

    /** The audits of an enterprise as whoever asks sees them; nothing of them says who is a candidate. */
    JsonObject one(Enterprise enterprise, Question question) {
        Snapshot snapshot = desks.audits().snapshot();
        Audits audits = snapshot.of(enterprise.id());
        Park park = parks.registry().parkOf(enterprise);
        LocalDate today = park.time().dayOf(clock.instant());
        CleanProductionStaff staff = CleanProductionStaff.of(sources, question.viewer());
        CleanProductionJson json = new CleanProductionJson(park.time().zone(), staff);
        CleanProductionRow row =
                CleanProductionRow.of(snapshot, audits, enterprise.name(), park.id(), park.name(), staff, today);
        List<Order> orders = desks.orders().of(enterprise.id());
        return row.json()
                .put("today", today.toString())
                .put("version", audits.version())
                .put("ordersVersion", orders.size())
                .put(
                        "memberSince",
                        audits.member() == null ? null : audits.member().since().toString())
                .put("inCharge", CleanProductionJson.code(CleanProductionDesk.inCharge(audits)))
                .put("office", Json.words(desks.audits().office(audits)))
                .put("running", audits.running().isPresent())
                .put("deadlines", Json.array(audits.deadlines(snapshot.terms()), d -> json.deadline(d, today)))
                .put("rounds", json.rounds(audits))
                .put("entries", json.entries(audits))
                .put("orders", json.orders(orders, today));
    }

    /** Coverage in JSON. */
    static JsonObject coverage(Coverage coverage) {
        return new JsonObject()
                .put("listed", coverage.listed())
                .put("started", coverage.started())
                .put("reported", coverage.reported())
                .put("covered", coverage.covered())
                .put(
                        "percent",
                        coverage.percent() == null ? null : coverage.percent().toPlainString());
    }
}
