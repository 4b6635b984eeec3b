package io.greenpark.park.energy;

import static io.greenpark.park.energy.Meters.HOUR;
import static io.greenpark.park.energy.Meters.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.reading.Sample;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What registers of the field showed, and the right answers, worked out by hand from {@code docs/arithmetic.md}. */
class RegisterCorpusTest {

    static Stream<Path> cases() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(RegisterCorpusTest.class.getResource("/corpus/registers"), "corpus/registers")
                        .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_case_comes_to_its_right_answer(Path file) throws IOException {
        RegisterCase given = RegisterCase.read(file);
        EnergyHourCalculation.Calculated calculated = all(given);
        for (RegisterCase.Right right : given.right()) {
            for (long[] period : right.periods()) {
                List<EnergyHour> hours = within(calculated.hours(), period);
                String what =
                        file.getFileName() + ": " + right.what() + " " + Instant.ofEpochMilli(Math.max(0, period[0]));
                assertThat(amount(hours))
                        .as(what)
                        .usingComparator(RegisterCorpusTest::compare)
                        .isEqualTo(right.amount());
                if (right.quality() != null) {
                    assertThat(quality(hours)).as(what).hasToString(right.quality());
                }
            }
        }
        if (!given.findings().isEmpty()) {
            assertThat(calculated.registerFindings())
                    .as("findings of %s", file.getFileName())
                    .extracting(f -> f.kind().name())
                    .containsAll(given.findings());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_run_from_any_restart_comes_to_the_same_hours_or_says_what_it_needs(Path file) throws IOException {
        RegisterCase given = RegisterCase.read(file);
        List<EnergyHour> all = all(given).hours();
        long to = all.get(all.size() - 1).hourMs() + HOUR;
        for (int i = 0; i + 1 < all.size(); i += 1 + i / 50) {
            Long restart = all.get(i).restartMs();
            if (restart == null) {
                continue;
            }
            long from = all.get(i + 1).hourMs();
            EnergyHourCalculation.Calculated again =
                    DefaultHours.calculate(given.point(), TIME, given.samples(), restart, List.of(), from, to);
            Long needs = again.needsFromMs();
            if (needs == null || needs >= restart) {
                assertThat(figures(again.hours()))
                        .as(
                                "%s from %s, restart %s",
                                file.getFileName(), Instant.ofEpochMilli(from), Instant.ofEpochMilli(restart))
                        .isEqualTo(figures(all.subList(i + 1, all.size())));
            }
        }
    }

    private static EnergyHourCalculation.Calculated all(RegisterCase given) {
        List<Sample> samples = given.samples();
        long from = samples.get(0).timeMs();
        if (!given.point().replacements().isEmpty()) {
            from = Math.min(from, given.point().replacements().get(0).at().toEpochMilli());
        }
        return DefaultHours.calculate(
                given.point(),
                TIME,
                samples,
                Long.MIN_VALUE,
                List.of(),
                from,
                samples.get(samples.size() - 1).timeMs() + HOUR);
    }

    private static List<EnergyHour> within(List<EnergyHour> hours, long[] period) {
        return hours.stream()
                .filter(h -> h.hourMs() >= period[0] && h.hourMs() < period[1])
                .toList();
    }

    private static BigDecimal amount(List<EnergyHour> hours) {
        List<Long> amounts = new ArrayList<>();
        hours.stream().filter(h -> h.amount() != null).forEach(h -> amounts.add(h.amount()));
        return amounts.isEmpty()
                ? null
                : BigDecimal.valueOf(amounts.stream().mapToLong(Long::longValue).sum(), 3);
    }

    private static int compare(BigDecimal a, BigDecimal b) {
        return a == null || b == null ? (a == b ? 0 : 1) : a.compareTo(b);
    }

    private static Quality quality(List<EnergyHour> hours) {
        if (hours.stream().allMatch(h -> h.amount() == null)) {
            return Quality.MISSING;
        }
        if (hours.stream().anyMatch(h -> h.coveredMs() < HOUR)) {
            return Quality.PARTIAL;
        }
        return hours.stream().anyMatch(h -> h.quality() == Quality.ESTIMATED) ? Quality.ESTIMATED : Quality.MEASURED;
    }

    private static List<String> figures(List<EnergyHour> hours) {
        return hours.stream()
                .map(h -> Instant.ofEpochMilli(h.hourMs()) + "=" + h.amount() + "/" + h.coveredMs() + h.quality())
                .toList();
    }
}
