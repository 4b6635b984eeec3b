package io.greenpark.cleanproduction.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseContent;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CaseMessage;
import io.greenpark.alerts.cases.CaseStatus;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.rule.Comparison;
import io.greenpark.cleanproduction.CleanProductionConfig;
import io.greenpark.cleanproduction.desk.DeskFixture;
import io.greenpark.cleanproduction.round.AuditReason;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.BooksKind;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is a candidate by the books, with the figures and periods behind, on every database alike. */
class CandidatesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @RegisterExtension
    final DeskFixture fixture = new DeskFixture(kind(), """
          parks: [{id: p}]
          enterprises:
            - {id: a, park: p, industry: food, approvedEnergyTce: 100, approvedDischargeT: {cod: 1}}
            - {id: b, park: p, industry: food}
          outlets:
            - {id: a-water, enterprise: a, medium: water}
          devices:
            - {id: a-dev, enterprise: a, points: [
                {key: cod, quantity: cod, outlet: a-water, unit: mg/L, kind: gauge, validFrom: 2020-01-01T00:00:00Z},
                {key: flow, quantity: flow, outlet: a-water, unit: L/s, kind: gauge, validFrom: 2020-01-01T00:00:00Z}]}
        """, "2026-03-01");

    private final List<Case> raised = new ArrayList<>();
    private BigDecimal tcePerMonth = new BigDecimal("9");
    private BigDecimal codMgPerL = new BigDecimal("100");

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private CandidateLoop loop() {
        EnergyAccounts energy =
                (subject, from, to, step, basis) -> IntStream.range(0, to.getYear() > from.getYear() ? 12 : 2)
                        .mapToObj(month -> row())
                        .toList();
        DischargeAccounts discharge = new DischargeAccounts() {
            @Override
            public List<DischargeRow> rows(String pointId, Instant from, Instant to, Step step) {
                List<DischargeRow> rows = new ArrayList<>();
                BigDecimal mean = pointId.endsWith("flow") ? BigDecimal.ONE : codMgPerL;
                // Of last year every second hour of the flow is missing.
                int hours = pointId.endsWith("flow") ? 2 : 1;
                for (Instant at = from; at.isBefore(to); at = at.plusSeconds(3_600L * hours)) {
                    rows.add(new DischargeRow(at, at.plusSeconds(3_600), mean, 60, 1, Quality.MEASURED));
                }
                return rows;
            }

            @Override
            public List<Long> starts(String pointId, Step step, long afterMs, int max) {
                throw new UnsupportedOperationException();
            }
        };
        return new CandidateLoop(
                fixture.books(),
                fixture.registry,
                new CandidateFinder(energy, discharge, cases(), CleanProductionConfig.defaults()),
                fixture.clock);
    }

    private EnergyRow row() {
        return new EnergyRow(
                Instant.EPOCH,
                Instant.EPOCH,
                Map.of(),
                Map.of(),
                tcePerMonth,
                null,
                Map.of(),
                Coverage.measured(0.9),
                Quality.MEASURED,
                FigureStatus.PROVISIONAL,
                null);
    }

    /** Cases of which only lists are asked for. */
    private Cases cases() {
        return (Cases) Proxy.newProxyInstance(
                Cases.class.getClassLoader(), new Class<?>[] {Cases.class}, (proxy, method, args) -> {
                    assertThat(method.getName()).isEqualTo("summaries");
                    CaseFilter filter = (CaseFilter) args[0];
                    return raised.stream().filter(filter::takes).toList();
                });
    }

    private void raise(int day, Case.State state, boolean trial) {
        Instant at =
                LocalDate.parse("2026-02-01").plusDays(day).atStartOfDay(ZONE).toInstant();
        CaseKey key = new CaseKey(Case.Rule.LIMIT_EXCEEDED, "a.cod/day", Subject.enterprise("a"), "a.cod", null);
        CaseContent content =
                new CaseContent(new CaseMessage(Bilingual.same("t"), Bilingual.same("x")), Comparison.NONE, at, at, at);
        raised.add(new Case(
                "c-" + day, key, new CaseStatus(state, true, trial, null), content, at, null, null, List.of()));
    }

    private List<Candidate> look() {
        CandidateLoop loop = loop();
        int looks = 0;
        while (loop.step()) {
            looks++;
        }
        assertThat(looks).isLessThanOrEqualTo(2);
        return new Proposals(fixture.books(), fixture.clock).candidates();
    }

    @Test
    void who_keeps_within_what_is_allowed_is_no_candidate() {
        tcePerMonth = new BigDecimal("8");
        codMgPerL = new BigDecimal("50");
        raise(1, Case.State.OPEN, false);
        raise(2, Case.State.CLEARED, false);
        raise(3, Case.State.WITHDRAWN, false);
        raise(4, Case.State.OPEN, true);
        assertThat(look()).isEmpty();
    }

    @Test
    void repeated_exceedances_load_and_energy_stand_with_figures_and_periods() {
        for (int day = 1; day <= 3; day++) {
            raise(day, Case.State.CLEARED, false);
        }
        List<Candidate> found = look();
        assertThat(found).extracting(Candidate::enterprise).containsOnly("a");
        assertThat(found)
                .extracting(Candidate::reason)
                .containsExactlyInAnyOrder(
                        AuditReason.OVER_STANDARD, AuditReason.OVER_TOTAL, AuditReason.OVER_ENERGY_QUOTA);
        assertThat(of(found, AuditReason.OVER_STANDARD)).singleElement().satisfies(e -> {
            assertThat(e.figure()).isEqualByComparingTo("3");
            assertThat(e.cases()).containsExactly("c-1", "c-2", "c-3");
            assertThat(e.from()).isEqualTo("2025-03-01");
        });
        // 1 L/s times 100 mg/L in 4,380 of 8,760 hours: 1.5768 t.
        assertThat(of(found, AuditReason.OVER_TOTAL)).singleElement().satisfies(e -> {
            assertThat(e.quantity()).isEqualTo("cod");
            assertThat(e.figure()).isEqualByComparingTo("1.5768");
            assertThat(e.bound()).isEqualByComparingTo("1");
            assertThat(e.completeness()).isEqualTo(0.5);
            assertThat(e.from()).isEqualTo("2025-01-01");
            assertThat(e.to()).isEqualTo("2026-01-01");
        });
        assertThat(of(found, AuditReason.OVER_ENERGY_QUOTA)).singleElement().satisfies(e -> {
            assertThat(e.figure()).isEqualByComparingTo("108");
            assertThat(e.unit()).isEqualTo("tce");
        });
    }

    private static List<Evidence> of(List<Candidate> found, AuditReason reason) {
        return found.stream()
                .filter(c -> c.reason() == reason)
                .flatMap(c -> c.evidence().stream())
                .toList();
    }

    @Test
    void the_books_are_looked_through_once_a_day_and_what_is_so_no_longer_goes() {
        assertThat(look()).isNotEmpty();
        tcePerMonth = BigDecimal.ONE;
        codMgPerL = BigDecimal.ONE;
        assertThat(look()).as("looked at today").isNotEmpty();
        fixture.at(LocalDate.parse("2026-03-02"), "01:00");
        assertThat(look()).isEmpty();
    }

    @Test
    void a_proposal_keeps_what_the_books_said_then() {
        look();
        Proposals proposals = new Proposals(fixture.books(), fixture.clock);
        Proposal one = proposals.propose("a", Set.of(AuditReason.OVER_TOTAL), "两年超许可量", "chen");
        assertThat(one.evidence()).hasSize(2);
        assertThat(proposals
                        .propose("b", Set.of(AuditReason.TOXIC), "使用铬酸酐", "chen")
                        .evidence())
                .isEmpty();
        assertThat(proposals.drop(1, "已整改", "wu")).isTrue();
        assertThat(proposals.drop(1, "已整改", "wu")).isFalse();
        assertThat(proposals.all()).extracting(Proposal::number).containsExactly(2L, 1L);
        assertThat(proposals.find(1).orElseThrow().dropped().who()).isEqualTo("wu");
        assertThat(proposals.find(3)).isEmpty();
    }
}
