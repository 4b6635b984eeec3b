package io.greenpark.lab.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.command.UserError;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** Moments at a low rate: whether it counts and reports. Whether it stays flat is judged in the long form only. */
@Tag("bench")
class SoakIT {
    private static final String MINUTES = "greenpark.soak.minutes";
    private static final int DEVICES = 2_000;

    @TempDir
    private Path dir;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Test
    void everything_acknowledged_is_kept_and_a_report_with_a_plot_is_written() throws Exception {
        SoakOptions options = new SoakOptions(Duration.ofSeconds(16), 500, 50, Duration.ofSeconds(1), dir);
        SoakReport soaked = SoakBench.run(options, out, Clock.systemUTC());

        assertThat(soaked.criteria())
                .filteredOn(v -> v.what().equals("reading store")
                        || v.what().equals("accounts")
                        || v.what().equals("InfluxDB"))
                .hasSize(3)
                .allSatisfy(v -> assertThat(v.good()).as(v.words()).isTrue());
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).isEmpty();
        }
        soaked.write(dir.resolve("soak.md"));
        assertThat(dir.resolve("soak.md"))
                .content()
                .contains("50 data loggers of 10 points", "](soak.svg)", "| lag of accounting |", "| resident MB |")
                .doesNotContain("NaN");
        Document plot = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(dir.resolve("soak.svg").toFile());
        assertThat(plot.getElementsByTagName("polyline").getLength()).isGreaterThanOrEqualTo(7);
    }

    @Test
    void half_of_what_is_sustained_is_sent_where_no_rate_is_given() throws Exception {
        SoakOptions options = new SoakOptions(Duration.ofSeconds(3), 0, 20, Duration.ofSeconds(1), dir);
        assertThat(SoakBench.run(options, out, Clock.systemUTC()).text()).containsPattern("half of [\\d,]+ readings/s");
    }

    @Test
    void a_soak_whose_registers_would_wrap_is_refused() {
        SoakOptions options = SoakOptions.ofMinutes(1_440, 1_000, 50, dir);
        assertThatThrownBy(() -> SoakBench.run(options, out, Clock.systemUTC()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--minutes 1440")
                .hasMessageContaining("more --devices");
    }

    /** The long form: {@code ./greenpark test --long} for ten minutes, {@code --long 60} for an hour; else there is none. */
    @TestFactory
    Stream<DynamicTest> memory_and_lags_stay_flat_for_as_long_as_asked() {
        return Stream.ofNullable(Integer.getInteger(MINUTES))
                .map(minutes -> DynamicTest.dynamicTest(minutes + " minutes", () -> soak(minutes)));
    }

    private void soak(int minutes) throws Exception {
        SoakOptions options = SoakOptions.ofMinutes(minutes, 0, DEVICES, dir);
        SoakReport soaked = SoakBench.run(options, out, Clock.systemUTC());
        soaked.write(Path.of("target", "soak", "soak.md"));
        assertThat(soaked.flat()).as(soaked.text()).isTrue();
    }
}
