package io.greenpark.sim.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.sim.data.DataSet;
import io.greenpark.sim.data.Measured;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Instant ORIGIN = Instant.parse("2026-03-01T16:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-03T16:30:00Z");
    private static final BigDecimal WARNING = new BigDecimal("160");

    private final List<String> topics = new ArrayList<>();
    private final List<String> payloads = new ArrayList<>();

    @Test
    void the_history_goes_out_hour_by_hour_in_messages_of_the_gateway() throws Exception {
        TelemetrySink sink = (sender, topic, payload) -> {
            topics.add(sender + ":" + topic);
            payloads.add(payload);
            return CompletableFuture.completedFuture(null);
        };
        List<DeviceModel> devices = population(Faults.NONE, 1).devices();
        Simulation simulation = new Simulation(devices, Set.of(), sink, Clock.fixed(NOW, ZoneOffset.UTC));
        simulation.backfill(ORIGIN, (reached, values) -> {});
        assertThat(topics).hasSize(8).containsOnly("gw:v1/gateway/telemetry");
        assertThat(payloads.get(0))
                .startsWith("{\"kiln-el\":[{\"ts\":"
                        + Instant.parse("2026-03-01T17:00:00Z").toEpochMilli() + ",\"values\":{\"energy\":");
        assertThat(simulation.acknowledgedValues()).isEqualTo(48 * 2);
    }

    @Test
    void a_meter_of_intervals_shows_every_period_that_ended_since_it_was_asked() {
        PointModel quarters = new PointModel() {
            @Override
            public OptionalDouble at(Instant at) {
                return OptionalDouble.of(1);
            }

            @Override
            public Duration period() {
                return Duration.ofMinutes(15);
            }
        };
        DeviceModel meter = new Simulated("meter", null, ORIGIN, Map.of("kwh", quarters));
        assertThat(meter.until(ORIGIN.plus(Duration.ofHours(1)))).hasSize(4);
        assertThat(meter.until(ORIGIN.plus(Duration.ofMinutes(74)))).isEmpty();
        assertThat(meter.until(ORIGIN.plus(Duration.ofMinutes(76))))
                .extracting(Measured::at)
                .containsExactly(ORIGIN.plus(Duration.ofMinutes(75)));
    }

    @Test
    void a_register_never_falls_and_the_same_seed_shows_the_same_park() {
        assertThat(registers(1)).isSorted().isEqualTo(registers(1)).isNotEqualTo(registers(2));
    }

    @Test
    void a_park_in_order_stays_clear_of_its_limits_and_a_fault_does_not() {
        assertThat(stack(Faults.NONE)).allMatch(v -> v.compareTo(WARNING) < 0);
        Instant since = ORIGIN.plus(Duration.ofHours(40));
        List<BigDecimal> faulty = stack(new Faults(Map.of(), Map.of("kiln-nox", since), Set.of()));
        assertThat(faulty.subList(0, 39)).allMatch(v -> v.compareTo(WARNING) < 0);
        assertThat(faulty.subList(39, 48)).allMatch(v -> v.compareTo(new BigDecimal("200")) > 0);
    }

    @Test
    void a_measured_plant_ends_after_now_and_goes_back_to_the_start_with_scaled_copies() {
        Instant now = Instant.parse("2026-11-23T13:00:00Z");
        Instant start = Instant.parse("2024-12-31T16:00:00Z");
        Set<String> kwh = Set.of("kwh");
        MeasuredPlant plant = new MeasuredPlant(DataSet.STEEL_PLANT, kwh, start, now, kwh, new BigDecimal("1.06"));
        List<Measured> rows = plant.until(now);
        assertThat(rows.get(0).at()).isEqualTo(start);
        assertThat(rows.get(rows.size() - 1).at()).isEqualTo(now);
        assertThat(plant.until(now.plus(Duration.ofMinutes(15)))).hasSize(1);
        Map<Instant, BigDecimal> byTime = new HashMap<>();
        rows.forEach(r -> byTime.put(r.at(), r.values().get("kwh")));
        assertThat(byTime)
                .hasSize(rows.size())
                .hasSize((int) Duration.between(start, now).dividedBy(Duration.ofMinutes(15)) + 1);
        Instant recent = Instant.parse("2026-06-01T04:00:00Z");
        assertThat(byTime.get(recent.minus(Duration.ofDays(364))))
                .isEqualByComparingTo(byTime.get(recent).multiply(new BigDecimal("1.06")));
    }

    private static Population population(Faults faults, long seed) {
        return new Population(OneKiln.registry(), ORIGIN, ORIGIN, -5, faults, seed);
    }

    private static List<BigDecimal> registers(long seed) {
        return values(population(Faults.NONE, seed), "kiln-el", "energy");
    }

    private static List<BigDecimal> stack(Faults faults) {
        return values(population(faults, 1), "kiln-stack", "nox");
    }

    private static List<BigDecimal> values(Population population, String device, String key) {
        DeviceModel model = population.devices().stream()
                .filter(d -> d.deviceId().equals(device))
                .findFirst()
                .orElseThrow();
        List<BigDecimal> values = new ArrayList<>();
        for (int hour = 1; hour <= 48; hour++) {
            Measured measured = model.until(ORIGIN.plus(Duration.ofHours(hour))).get(0);
            values.add(measured.values().get(key));
        }
        return values;
    }
}
