package io.greenpark.park.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.live.ListeningDoor.Standing;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A door that comes and goes. */
class ShutTimesTest {
    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

    private static Instant minute(long minute) {
        return START.plusSeconds(60 * minute);
    }

    @Test
    void time_before_a_door_opened_first_does_not_count() {
        Standing door = Standing.shut(START, "not connected yet").opened(minute(7));
        assertThat(door.countedFrom(START)).isEqualTo(minute(7));
        assertThat(door.past().spans()).isEmpty();
    }

    @Test
    void time_in_which_it_was_shut_is_left_out_as_far_as_it_is_later() {
        Standing door = Standing.open(START)
                .shutAt(minute(10), "away")
                .shutAt(minute(12), "still away")
                .opened(minute(15))
                .shutAt(minute(20), "away")
                .opened(minute(21));
        assertThat(door.countedFrom(START)).isEqualTo(minute(6));
        assertThat(door.countedFrom(minute(12))).isEqualTo(minute(16));
        assertThat(door.countedFrom(minute(21))).isEqualTo(minute(21));
    }

    @Test
    void of_many_spans_the_oldest_are_kept_together_and_none_of_their_time_is_lost() {
        Standing door = Standing.open(START);
        for (int i = 0; i < 3_000; i++) {
            door = door.shutAt(minute(10L * i + 5), "away").opened(minute(10L * i + 6));
        }
        assertThat(door.past().spans()).hasSize(1_000);
        assertThat(door.countedFrom(START)).isEqualTo(minute(3_000));
        assertThat(door.countedFrom(minute(29_000))).isEqualTo(minute(29_100));
    }
}
