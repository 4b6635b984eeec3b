package io.greenpark.lab.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private static final Duration SPREAD = Duration.ofMinutes(5);
    private static final Set<Fault> POSSIBLE =
            EnumSet.complementOf(EnumSet.of(Fault.POSTGRES_DOWN, Fault.POSTGRES_CUT));

    @Test
    void the_same_seed_makes_the_same_plan_and_another_seed_another() {
        FaultPlan plan = FaultPlan.of(7, 20, POSSIBLE, SPREAD);
        assertThat(FaultPlan.of(7, 20, POSSIBLE, SPREAD)).isEqualTo(plan);
        assertThat(FaultPlan.of(8, 20, POSSIBLE, SPREAD)).isNotEqualTo(plan);
    }

    @Test
    void kills_are_as_many_as_asked_and_every_possible_fault_occurs() {
        FaultPlan plan = FaultPlan.of(7, 3, POSSIBLE, SPREAD);
        assertThat(plan.faults())
                .filteredOn(s -> s.fault() == Fault.KILL || s.fault() == Fault.KILL_STARTING)
                .hasSize(3);
        Set<Fault> others = EnumSet.copyOf(POSSIBLE);
        others.remove(Fault.KILL_STARTING);
        assertThat(plan.faults()).extracting(FaultPlan.PlannedFault::fault).containsAll(others);
    }

    @Test
    void clock_jumps_never_put_device_times_ahead_of_the_server() {
        FaultPlan plan = FaultPlan.of(7, 1_000, POSSIBLE, SPREAD);
        assertThat(plan.faults())
                .filteredOn(s -> s.fault() == Fault.CLOCK_JUMP)
                .hasSizeGreaterThan(50)
                .allSatisfy(s -> assertThat(s.amount()).isGreaterThanOrEqualTo(Duration.ofMinutes(-90)));
    }
}
