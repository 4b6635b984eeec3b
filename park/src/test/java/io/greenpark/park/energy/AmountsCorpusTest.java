package io.greenpark.park.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.corpus.CorpusCase;
import io.greenpark.park.corpus.CorpusCase.Answer;
import io.greenpark.park.corpus.CorpusCase.Told;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What points used, of series that people of the field wrote down with the right answer. */
class AmountsCorpusTest {
    static List<CorpusCase> cases() {
        return CorpusCase.all("amounts");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_series_comes_to_its_right_answer(CorpusCase c) {
        EnergyHourCalculation.Calculated calculated = EnergyHourCalculation.calculate(
                c.point(),
                c.time(),
                c.samples(),
                Long.MIN_VALUE,
                c.corrected(),
                c.fromMs(),
                c.toMs(),
                RegisterRules.defaults(),
                c.nowMs());
        Unit unit = Objects.requireNonNull(c.point().currentFacts().carrier()).unit();
        assertThat(told(c.answers().stream()
                        .map(a -> said(a, calculated.hours(), unit))
                        .toList()))
                .isEqualTo(told(c.answers()));
        if (c.told() != null) {
            assertThat(calculated.findings().stream()
                            .map(f -> new Told(f.kind(), Instant.ofEpochMilli(f.timeMs())))
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(c.told());
        }
    }

    private static String told(List<Answer> answers) {
        return answers.stream()
                .map(a -> a.step() + " " + Instant.ofEpochMilli(a.fromMs()) + " " + plain(a.figure()) + " "
                        + a.quality() + " " + a.covered() + " " + plain(a.estimated()))
                .collect(Collectors.joining("\n"));
    }

    private static String plain(BigDecimal figure) {
        return figure == null ? "-" : figure.stripTrailingZeros().toPlainString();
    }

    /** What the books say of the period of an answer, as far as the answer says it. */
    private static Answer said(Answer a, List<EnergyHour> hours, Unit unit) {
        EnergyPeriod period = EnergyPeriod.of(
                a.step(),
                hours.stream()
                        .filter(h -> a.fromMs() <= h.hourMs() && h.hourMs() < a.toMs())
                        .toList(),
                a.toMs() - a.fromMs());
        Long amount = period.amount();
        return new Answer(
                a.step(),
                a.fromMs(),
                a.toMs(),
                amount == null ? null : unit.fromBase(amount),
                period.quality(),
                a.covered() == null ? null : Duration.ofMillis(period.coveredMs()),
                a.estimated() == null ? null : unit.fromBase(period.estimated().amount()));
    }
}
