package io.greenpark.sim.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.sim.data.DataSet;
import io.greenpark.sim.data.Measured;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static Measured row(long ms, Map<String, BigDecimal> values) {
        return new Measured(Instant.ofEpochMilli(ms), values);
    }

    @Test
    void values_are_written_as_in_the_file() {
        assertThat(Messages.of(List.of(row(1000, Map.of("kwh", new BigDecimal("0.00")))), 0))
                .containsExactly("{\"ts\":1000,\"values\":{\"kwh\":0.00}}");
    }

    @Test
    void a_measurement_without_values_is_not_sent() {
        assertThat(Messages.of(List.of(row(1000, Map.of())), 0)).isEmpty();
    }

    @Test
    void several_measurements_share_a_message_up_to_its_size() {
        List<Measured> rows = List.of(
                row(1000, Map.of("a", BigDecimal.ONE)),
                row(2000, Map.of("a", BigDecimal.TEN)),
                row(3000, Map.of("a", BigDecimal.TEN)));
        assertThat(Messages.of(rows, 70))
                .containsExactly(
                        "[{\"ts\":1000,\"values\":{\"a\":1}},{\"ts\":2000,\"values\":{\"a\":10}}]",
                        "[{\"ts\":3000,\"values\":{\"a\":10}}]");
    }

    @Test
    void a_register_begins_before_the_first_amount_wraps_once_and_gives_every_amount_back() {
        List<Measured> amounts = DataSet.STEEL_PLANT.read();
        List<Measured> register = Registers.of(amounts, "kwh");
        assertThat(register).hasSize(35_041);
        assertThat(register.get(0))
                .isEqualTo(row(
                        Instant.parse("2017-12-31T16:00:00Z").toEpochMilli(),
                        Map.of("kwh", new BigDecimal("100000.00"))));
        int wraps = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 1; i < register.size(); i++) {
            BigDecimal step = register.get(i)
                    .values()
                    .get("kwh")
                    .subtract(register.get(i - 1).values().get("kwh"));
            if (step.signum() < 0) {
                wraps++;
                step = step.add(new BigDecimal("1000000"));
            }
            sum = sum.add(step);
        }
        assertThat(wraps).isOne();
        assertThat(sum).isEqualByComparingTo("959636.71");
    }
}
