package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ten seconds, of which a loop that is not busy looks four times each. */
class MqttPatienceTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration EVERY = MqttPatience.every(TIMEOUT);

    private final MqttVisitors visitors = new MqttVisitors(
            MqttConfig.from(Settings.ofTexts(Map.of("maxStrangersPerAddress", "1")), new Problems())
                    .limits(),
            Clock.systemUTC());
    private final List<MqttVisit> cut = new ArrayList<>();
    private final MqttVisit.Socket socket = new MqttVisit.Socket() {
        @Override
        public void enter(MqttVisit visit) {
            // It is looked at all the same.
        }

        @Override
        public void hold(MqttVisit visit) {
            throw new AssertionError("there are places");
        }

        @Override
        public void waits(MqttVisit visit) {
            throw new AssertionError("there are places");
        }

        @Override
        public void refuse(MqttVisit visit) {
            throw new AssertionError("there are places");
        }

        @Override
        public void cut(MqttVisit visit) {
            cut.add(visit);
        }
    };

    private long now;
    private final MqttPatience patience = new MqttPatience(visitors, TIMEOUT, () -> now);

    private MqttVisit stranger() {
        MqttVisit visit = new MqttVisit("10.0.0.1", socket);
        visitors.arrive(visit);
        patience.await(visit);
        return visit;
    }

    private void pass(Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(EVERY)) {
            now += EVERY.toNanos();
            patience.look();
        }
    }

    @Test
    void who_has_not_signed_in_in_time_is_cut_whatever_has_begun() {
        MqttVisit visit = stranger();
        visit.startOurTurn();
        visit.endOurTurn(visit.turn());
        pass(Duration.ofSeconds(9));
        assertThat(cut).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(cut).containsExactly(visit);
    }

    @Test
    void time_in_which_the_loop_was_busy_does_not_count() {
        MqttVisit visit = stranger();
        for (int i = 0; i < 10; i++) {
            now += Duration.ofMinutes(1).toNanos();
            patience.look();
        }
        assertThat(cut).isEmpty();
        pass(Duration.ofSeconds(10));
        assertThat(cut).containsExactly(visit);
    }

    @Test
    void nor_does_our_own_turn() {
        MqttVisit visit = stranger();
        visit.startOurTurn();
        pass(Duration.ofMinutes(1));
        assertThat(cut).isEmpty();
        visit.endOurTurn(visit.turn());
        pass(Duration.ofSeconds(10));
        assertThat(cut).containsExactly(visit);
    }

    @Test
    void who_sends_nothing_makes_room_after_a_quarter_of_the_time() {
        MqttVisit first = stranger();
        stranger();
        pass(Duration.ofSeconds(2));
        assertThat(cut).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(cut).containsExactly(first);
    }

    @Test
    void who_has_signed_in_is_awaited_no_longer() {
        MqttVisit visit = stranger();
        patience.awaitNoLonger(visit);
        pass(Duration.ofMinutes(1));
        assertThat(cut).isEmpty();
    }
}
