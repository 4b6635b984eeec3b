package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.POWER_WHILE_STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.stopped.StopOrder;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    private void ordered(String from, @Nullable String lifted) {
        line.stopOrders.put(
                TestPark.ENTERPRISE,
                List.of(new StopOrder(
                        "金环停〔2026〕7 号",
                        "金东区生态环境局",
                        LocalDate.parse(from),
                        lifted == null ? null : LocalDate.parse(lifted))));
    }

    @Test
    void an_order_to_stop_counts_from_its_day_on_until_it_is_lifted_and_the_case_cites_it() {
        line.stoppedAt("2026-11-22T07:00");
        ordered("2026-11-23", null);
        hour("2026-11-22T22:00", "60");
        hour("2026-11-22T23:00", "60");
        hour("2026-11-23T00:00", "60");
        line.stoppedAt("2026-11-23T01:10");
        assertThat(line.cases(POWER_WHILE_STOPPED)).isEmpty();
        hour("2026-11-23T01:00", "60");
        line.stoppedAt("2026-11-23T02:10");
        Case raised = line.only(POWER_WHILE_STOPPED);
        assertThat(raised.state()).isEqualTo(Case.State.OPEN);
        assertThat(raised.title().zh()).isEqualTo("金东工具厂：责令停产期间仍在用电，60 kW");
        assertThat(raised.text().zh()).contains("由金东区生态环境局以 金环停〔2026〕7 号 责令自 2026-11-23 起停产");
        assertThat(raised.text().en()).contains("ordered to stop from 2026-11-23 on by 金环停〔2026〕7 号 of 金东区生态环境局");
        line.restart().at("2026-11-23T02:20").stoppedAt("2026-11-23T02:20").endCases();
        assertThat(line.only(POWER_WHILE_STOPPED).state()).isEqualTo(Case.State.OPEN);
        ordered("2026-11-23", "2026-11-24");
        line.stoppedAt("2026-11-24T08:00").endCases();
        assertThat(line.only(POWER_WHILE_STOPPED).state()).isEqualTo(Case.State.CLEARED);
        assertThat(line.only(POWER_WHILE_STOPPED).text().zh()).contains("停产决定已解除或撤销", "金环停〔2026〕7 号");
        hour("2026-11-24T08:00", "60");
        hour("2026-11-24T09:00", "60");
        line.stoppedAt("2026-11-24T10:10");
        assertThat(line.only(POWER_WHILE_STOPPED).state()).isEqualTo(Case.State.CLEARED);
    }

    @Test
    void what_an_order_that_is_taken_back_raised_is_withdrawn_at_once() {
        line.stoppedAt("2026-11-22T07:00");
        ordered("2026-11-23", null);
        hour("2026-11-23T08:00", "60");
        hour("2026-11-23T09:00", "60");
        line.stoppedAt("2026-11-23T10:10");
        assertThat(line.only(POWER_WHILE_STOPPED).state()).isEqualTo(Case.State.OPEN);
        line.stoppedAt("2026-11-28T10:10");
        line.stopOrders.clear();
        line.stoppedAt("2026-11-28T10:11").endCases();
        assertThat(line.only(POWER_WHILE_STOPPED).state()).isEqualTo(Case.State.WITHDRAWN);
    }

    @Test
    void an_order_beside_a_file_that_says_so_is_cited_too() {
        closed();
        ordered("2026-11-22", null);
        hour("2026-11-23T08:00", "60");
        hour("2026-11-23T09:00", "60");
        line.stoppedAt("2026-11-23T10:10");
        assertThat(line.only(POWER_WHILE_STOPPED).text().zh()).contains("登记为2026-11-20 起关停，且由金东区生态环境局以 金环停〔2026〕7 号");
    }

    @Test
    void what_was_before_orders_were_first_looked_at_is_not_judged() {
        line.stoppedAt("2026-11-20T07:00");
        // As an installation of before orders were looked at has it.
        line.deleteJudgedSince("POWER_WHILE_STOPPED_BY_ORDER");
        ordered("2026-11-20", null);
        hour("2026-11-23T08:00", "60");
        hour("2026-11-23T09:00", "60");
        line.restart().stoppedAt("2026-11-23T10:10");
        assertThat(line.cases(POWER_WHILE_STOPPED)).isEmpty();
        hour("2026-11-23T11:00", "60");
        hour("2026-11-23T12:00", "60");
        line.stoppedAt("2026-11-23T13:10");
        assertThat(line.only(POWER_WHILE_STOPPED).since()).isEqualTo(time("2026-11-23T11:00"));
    }
}
