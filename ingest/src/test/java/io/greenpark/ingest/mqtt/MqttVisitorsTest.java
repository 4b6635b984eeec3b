package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Four places for strangers, two for those of one address. */
class MqttVisitorsTest {
    private final MqttVisitors visitors = visitors(8, 2);
    private final List<MqttVisit> entered = new ArrayList<>();
    private final List<MqttVisit> held = new ArrayList<>();
    private final List<MqttVisit> waiting = new ArrayList<>();
    private final List<MqttVisit> refused = new ArrayList<>();
    private final List<MqttVisit> cut = new ArrayList<>();

    private static MqttVisitors visitors(int connections, int perAddress) {
        return visitors(connections, perAddress, Clock.systemUTC());
    }

    private static MqttVisitors visitors(int connections, int perAddress, Clock clock) {
        Map<String, String> settings =
                Map.of("maxConnections", "" + connections, "maxStrangersPerAddress", "" + perAddress);
        return new MqttVisitors(
                MqttConfig.from(Settings.ofTexts(settings), new Problems()).limits(), clock);
    }

    private final MqttVisit.Socket recorded = new MqttVisit.Socket() {
        @Override
        public void enter(MqttVisit visit) {
            entered.add(visit);
        }

        @Override
        public void hold(MqttVisit visit) {
            held.add(visit);
        }

        @Override
        public void waits(MqttVisit visit) {
            waiting.add(visit);
        }

        @Override
        public void refuse(MqttVisit visit) {
            refused.add(visit);
        }

        @Override
        public void cut(MqttVisit visit) {
            cut.add(visit);
        }
    };

    private MqttVisit arrive(String address) {
        return arrive(visitors, address);
    }

    private MqttVisit arrive(MqttVisitors house, String address) {
        MqttVisit visit = new MqttVisit(address, recorded);
        house.arrive(visit);
        return visit;
    }

    private MqttVisit device(MqttVisitors house, int number) {
        MqttVisit device = arrive(house, "10.9.0." + number);
        house.signedIn(device);
        return device;
    }

    private MqttVisit device(int number) {
        return device(visitors, number);
    }

    @Test
    void beyond_the_places_of_its_address_a_stranger_waits_and_others_enter() {
        MqttVisit first = arrive("10.0.0.1");
        arrive("10.0.0.1");
        MqttVisit third = arrive("10.0.0.1");
        assertThat(entered).doesNotContain(third);
        assertThat(entered).contains(arrive("10.0.0.2"));
        visitors.signedIn(first);
        assertThat(entered).contains(third);
        assertThat(refused).isEmpty();
        assertThat(held).isEmpty();
    }

