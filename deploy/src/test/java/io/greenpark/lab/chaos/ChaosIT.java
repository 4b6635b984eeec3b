package io.greenpark.lab.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.lab.chaos.check.StoreComparison;
import io.greenpark.lab.ledger.LedgerBook;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short form of {@code greenpark chaos}: three kills and one of every other fault against real processes; more kills
 * with {@code ./greenpark test --long}.
 */
class ChaosIT {
    private static final int KILLS = Integer.getInteger("greenpark.chaos.kills", 3);
    /** As the command spreads its faults. */
    private static final int SECONDS_PER_KILL = 4;

    private static final int SHORTEST_SECONDS = 5;

    @TempDir
    Path folder;

    private ChaosResult run(int kills, boolean influx, boolean postgres) throws Exception {
        ChaosOptions options = new ChaosOptions(kills, spread(kills), influx, postgres, 20_261_126, 2_000, 2, folder);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        ChaosResult result = ChaosRun.run(options, nowhere, Clock.systemUTC());
        assertThat(result.passed()).as(ChaosReport.of(result)).isTrue();
        assertThat(LedgerBook.readings(result.load(), result.book().acknowledged()))
                .isGreaterThan(5_000);
        assertThat(result.comparisons())
                .filteredOn(c -> c.store().equals("outbox"))
                .allSatisfy(c -> assertThat(c.found()).as("people were told").isPositive());
        return result;
    }

    /** The short form keeps to its five seconds. */
    private static Duration spread(int kills) {
        return Duration.ofSeconds(kills <= 3 ? SHORTEST_SECONDS : kills * SECONDS_PER_KILL);
    }

    @Test
    void nothing_acknowledged_is_lost_or_counted_twice() throws Exception {
        ChaosResult result = run(KILLS, true, false);
        assertThat(result.incidents())
                .extracting(i -> i.planned().fault())
                .contains(
                        Fault.KILL,
                        Fault.FREEZE,
                        Fault.DISK_FULL,
                        Fault.CLOCK_JUMP,
                        Fault.NETWORK_DELAY,
                        Fault.NETWORK_CUT,
                        Fault.DISORDER,
                        Fault.INFLUX_DOWN,
                        Fault.INFLUX_CUT);
        assertThat(result.comparisons())
                .extracting(StoreComparison::store)
                .containsExactly(
                        "log", "reading store", "monthly accounts", "hours of points", "outbox", "cases", "InfluxDB");
        assertThat(ChaosReport.of(result))
                .contains(
                        "**Passed: lost 0, counted twice 0",
                        "seed 20261126",
                        "--kills " + KILLS + " --seconds " + spread(KILLS).toSeconds(),
                        "| log | readings |");
    }

    @Test
    void nothing_is_lost_with_books_in_a_failing_postgresql() throws Exception {
        assertThat(run(1, false, true).incidents())
                .extracting(i -> i.planned().fault())
                .contains(Fault.KILL, Fault.POSTGRES_DOWN, Fault.POSTGRES_CUT);
    }
}
