package io.greenpark.deploy.demo;

import io.greenpark.alerts.policy.PolicyJson;
import io.greenpark.park.time.ParkTime;
import io.greenpark.sim.data.DataSet;
import io.greenpark.sim.simulate.DeviceModel;
import io.greenpark.sim.simulate.Faults;
import io.greenpark.sim.simulate.MeasuredPlant;
import io.greenpark.sim.simulate.Population;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One demo: the configuration written before it starts, and the faults in its data. Four are planted: an enterprise behind
 * its energy target, a stack over its hourly limit, a water outlet over its daily limit, and a meter that falls silent.
 */
public final class Demo {
    /** The enterprise whose energy grows instead of falling. */
    public static final String BEHIND = "hardware-01";
    /** The stack point over its hourly limit. */
    public static final String STACK = "building-02-stack-nox";
    /** The water point over its daily limit. */
    public static final String WATER = "food-02-water-cod";
    /** The meter that sends its history and then falls silent. */
    public static final String SILENT = "cotton-03-el";

    static final long SEED = 20_210_101;
    /**
     * What enterprises on target achieve, percent per year: enough for the park of the one behind, which uses a quarter of
     * the park's energy, to meet its own target of -5 % in any year, however working days fall.
     */
    private static final double ON_TARGET_PERCENT = -9;

    private static final double BEHIND_PERCENT = 1;
    /** The steel plant's second year is its first, scaled: an assumption of the demo. */
    private static final BigDecimal PLANT_YEAR_BEFORE = new BigDecimal("1.06");

    private static final Duration STACK_OVER = Duration.ofHours(4);
    private static final Duration DISCHARGE_HISTORY = Duration.ofDays(90);

    private final Clock clock;

    public Demo(Clock clock) {
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ParkTime.SHANGHAI);
    }

    /** Meters start on 1 January of last year. */
    public Instant origin() {
        return startOf(LocalDate.of(today().getYear() - 1, 1, 1));
    }

    /** Outlets start 90 days ago. */
    public Instant dischargeStart() {
        return startOf(today()).minus(DISCHARGE_HISTORY);
    }

    private static Instant startOf(LocalDate day) {
        return ParkTime.shanghai().startOf(day);
    }

    /** The planted faults: the stack is over its limit for some hours, the water outlet since yesterday morning. */
    public Faults faults() {
        return new Faults(
                Map.of(BEHIND, BEHIND_PERCENT),
                Map.of(STACK, clock.instant().minus(STACK_OVER), WATER, startOf(today().minusDays(1))),
                Set.of(SILENT));
    }

    /** The simulated devices of the registry, and the measured plants moved to the present. */
    public List<DeviceModel> devices(Population population) {
        List<DeviceModel> devices = new ArrayList<>(population.devices());
        Instant now = clock.instant();
        for (DataSet set : DataSet.values()) {
            Set<String> keys =
                    population.registry().pointsOfDevice(set.deviceId()).keySet();
            boolean meter = set == DataSet.STEEL_PLANT;
            Instant start = meter ? origin() : dischargeStart();
            devices.add(new MeasuredPlant(set, keys, start, now, meter ? keys : Set.of(), PLANT_YEAR_BEFORE));
        }
        return devices;
    }

    /** Yearly change of the energy of enterprises without a fault, in percent. */
    public double defaultChangePercent() {
        return ON_TARGET_PERCENT;
    }

    /** Who is told when: the shipped plan waits for mornings and for months to be closed, which a visitor does not. */
    public String noticePlan() {
        return PolicyJson.shipped(Demo.class, "notice-plan.json");
    }

    public long seed() {
        return SEED;
    }

    /**
     * Writes the demo's configuration into a folder.
     *
     * @param coefficients the coefficient sets that come with the distribution
     * @param mailPort where the demo's mailbox listens
     * @param webhook where the demo's webhook receiver listens
     * @return the configuration file
     */
    public Path write(Path folder, Path coefficients, int mailPort, String webhook) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("registry.yaml"), new DemoRegistry(today(), SEED, webhook).yaml());
            Path config = folder.resolve("demo.yaml");
            Files.writeString(config, """
                    # Written by the demo at its start; edits are lost.
                    registry-files: [registry.yaml, "%s"]
                    http:
                      signIn: false
                    # Two years of history come in at once; until they are worked off, every reading takes long.
                    alerts:
                      canary-missing:
                        after: 1h
                    mail:
                      host: 127.0.0.1
                      port: %d
                      tls: none
                      from: greenpark@jindong.example
                    """.formatted(coefficients.toAbsolutePath(), mailPort));
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException("demo: \"" + folder + "\" cannot be written", e);
        }
    }
}
