package io.greenpark.park.discharge;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.corpus.CorpusCase;
import io.greenpark.park.corpus.CorpusCase.Answer;
import io.greenpark.park.corpus.CorpusCase.Told;
import io.greenpark.park.discharge.DischargeMean.Mean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Means of series that people of the field wrote down with the right answer. */
class MeansCorpusTest {
    private static final int DIGITS = 6;

    static List<CorpusCase> cases() {
        return CorpusCase.all("means");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_series_comes_to_its_right_answer(CorpusCase c) {
        DischargeMean means = DischargeMean.of(c.point(), c.time(), c.samples(), c.corrected(), c.nowMs());
        assertThat(told(c.answers().stream().map(a -> said(a, means)).toList())).isEqualTo(told(c.answers()));
        if (c.told() != null) {
            assertThat(means.findings().stream()
                            .map(f -> new Told(f.kind(), Instant.ofEpochMilli(f.timeMs())))
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(c.told());
        }
    }

    private static String told(List<Answer> answers) {
        return answers.stream()
                .map(a -> a.step() + " " + Instant.ofEpochMilli(a.fromMs()) + " " + plain(a.figure()) + " "
                        + a.quality() + " " + a.covered())
                .collect(Collectors.joining("\n"));
    }

    private static String plain(BigDecimal figure) {
        return figure == null
                ? "-"
                : figure.setScale(DIGITS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static Answer said(Answer a, DischargeMean means) {
        Mean mean = means.over(a.fromMs(), a.toMs());
        Duration covered = Duration.ofMillis(Math.round(mean.completeness() * (a.toMs() - a.fromMs())));
        return new Answer(
                a.step(),
                a.fromMs(),
                a.toMs(),
                mean.mean(),
                mean.quality(),
                a.covered() == null ? null : covered,
                null);
    }
}
