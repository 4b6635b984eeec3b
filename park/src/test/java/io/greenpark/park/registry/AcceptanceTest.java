package io.greenpark.park.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.registry.Acceptance.Held;
import io.greenpark.park.registry.Acceptance.Stage;
import io.greenpark.park.registry.Acceptance.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    @Test
    void what_says_nothing_always_counted() {
        assertThat(Acceptance.NONE.counts(Instant.EPOCH)).isTrue();
        assertThat(Acceptance.NONE.held()).isEmpty();
        assertThat(Acceptance.NONE.waitingSince()).isEmpty();
    }

    @Test
    void a_new_device_counts_from_when_it_was_accepted_and_never_before() {
        assertThat(Acceptance.pending().counts(MARCH)).isFalse();
        assertThat(Acceptance.pending().waitingSince()).contains(Acceptance.EVER);
        Acceptance accepted = new Acceptance(
                List.of(new Stage(MAY, State.ACCEPTED, 7L), new Stage(Acceptance.EVER, State.PENDING, null)));
        assertThat(accepted.counts(MARCH)).isFalse();
        assertThat(accepted.counts(MAY)).isTrue();
        assertThat(accepted.held()).containsExactly(new Held(Acceptance.EVER, MAY));
        assertThat(accepted.waitingSince()).isEmpty();
        assertThat(accepted.holds(MARCH, MAY)).isTrue();
        assertThat(accepted.holds(MAY, JULY)).isFalse();
        assertThat(accepted.at(JULY).orElseThrow().sheet()).isEqualTo(7);
    }

    @Test
    void another_meter_waits_from_its_replacement_on_and_what_was_before_stays_accepted() {
        Acceptance replaced = new Acceptance(List.of(new Stage(MAY, State.PENDING, null)));
        assertThat(replaced.counts(MARCH)).isTrue();
        assertThat(replaced.counts(MAY)).isFalse();
        assertThat(replaced.holds(MARCH, MAY)).isFalse();
        assertThat(replaced.holds(MARCH, MAY.plusMillis(1))).isTrue();
        assertThat(replaced.waitingSince()).contains(MAY);
        Acceptance again =
                new Acceptance(List.of(new Stage(MAY, State.PENDING, null), new Stage(JULY, State.ACCEPTED, 8L)));
        assertThat(again.held()).containsExactly(new Held(MAY, JULY));
    }
}
