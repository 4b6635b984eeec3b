package io.greenpark.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.sim.ledger.LedgerBook;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code greenpark chaos}: three kills and one of every other fault against real processes. */
class ChaosIT {
    @TempDir
    Path folder;

    @Test
    void whatever_breaks_nothing_acknowledged_is_lost_and_nothing_counts_twice() throws Exception {
        ChaosOptions options = new ChaosOptions(3, Duration.ofSeconds(6), true, false, 20_261_126, 2_000, 2, folder);
        ChaosResult result = ChaosRun.run(
                options,
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                Clock.systemUTC());
        String report = ChaosReport.of(result);
        assertThat(result.passed()).as(report).isTrue();
        assertThat(result.incidents())
                .extracting(i -> i.step().fault())
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
        assertThat(LedgerBook.readings(result.load(), result.book().acknowledged()))
                .isGreaterThan(5_000);
        assertThat(result.comparisons())
                .extracting(c -> c.store())
                .containsExactly(
                        "log", "reading store", "monthly accounts", "hours of points", "outbox", "cases", "InfluxDB");
        assertThat(result.comparisons())
                .filteredOn(c -> c.store().equals("outbox"))
                .allSatisfy(c -> assertThat(c.found()).as("people were told").isPositive());
        assertThat(report)
                .contains(
                        "**Passed: lost 0, counted twice 0",
                        "seed 20261126",
                        "--kills 3 --seconds 6",
                        "| log | readings |");
    }
}
