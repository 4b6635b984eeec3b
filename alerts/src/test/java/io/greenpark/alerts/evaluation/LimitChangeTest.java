package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.TestPark.CLUE_NOX;
import static io.greenpark.alerts.TestPark.COD;
import static io.greenpark.alerts.TestPark.NOX;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.config.digest.Sha256;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Outlet.Standing;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.BooksKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.generic.GenericType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which periods are judged anew after which edit, and after an upgrade. */
class LimitChangeTest {
    private static final String FORMER = ", unit=MG_PER_M3, warnFraction=0.8, source=GB 13271-2014 T2, confirmed=";

    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void seen() {
        line.at("2026-11-20T10:00").detectLimitChanges();
        line.at("2026-11-20T11:10")
                .hour(NOX, "2026-11-20T10:00", "150", 1)
                .hour(CLUE_NOX, "2026-11-20T10:00", "150", 1);
        line.day(COD, "2026-11-19", "50", 1).at("2026-11-23T11:10");
        assertThat(scheduled()).isEmpty();
    }

    /** How many periods of which points are to be judged anew. */
    private Map<String, Long> scheduled() {
        line.scheduleChanged();
        return due();
    }

    private Map<String, Long> due() {
        return line.books()
                .read(handle -> new TreeMap<>(
                        handle.createQuery("SELECT subject, count(*) AS n FROM alert_due GROUP BY subject")
                                .setMapKeyColumn("subject")
                                .setMapValueColumn("n")
                                .collectInto(new GenericType<Map<String, Long>>() {})));
    }

    private Map<String, String> kept() {
        return line.books().read(LimitsSeenTable::load);
    }

    private long seenMs(String point) {
        return line.books().read(handle -> LimitsSeenTable.seenMs(handle, point));
    }

    private static Limit nox(String upper) {
        return TestPark.limit("nox-hour", NOX, Limit.Averaging.HOUR, upper, "0.8", Unit.MG_PER_M3, true);
    }

    private static Limit kiln(String upper) {
        return TestPark.limit("kiln-hour", CLUE_NOX, Limit.Averaging.HOUR, upper, "0.8", Unit.MG_PER_M3, false);
    }

    @Test
    void the_digest_of_a_limit() {
        assertThat(kept())
                .containsEntry(
                        NOX,
                        "2:"
                                + Sha256.hex(("{'limits':[{'averaging':'HOUR','confirmed':true,'id':'nox-hour',"
                                                + "'source':'GB 13271-2014 T2','unit':'MG_PER_M3','upper':'200',"
                                                + "'validFrom':'2020-01-01T00:00:00Z','warnFraction':'0.8'}],"
                                                + "'standing':'EVIDENCE'}")
                                        .replace('\'', '"')));
    }

    @Test
    void a_changed_limit_judges_the_periods_of_its_point_anew() {
        line.edit(new TestPark().replaceLimit(nox("100")));
        assertThat(scheduled()).isEqualTo(Map.of(NOX, 1L));
    }

    @Test
    void a_removed_limit_judges_the_periods_of_its_point_anew() {
        line.edit(new TestPark().withoutLimit("cod-day"));
        assertThat(scheduled()).isEqualTo(Map.of(COD, 1L));
        assertThat(kept()).containsEntry(COD, "");
    }

    @Test
    void a_limit_that_moves_judges_both_points_anew() {
        line.edit(new TestPark()
                .replaceLimit(TestPark.limit(
                        "nox-hour", CLUE_NOX, Limit.Averaging.HOUR, "200", "0.8", Unit.MG_PER_M3, true)));
        assertThat(scheduled()).isEqualTo(Map.of(NOX, 1L, CLUE_NOX, 1L));
    }

    @Test
    void another_standing_of_an_outlet_judges_the_periods_of_its_points_anew() {
        line.edit(new TestPark().kiln(Standing.EVIDENCE));
        assertThat(scheduled()).isEqualTo(Map.of(CLUE_NOX, 1L));
    }

    @Test
    void reordered_limits_judge_nothing_anew() {
        TestPark park = new TestPark()
                .replaceLimit(
                        TestPark.limit("nox-permit", NOX, Limit.Averaging.HOUR, "180", "0.8", Unit.MG_PER_M3, true));
        line.edit(park).scheduleChanged().evaluate();
        assertThat(scheduled()).isEmpty();
        line.edit(park.reorderLimits()).registry(park).restart();
        assertThat(scheduled()).isEmpty();
        line.detectLimitChanges();
        assertThat(scheduled()).isEmpty();
    }