    @Test
    void where_all_places_are_taken_nobody_is_accepted_until_one_has_signed_in() {
        List<MqttVisit> strangers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            strangers.add(arrive("10.0.1." + i));
        }
        MqttVisit next = arrive("10.0.0.1");
        assertThat(held).containsExactly(next);
        assertThat(entered).isEqualTo(strangers);
        visitors.signedIn(strangers.get(2));
        assertThat(entered).contains(next);
        assertThat(cut).isEmpty();
    }

    @Test
    void who_has_been_silent_makes_room_the_longest_first() {
        List<MqttVisit> strangers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            strangers.add(arrive("10.0.1." + i));
        }
        visitors.silent(strangers.get(2));
        visitors.silent(strangers.get(1));
        assertThat(cut).as("nobody needs room").isEmpty();
        assertThat(entered).contains(arrive("10.0.0.1"));
        assertThat(cut).containsExactly(strangers.get(2));
    }

    @Test
    void of_the_silent_one_of_the_address_with_most_makes_room() {
        MqttVisit alone = arrive("10.0.1.1");
        MqttVisit one = arrive("10.0.1.2");
        MqttVisit two = arrive("10.0.1.2");
        arrive("10.0.1.3");
        visitors.silent(alone);
        visitors.silent(two);
        visitors.silent(one);
        arrive("10.0.0.1");
        assertThat(cut).containsExactly(two);
    }

    @Test
    void who_is_held_enters_when_another_falls_silent() {
        MqttVisit first = arrive("10.0.1.0");
        for (int i = 1; i < 4; i++) {
            arrive("10.0.1." + i);
        }
        MqttVisit next = arrive("10.0.0.1");
        visitors.silent(first);
        assertThat(entered).contains(next);
        assertThat(cut).containsExactly(first);
    }

    @Test
    void who_shakes_hands_makes_no_room() {
        MqttVisit first = arrive("10.0.0.1");
        arrive("10.0.0.1");
        visitors.silent(first);
        visitors.begun(first);
        MqttVisit third = arrive("10.0.0.1");
        assertThat(cut).isEmpty();
        assertThat(entered).doesNotContain(third);
    }

    @Test
    void those_that_wait_for_one_address_keep_no_other_out() {
        for (int i = 0; i < 4; i++) {
            arrive("10.0.0.1");
        }
        MqttVisit one = arrive("10.0.0.1");
        assertThat(refused).as("all places are taken").containsExactly(one);
        visitors.left(one);
        assertThat(entered).contains(arrive("10.0.0.2"), arrive("10.0.0.3"));
        assertThat(refused).hasSize(3);
        assertThat(held).isEmpty();
    }

    @Test
    void a_house_full_of_devices_refuses_and_says_so_at_once() {
        for (int i = 0; i < 8; i++) {
            device(i);
        }
        MqttVisit oneMore = arrive("10.0.0.1");
        assertThat(refused).containsExactly(oneMore);
        visitors.left(oneMore);
        assertThat(visitors.sockets()).isEqualTo(8);
    }

    @Test
    void who_is_held_is_refused_when_the_last_place_goes_to_a_device() {
        for (int i = 0; i < 7; i++) {
            device(i);
        }
        MqttVisit last = arrive("10.0.0.1");
        MqttVisit next = arrive("10.0.0.2");
        assertThat(held).containsExactly(next);
        visitors.signedIn(last);
        assertThat(refused).containsExactly(next);
    }

    @Test
    void who_was_held_and_waits_for_its_own_address_keeps_nobody_else_out() {
        MqttVisitors house = visitors(10, 2);
        List<MqttVisit> devices = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            devices.add(device(house, i));
        }
        MqttVisit first = arrive(house, "10.0.0.1");
        arrive(house, "10.0.0.2");
        MqttVisit second = arrive(house, "10.0.0.1");
        MqttVisit third = arrive(house, "10.0.0.1");
        assertThat(held).containsExactly(second, third);
        devices.subList(0, 4).forEach(house::left);
        assertThat(entered).contains(second).doesNotContain(third);
        assertThat(waiting).containsExactly(third);
        assertThat(entered).contains(arrive(house, "10.0.0.3"));
        house.signedIn(first);
        assertThat(entered).contains(third);
    }

    @Test
    void who_signed_in_or_left_is_counted_once() {
        MqttVisit device = arrive("10.0.0.1");
        arrive("10.0.0.1");
        visitors.signedIn(device);
        visitors.left(device);
        assertThat(entered).contains(arrive("10.0.0.1"));
        assertThat(entered).doesNotContain(arrive("10.0.0.1"));
        assertThat(visitors.sockets()).isEqualTo(3);
    }

    private boolean nobodyIsHeld() {
        return held.isEmpty() || held.get(held.size() - 1).standing() != MqttVisit.Standing.ARRIVED;
    }

    /** They all come as fast as they are accepted; one after the other signs in, and stays. */
    private void allSignIn(MqttVisitors crowd, int number, String addresses) {
        int come = 0;
        for (int signedIn = 0; signedIn < number; signedIn++) {
            while (come < number && nobodyIsHeld()) {
                crowd.arrive(new MqttVisit(addresses.formatted(come / 250, come % 250), recorded));
                come++;
            }
            MqttVisit next = entered.get(signedIn);
            crowd.begun(next);
            crowd.signedIn(next);
        }
        assertThat(entered).hasSize(number);
        assertThat(refused).isEmpty();
        assertThat(cut).isEmpty();
    }

    @Test
    void however_many_come_at_once_from_one_address_all_enter_in_their_turn() {
        allSignIn(visitors(20_002, 7), 10_000, "10.0.0.1");
        assertThat(held).isEmpty();
    }

    @Test
    void however_many_come_at_once_from_many_addresses_all_enter_in_their_turn() {
        allSignIn(visitors(2_000, 7), 2_000, "10.0.%d.%d");
        assertThat(held).isNotEmpty();
    }

    @Test
    void it_warns_once_a_minute_and_when_the_clock_was_set_back() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T00:00:00Z"));
        InstantSource source = now::get;
        MqttVisitors house = visitors(1, 1, source.withZone(ZoneOffset.UTC));
        device(house, 1);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(MqttVisitors.class);
        logger.addAppender(log);
        log.start();
        try {
            for (int seconds : List.of(0, 1, 60, -86_400, 1)) {
                now.updateAndGet(time -> time.plusSeconds(seconds));
                arrive(house, "10.0.0.1");
            }
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list).as("at the start, a minute later, a day before").hasSize(3);
    }

    @Test
    void a_handshake_has_so_many_turns() {
        MqttVisit visit = new MqttVisit("10.0.0.1", recorded);
        for (int i = 0; i < MqttVisit.MOST_TURNS; i++) {
            assertThat(visit.startOurTurn()).isTrue();
            visit.endOurTurn(visit.turn());
        }
        assertThat(visit.startOurTurn()).isFalse();
    }

    @Test
    void the_end_of_a_turn_does_not_end_the_next() {
        MqttVisit visit = new MqttVisit("10.0.0.1", recorded);
        visit.startOurTurn();
        int first = visit.turn();
        visit.startOurTurn();
        visit.endOurTurn(first);
        assertThat(visit.isOurTurn()).isTrue();
        visit.endOurTurn(visit.turn());
        assertThat(visit.isOurTurn()).isFalse();
    }
}
