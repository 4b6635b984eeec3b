package io.greenpark.dashboards.api;

import io.greenpark.cleanproduction.candidate.Candidate;
import io.greenpark.cleanproduction.candidate.Evidence;
import io.greenpark.cleanproduction.candidate.Proposal;
import io.greenpark.cleanproduction.desk.CleanProduction;
import io.greenpark.cleanproduction.desk.Snapshot;
import io.greenpark.cleanproduction.round.AuditReason;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who could be put on the mandatory register, and who was proposed. Of the authority only: no answer of this goes to an enterprise. */
final class CandidateAnswers {
    private final Parks parks;
    private final CleanProduction desks;
    private final Clock clock;

    CandidateAnswers(ConsoleSources sources, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.desks = sources.cleanProduction();
        this.clock = clock;
    }

    /**
     * An enterprise that is a candidate, or was proposed.
     *
     * @param lookedAt when the books were looked through; null where they say nothing
     * @param proposal the newest that is open; null for none
     * @param runs whether an audit of it runs by now
     */
    private record Row(
            Enterprise enterprise,
            Park park,
            Set<AuditReason> reasons,
            List<Evidence> evidence,
            @Nullable Instant lookedAt,
            @Nullable Proposal proposal,
            boolean runs) {
        private ZoneId zone() {
            return park.time().zone();
        }

        private Bilingual words() {
            return new Bilingual(
                    evidence.stream().map(e -> CleanProductionTexts.of(e).zh()).collect(Collectors.joining("；")),
                    evidence.stream().map(e -> CleanProductionTexts.of(e).en()).collect(Collectors.joining("; ")));
        }

        JsonObject json() {
            return new JsonObject()
                    .put("enterprise", Json.named(enterprise.id(), enterprise.name()))
                    .put("park", Json.named(park.id(), park.name()))
                    .put("reasons", Json.array(List.copyOf(reasons), CleanProductionJson::code))
                    .put(
                            "evidence",
                            new JsonArray(evidence.stream()
                                    .map(CleanProductionJson::evidence)
                                    .toList()))
                    .put("lookedAt", Json.time(lookedAt, zone()))
                    .put("auditRuns", runs)
                    .put("proposal", proposal == null ? null : json(proposal));
        }

        private JsonObject json(Proposal made) {
            return new JsonObject()
                    .put("number", made.number())
                    .put("reasons", Json.array(List.copyOf(new TreeSet<>(made.reasons())), CleanProductionJson::code))
                    .put("word", made.word())
                    .put("at", Json.time(made.at(), zone()))
                    .put("who", made.who());
        }

        static List<Column<Row>> columns() {
            return List.of(
                    Column.text("enterprise", new Bilingual("企业", "Enterprise"), r -> Cell.words(r.enterprise.name())),
                    Column.text("park", new Bilingual("园区", "Park"), r -> Cell.words(r.park.name())),
                    Column.text(
                            "reasons",
                            new Bilingual("可能的原因", "Reasons"),
                            r -> Cell.words(CleanProductionTexts.of(r.reasons))),
                    Column.text("evidence", new Bilingual("监测依据", "What the books say"), r -> Cell.words(r.words())),
                    Column.text("lookedAt", new Bilingual("计算时间", "Looked at"), r -> Cell.time(r.lookedAt, r.zone())),
                    Column.text("auditRuns", new Bilingual("审核中", "Audit runs"), r -> Cell.truth(r.runs)),
                    Column.text(
                            "proposal",
                            new Bilingual("已提出", "Proposed"),
                            r -> r.proposal == null ? null : Cell.code(r.proposal.word())));
        }
    }

    Reply list(Question question) {
        TableReply.allow(question, "park");
        Optional<Park> park = question.text("park").map(parks::park);
        Listing<Row> listing = new Listing<>(
                new Bilingual("强制性清洁生产审核候选企业（内部）", "Candidates for the mandatory register (internal)"),
                Row.columns(),
                row -> row.enterprise.id(),
                rows().stream()
                        .filter(row -> park.isEmpty() || row.park.equals(park.get()))
                        .toList());
        return new TableReply(question, clock, parks.districtZone())
                .of(listing, "greenpark-clean-production-candidates", new JsonObject(), Row::json);
    }

    private List<Row> rows() {
        Map<String, List<Candidate>> found = desks.proposals().candidates().stream()
                .collect(Collectors.groupingBy(Candidate::enterprise, TreeMap::new, Collectors.toList()));
        Snapshot snapshot = desks.audits().snapshot();
        Map<String, Proposal> proposed = new TreeMap<>();
        for (Proposal proposal : desks.proposals().all()) {
            if (isOpen(proposal, snapshot)) {
                proposed.putIfAbsent(proposal.enterprise(), proposal);
            }
        }
        Set<String> ids = new TreeSet<>(found.keySet());
        ids.addAll(proposed.keySet());
        List<Row> rows = new ArrayList<>();
        for (String id : ids) {
            parks.registry()
                    .enterprise(id)
                    .ifPresent(enterprise ->
                            rows.add(row(enterprise, found.getOrDefault(id, List.of()), proposed.get(id), snapshot)));
        }
        return rows;
    }

    private Row row(Enterprise enterprise, List<Candidate> found, @Nullable Proposal proposal, Snapshot snapshot) {
        Set<AuditReason> reasons = new TreeSet<>();
        found.forEach(c -> reasons.add(c.reason()));
        if (proposal != null) {
            reasons.addAll(proposal.reasons());
        }
        return new Row(
                enterprise,
                parks.registry().parkOf(enterprise),
                reasons,
                found.stream().flatMap(c -> c.evidence().stream()).toList(),
                found.stream().map(Candidate::lookedAt).findFirst().orElse(null),
                proposal,
                snapshot.of(enterprise.id()).running().isPresent());
    }

    /** Until the enterprise is listed, or somebody let it drop. */
    private static boolean isOpen(Proposal proposal, Snapshot snapshot) {
        boolean listed = snapshot.of(proposal.enterprise()).rounds().stream()
                .flatMap(round -> round.taken(AuditStep.LISTED).stream())
                .anyMatch(entry -> !entry.at().isBefore(proposal.at()));
        return proposal.dropped() == null && !listed;
    }
}
