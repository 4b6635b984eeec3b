package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.POWER_WHILE_STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.registry.EnterpriseFile.OperatingState;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.unit.Carrier;
import io.greenpark.store.books.BooksKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Enterprises that use power though they do not operate. */
class StoppedPowerTest {
    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private Timeline closed() {
        return line.registry(new TestPark().operation("2026-11-20", OperatingState.CLOSED))
                .stoppedAt("2026-11-23T07:00");
    }

    /** Electricity of an hour, of which so much is estimated. */
    private void hour(String local, String kwh, String estimated, double measured) {
        Instant from = time(local);
        line.accounts.put(
                Subject.enterprise(TestPark.ENTERPRISE),
                new EnergyRow(
                        from,
                        from.plus(Duration.ofHours(1)),
                        Map.of(Carrier.ELECTRICITY, new BigDecimal(kwh)),
                        Map.of(Carrier.ELECTRICITY, new BigDecimal(estimated)),
                        null,
                        null,
                        Map.of(),
                        new Coverage(1, measured),
                        Quality.MEASURED,
                        FigureStatus.FINAL,
                        null));
    }

    private void hour(String local, String kwh) {
        hour(local, kwh, "0", 1);
    }

    @Test
    void two_hours_above_the_base_load_are_a_case_and_two_below_end_it() {
        closed();
        hour("2026-11-23T08:00", "64.5");
        line.stoppedAt("2026-11-23T09:10");
        assertThat(line.cases(POWER_WHILE_STOPPED)).isEmpty();
        hour("2026-11-23T09:00", "80");
        line.stoppedAt("2026-11-23T10:10");
        Case raised = line.only(POWER_WHILE_STOPPED);
        assertThat(raised.state()).isEqualTo(Case.State.OPEN);
        assertThat(raised.figure()).isEqualByComparingTo("80");
        assertThat(raised.limit()).isEqualByComparingTo("10");
        assertThat(raised.title().zh()).isEqualTo("金东工具厂：已关停仍在用电，80 kW");
        assertThat(raised.text().en()).contains("closed since 2026-11-20", "base load of 10 kW");
        assertThat(line.notifications()).contains("power-while-stopped RAISED");
        assertThat(line.citedBy(raised).id()).isEqualTo("power-while-stopped");
        hour("2026-11-23T10:00", "3");
        hour("2026-11-23T11:00", "3");
        line.stoppedAt("2026-11-23T12:10");
        assertThat(line.only(POWER_WHILE_STOPPED).state()).isEqualTo(Case.State.CLEARED);
        line.stoppedAt("2026-11-24T12:10").stoppedAt("2026-11-26T12:10");
        assertThat(line.only(POWER_WHILE_STOPPED).state()).isEqualTo(Case.State.CLEARED);
    }

    @Test
    void hours_without_data_and_estimates_are_no_evidence_either_way() {
        closed();
        hour("2026-11-23T08:00", "60");
        hour("2026-11-23T09:00", "60", "60", 0);
        line.stoppedAt("2026-11-23T11:10");
        assertThat(line.cases(POWER_WHILE_STOPPED)).isEmpty();
        hour("2026-11-23T11:00", "60");
        line.stoppedAt("2026-11-23T12:10");
        assertThat(line.only(POWER_WHILE_STOPPED).state()).isEqualTo(Case.State.OPEN);
        hour("2026-11-23T12:00", "2", "0", 0.3);
        hour("2026-11-23T13:00", "2", "0", 0.3);
        line.stoppedAt("2026-11-23T14:10");
        assertThat(line.only(POWER_WHILE_STOPPED).state()).isEqualTo(Case.State.OPEN);
    }

    @Test
    void an_enterprise_that_operates_and_hours_before_the_first_look_are_not_judged() {
        hour("2026-11-23T05:00", "60");
        hour("2026-11-23T06:00", "60");
        closed();
        line.stoppedAt("2026-11-23T08:10");
        assertThat(line.cases(POWER_WHILE_STOPPED)).isEmpty();
        line.registry(new TestPark());
        hour("2026-11-23T08:00", "60");
        hour("2026-11-23T09:00", "60");
        line.restart().stoppedAt("2026-11-23T10:10");
        assertThat(line.cases(POWER_WHILE_STOPPED)).isEmpty();
    }

    @Test
    void the_case_ends_once_the_enterprise_operates_again() {
        closed();
        hour("2026-11-23T08:00", "60");
        hour("2026-11-23T09:00", "60");
        line.stoppedAt("2026-11-23T10:10");
        assertThat(line.only(POWER_WHILE_STOPPED).state()).isEqualTo(Case.State.OPEN);
        line.registry(new TestPark()
                .operation("2026-11-20", OperatingState.CLOSED)
                .operation("2026-11-24", OperatingState.IN_OPERATION));
        line.at("2026-11-24T08:00").endCases();
        assertThat(line.only(POWER_WHILE_STOPPED).state()).isEqualTo(Case.State.CLEARED);
        assertThat(line.only(POWER_WHILE_STOPPED).text().zh()).contains("该企业已恢复生产");
    }

    @Test
    void an_enterprise_may_have_a_base_load_of_its_own() {
        closed();
        line.rule(
                "",
                0,
                "{\"kind\": \"power-while-stopped\", \"scope\": \"enterprise\", \"target\": \"tool-works\","
                        + " \"parameters\": {\"baseKw\": \"75.5\", \"raiseAfter\": 2, \"clearAfter\": 2,"
                        + " \"minCompletenessPercent\": 75}, \"trial\": false, \"from\": \"2026-11-23\", \"confirmed\": true}");
        hour("2026-11-23T08:00", "70");
        hour("2026-11-23T09:00", "75.5");
        line.stoppedAt("2026-11-23T10:10");
        assertThat(line.cases(POWER_WHILE_STOPPED)).isEmpty();
        hour("2026-11-23T10:00", "76");
        hour("2026-11-23T11:00", "77");
        line.stoppedAt("2026-11-23T12:10");
        assertThat(line.only(POWER_WHILE_STOPPED).limit()).isEqualByComparingTo("75.5");
    }
}