    @Test
    void a_whole_look_judges_what_changed_documents_do() {
        line.registry(new TestPark().replaceLimit(nox("100")).kiln(Standing.EVIDENCE));
        Map<String, String> before = kept();
        line.edit(new TestPark().replaceLimit(nox("100")).kiln(Standing.EVIDENCE));
        assertThat(scheduled()).as("nothing differs from the registry before").isEmpty();
        assertThat(kept()).isEqualTo(before);
        line.allAtOnce(() -> {
            line.detectLimitChanges();
            assertThat(scheduled()).isEqualTo(Map.of(NOX, 1L, CLUE_NOX, 1L));
        });
    }

    private void hours(int count) {
        Instant first = Timeline.time("2026-01-01T00:00");
        for (int i = 0; i < count; i++) {
            Instant from = first.plus(i, ChronoUnit.HOURS);
            line.accounts.put(
                    NOX,
                    Step.HOUR,
                    new DischargeRow(from, from.plus(1, ChronoUnit.HOURS), BigDecimal.ONE, 6, 1, Quality.MEASURED));
        }
    }

    @Test
    void a_long_past_is_scheduled_in_portions_and_seen_at_the_end() {
        hours(500);
        String before = kept().get(NOX);
        line.edit(new TestPark().replaceLimit(nox("100")));
        assertThat(line.schedulePortion()).isTrue();
        assertThat(due()).isEqualTo(Map.of(NOX, 200L));
        assertThat(kept()).containsEntry(NOX, before);
        assertThat(seenMs(NOX)).as("known before anything is judged").isEqualTo(line.clock.millis());
        assertThat(scheduled()).isEqualTo(Map.of(NOX, 501L));
        assertThat(kept().get(NOX)).isNotEqualTo(before);
    }

    @Test
    void killed_between_portions_it_begins_again() {
        hours(500);
        line.edit(new TestPark().replaceLimit(nox("100")));
        line.schedulePortion();
        line.restart();
        line.allAtOnce(() -> {
            line.detectLimitChanges();
            assertThat(scheduled()).isEqualTo(Map.of(NOX, 501L));
        });
    }

    @Test
    void a_limit_changed_back_between_portions_is_judged_from_the_start() {
        hours(500);
        line.edit(new TestPark().replaceLimit(nox("100")));
        line.schedulePortion();
        line.evaluate();
        assertThat(due()).isEmpty();
        line.edit(new TestPark());
        assertThat(scheduled()).isEqualTo(Map.of(NOX, 501L));
    }

    /** As an earlier version kept them. */
    private void keepFormer(String standing) {
        Map<String, String> former = Map.of(
                NOX,
                standing + "\nLimit[id=nox-hour, pointId=boiler-nox, averaging=HOUR, upper=200, lower=null" + FORMER
                        + "true, validFrom=2020-01-01T00:00:00Z, validTo=null]",
                CLUE_NOX,
                "CLUE\nLimit[id=kiln-hour, pointId=kiln-nox, averaging=HOUR, upper=300, lower=null" + FORMER
                        + "false, validFrom=2020-01-01T00:00:00Z, validTo=null]",
                COD,
                "EVIDENCE\nLimit[id=cod-day, pointId=outfall-cod, averaging=DAY, upper=100, lower=null, unit=MG_PER_L,"
                        + " warnFraction=0.8, source=GB 13271-2014 T2, confirmed=true,"
                        + " validFrom=2020-01-01T00:00:00Z, validTo=null]");
        line.books().write(tx -> {
            LimitsSeenTable.write(tx.handle(), former, Map.of(NOX, 1L, CLUE_NOX, 1L, COD, 1L));
            return true;
        });
    }

    @Test
    void texts_of_an_earlier_version_are_taken_over() {
        Map<String, String> today = kept();
        keepFormer("EVIDENCE");
        line.allAtOnce(line::detectLimitChanges);
        assertThat(scheduled()).isEmpty();
        assertThat(kept()).isEqualTo(today);
        assertThat(seenMs(NOX)).as("not seen to change now").isEqualTo(1);
    }

    @Test
    void limits_that_changed_with_an_upgrade_are_judged_anew() {
        keepFormer("CLUE");
        line.allAtOnce(() -> {
            line.registry(new TestPark().replaceLimit(kiln("290"))).detectLimitChanges();
            assertThat(scheduled()).isEqualTo(Map.of(NOX, 1L, CLUE_NOX, 1L));
        });
        assertThat(seenMs(COD)).isEqualTo(1);
        assertThat(seenMs(NOX)).isEqualTo(line.clock.millis());
    }
}
