package io.greenpark.lab.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final long BEGAN = 5_000_000_000L;
    private final Schedule schedule = Schedule.of(Duration.ofMillis(10), 4, BEGAN);

    @Test
    void connections_take_turns_in_equal_steps() {
        assertThat(schedule.dueNanos(0, 0, 0)).isEqualTo(BEGAN);
        assertThat(schedule.dueNanos(1, 0, 0)).isEqualTo(BEGAN + 2_500_000);
        assertThat(schedule.dueNanos(3, 2, 0)).isEqualTo(BEGAN + 27_500_000);
    }

    @Test
    void after_a_halt_every_message_that_was_due_meanwhile_is_due_once() {
        assertThat(taken(BEGAN - 1)).isEmpty();
        assertThat(taken(BEGAN)).containsExactly(0);
        assertThat(taken(BEGAN + 12_500_000)).containsExactly(1, 2, 3, 0, 1);
        assertThat(taken(BEGAN + 12_500_000)).isEmpty();
        assertThat(schedule.untilNextNanos(BEGAN + 12_500_000)).isEqualTo(2_500_000);
    }

    private List<Integer> taken(long now) {
        List<Integer> taken = new ArrayList<>();
        for (int due = schedule.takeDue(now); due >= 0; due = schedule.takeDue(now)) {
            taken.add(due);
        }
        return taken;
    }

    @Test
    void without_a_schedule_everything_is_due_now() {
        Schedule none = Schedule.of(Duration.ZERO, 4, BEGAN);
        assertThat(none.paced()).isFalse();
        assertThat(none.dueNanos(3, 7, 42)).isEqualTo(42);
        assertThat(none.takeDue(Long.MAX_VALUE)).isEqualTo(-1);
    }
}
