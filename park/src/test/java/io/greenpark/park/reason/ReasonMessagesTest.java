package io.greenpark.park.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where the sheet differs, the sheet as it would be is written to {@code target/words}. */
class ReasonMessagesTest {
    private static final YearMonth MONTH = YearMonth.of(2026, 9);
    private static final Pattern NAMED = Pattern.compile("\"[^\"]*\"|\\d+");

    private static List<Reason> samples() {
        Reason noValueAdded = Reason.noValueAdded("steel", MONTH);
        Reason noReadings = Reason.noReadingsOf(Carrier.NATURAL_GAS);
        List<Reason> samples = new ArrayList<>(List.of(
                Reason.noCoefficientSet(ElectricityBasis.EQUIVALENT),
                Reason.noFactor("set-a", Reason.Factor.STANDARD_COAL, List.of(Carrier.DIESEL)),
                Reason.noFactor("set-a", Reason.Factor.CO2, List.of(Carrier.STEAM, Carrier.HEAT)),
                noReadings,
                Reason.noReadingsFrom(List.of("mill")),
                Reason.noReadingsFrom(List.of("mill", "forge")),
                noReadings.ofEnterprise("steel", MONTH),
                noValueAdded,
                noReadings.ofEnterprise("steel", MONTH).ofYearBefore(),
                noValueAdded.ofBaseYear(),
                Reason.notAccepted(List.of("meter-3", "meter-4")),
                Reason.objectionUpheld("YY-2026-0007"),
                Reason.marked(List.of("BJ-20261130-7KQ2MXPA")),
                Reason.incomplete(Cause.INCOMPLETE, 0.712, 90),
                Reason.incomplete(Cause.INCOMPLETE_FOR_RULE, 0.912, 95),
                Reason.tooMuchEstimated(16, 84, 90),
                Reason.incomplete(Cause.TOO_FEW_SAMPLES, 0.5, 75),
                Reason.tooFewEnterprises(3, 5),
                Reason.unitsDiffer(Unit.MG_PER_M3, Unit.MG_PER_L),
                Reason.valueIsSentinel(new BigDecimal("9999.990")),
                Reason.valueBeyond(Cause.VALUE_BELOW_MIN, new BigDecimal("-0.5"), BigDecimal.ZERO, Unit.MG_PER_M3),
                Reason.valueBeyond(Cause.VALUE_ABOVE_MAX, new BigDecimal("14.1"), BigDecimal.valueOf(14), Unit.PH),
                Reason.valueBeyond(
                        Cause.VALUE_ABOVE_RANGE, new BigDecimal("10000.5"), BigDecimal.valueOf(10_000), Unit.KWH),
                Reason.valueTooLarge(new BigDecimal("1e308")),
                Reason.amountAbove(new BigDecimal("126"), new BigDecimal("125"), Unit.KWH),
                Reason.besideGrid(Duration.ofSeconds(181), Duration.ofMinutes(1)),
                Reason.overlappedBy(Instant.parse("2026-11-01T10:00:00Z")),
                Reason.secondClock(3),
                Reason.arithmeticFailed("m-kwh", Instant.parse("2026-11-01T10:00:00Z"), "12.5", "out of bounds"),
                Reason.ofEarlierVersion("the moon was full")));
        List.of(
                        Cause.REGISTER_CAME_BACK,
                        Cause.REGISTER_BASE_CHANGED,
                        Cause.REGISTER_LIKE_REPLACED,
                        Cause.REGISTER_FELL,
                        Cause.REGISTER_FROZE,
                        Cause.REGISTER_NOT_READ)
                .forEach(c -> samples.add(
                        Reason.ofRegister(c, new BigDecimal("45120.5"), Unit.KWH, new BigDecimal("12"), Unit.MWH)));
        Set<Cause> withDetails =
                samples.stream().map(Reason::cause).collect(Collectors.toCollection(() -> EnumSet.noneOf(Cause.class)));
        EnumSet.complementOf(EnumSet.copyOf(withDetails)).forEach(cause -> samples.add(Reason.of(cause)));
        samples.sort((a, b) -> a.cause().compareTo(b.cause()));
        return samples;
    }

    @Test
    void every_reason_reads_in_both_languages_as_the_sheet_shows() throws IOException {
        StringBuilder sheet = new StringBuilder();
        for (Reason reason : samples()) {
            assertThat(reason.text().zh() + reason.text().en()).doesNotContain("null", "{");
            assertThat(named(reason.text().zh())).isEqualTo(named(reason.text().en()));
            if (reason.cause() != Cause.IN_WORDS) {
                assertThat(reason.text().zh()).containsPattern("\\p{IsHan}");
            }
            assertThat(reason.text().en()).doesNotContainPattern("\\p{IsHan}");
            sheet.append(reason.cause() + "\n  zh  " + reason.text().zh() + "\n  en  "
                    + reason.text().en() + "\n");
        }
        Path drafts = Files.createDirectories(Path.of("target/words"));
        Files.writeString(drafts.resolve("ReasonMessages.txt"), sheet);
        try (InputStream golden = ReasonMessagesTest.class.getResourceAsStream("/messages/ReasonMessages.txt")) {
            assertThat(sheet.toString())
                    .isEqualTo(new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void the_sentences_of_earlier_versions_are_read_back() {
        for (Reason reason : samples()) {
            Reason read = Reason.ofEarlierVersion(reason.text().en());
            assertThat(read.cause()).isEqualTo(reason.cause());
            assertThat(read.text()).isEqualTo(reason.text());
        }
        assertThat(Reason.ofEarlierVersion("steel, 2026-09: no readings of natural-gas in this period"))
                .isEqualTo(Reason.noReadingsOf(Carrier.NATURAL_GAS).ofEnterprise("steel", MONTH));
        assertThat(Reason.ofEarlierVersion(
                        "coefficient set \"set-a\" has no CO2 factor for steam, heat; add it to the set"))
                .isEqualTo(Reason.noFactor("set-a", Reason.Factor.CO2, List.of(Carrier.STEAM, Carrier.HEAT)));
    }

    private static Set<String> named(String sentence) {
        Set<String> all = new TreeSet<>();
        Matcher matcher = NAMED.matcher(sentence.replace("CO2", ""));
        while (matcher.find()) {
            all.add(matcher.group());
        }
        return all;
    }
}
