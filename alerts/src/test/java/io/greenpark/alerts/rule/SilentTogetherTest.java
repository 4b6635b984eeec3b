package io.greenpark.alerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.rule.SilentTogether.Decision;
import io.greenpark.park.registry.Device;
import io.greenpark.park.text.Bilingual;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Devices that may be silent for an hour, behind one gateway. */
class SilentTogetherTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final SilentTogether TWO =
            new SilentTogether(2, 90, a -> a.device().id());

    private static Awaited heard(String id, int minutesAgo) {
        return heard(id, "gw", minutesAgo);
    }

    private static Awaited heard(String id, @Nullable String gateway, int minutesAgo) {
        Instant at = NOON.minusSeconds(60L * minutesAgo);
        return new Awaited(new Device(id, "e", Bilingual.same(id), gateway, Duration.ofHours(1)), at, at, at);
    }

    private static Decision begin(Awaited... group) {
        return TWO.begin(List.of(group), null, NOON);
    }

    @Test
    void one_device_is_nobody_s_gateway() {
        assertThat(begin(heard("a", 200))).isEqualTo(new Decision(null, false, false));
    }

    @Test
    void all_overdue_are_silent_together_since_the_last_of_them() {
        Decision decision = begin(heard("a", 61), heard("b", 70));
        assertThat(decision.speaks()).isTrue();
        assertThat(decision.verdict()).isNotNull().satisfies(v -> assertThat(v.from())
                .isEqualTo(NOON.minusSeconds(3_660)));
    }

    @Test
    void while_the_others_are_quiet_it_is_not_known_yet() {
        assertThat(begin(heard("a", 61), heard("b", 31)).holds()).isTrue();
        assertThat(begin(heard("a", 61), heard("b", 2)).holds()).isTrue();
        assertThat(begin(heard("a", 62), heard("b", 1)).holds()).isFalse();
    }

    @Test
    void nearly_all_is_nine_of_ten() {
        Awaited[] ten = new Awaited[10];
        for (int i = 0; i < 10; i++) {
            ten[i] = heard("d" + i, i < 9 ? 61 : 1);
        }
        assertThat(begin(ten).speaks()).isTrue();
        ten[0] = heard("d0", 1);
        assertThat(begin(ten).speaks()).isFalse();
    }

    @Test
    void a_door_is_silent_only_if_enough_senders_are() {
        SilentTogether door = new SilentTogether(2, 90, Awaited::sender);
        assertThat(door.begin(List.of(heard("a", 61), heard("b", 61)), null, NOON)
                        .speaks())
                .isFalse();
        assertThat(door.begin(List.of(heard("a", 61), heard("b", null, 61)), null, NOON)
                        .speaks())
                .isTrue();
    }
}
