package io.greenpark.accounting.intensity;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.FigureStatus;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Medians and ranks of an industry. Enterprises are named by their energy per value added; it is withheld of those named "w"; of "u2" the meters are not
 * accepted, of "b3" they were not the year before.
 */
class PeersTest {
    private static final Reason UNACCEPTED = Reason.notAccepted(List.of("meter"));
    private static final Reason WITHHELD = Reason.of(Cause.WITHHELD);

    private static Peers peers(String... enterprises) {
        IntensityAccounts accounts = (subject, from, to, basis) -> List.of(new IntensityRow(
                from,
                figure(null),
                figure(
                        subject.id().startsWith("w")
                                ? null
                                : new BigDecimal(subject.id().replaceAll("[ub]", ""))),
                null));
        Peers.Acceptances acceptances = (enterprise, month) ->
                enterprise.startsWith("u") || enterprise.startsWith("b") && month.getYear() == 2025 ? UNACCEPTED : null;
        return Peers.of(
                accounts, acceptances, List.of(enterprises), YearMonth.of(2026, 10), ElectricityBasis.EQUIVALENT);
    }

    private static PeriodIntensity figure(@Nullable BigDecimal figure) {
        return new PeriodIntensity(
                null,
                null,
                figure,
                figure == null ? null : figure.negate(),
                Coverage.measured(1),
                Coverage.measured(1),
                FigureStatus.ESTIMATED,
                figure == null ? Map.of("tcePer10kCny", WITHHELD) : Map.of());
    }

    @Test
    void the_median_is_the_one_in_the_middle_or_between_the_two_there() {
        assertThat(peers("5", "1", "3", "2", "4").tcePer10kCny().median()).isEqualByComparingTo("3");
        assertThat(peers("5", "1", "3", "2", "4", "6").tcePer10kCny().median()).isEqualByComparingTo("3.5");
        assertThat(peers("5", "1", "3", "2", "4").changePercent().median()).isEqualByComparingTo("-3");
    }

    @Test
    void what_may_not_be_told_by_itself_counts_in_nothing() {
        Peers peers = peers("5", "1", "w1", "3", "2", "4", "w2");
        assertThat(peers.tcePer10kCny()).isEqualTo(new Peers.Median(new BigDecimal("3"), 5, null));
        assertThat(peers.rank("w1")).isEqualTo(new Peers.Rank(null, 5, WITHHELD));
        assertThat(peers.size()).isEqualTo(7);
    }

    @Test
    void who_is_metered_by_what_nobody_has_accepted_counts_in_nothing() {
        Peers peers = peers("5", "1", "u9", "3", "2", "4", "u8");
        assertThat(peers.tcePer10kCny()).isEqualTo(new Peers.Median(new BigDecimal("3"), 5, null));
        assertThat(peers.changePercent()).isEqualTo(new Peers.Median(new BigDecimal("-3"), 5, null));
        assertThat(peers.rank("5").rank()).isEqualTo(5);
        assertThat(peers.rank("u9")).isEqualTo(new Peers.Rank(null, 5, UNACCEPTED));
        assertThat(peers.unaccepted()).isEqualTo(2);
        Reason tooFew = Reason.tooFewEnterprises(4, 5);
        assertThat(peers("1", "2", "3", "4", "u5").tcePer10kCny()).isEqualTo(new Peers.Median(null, 4, tooFew));
        // A change rests on both years.
        Peers before = peers("1", "2", "b3", "4", "5");
        assertThat(before.tcePer10kCny().n()).isEqualTo(5);
        assertThat(before.changePercent()).isEqualTo(new Peers.Median(null, 4, tooFew));
    }

    @Test
    void of_fewer_than_five_nothing_is_said() {
        Peers peers = peers("1", "2", "3", "4", "w1");
        Reason tooFew = Reason.tooFewEnterprises(4, 5);
        assertThat(peers.tcePer10kCny()).isEqualTo(new Peers.Median(null, 4, tooFew));
        assertThat(peers.rank("1")).isEqualTo(new Peers.Rank(null, 4, tooFew));
    }

    @Test
    void the_least_energy_ranks_first_and_equals_share_the_better_rank() {
        Peers peers = peers("5", "1", "3", "2", "3.0", "4");
        assertThat(IntStream.of(1, 2, 3, 4, 5)
                        .mapToObj(n -> peers.rank(Integer.toString(n)).rank()))
                .containsExactly(1, 2, 3, 5, 6);
        assertThat(peers.rank("3.0").rank()).isEqualTo(3);
    }
}
