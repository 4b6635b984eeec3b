package io.greenpark.park.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.quarantine.KeptTime.Form;
import io.greenpark.park.quarantine.Quarantine.Overflow;
import io.greenpark.park.quarantine.Quarantine.Portion;
import io.greenpark.park.quarantine.WaitingDevice.Discard;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.MovableClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every quarantine promises. */
public abstract class QuarantineContract {
    protected static final Duration KEEP = Duration.ofDays(60);
    protected static final int DEVICES = 2;
    protected static final int KEYS = 3;
    protected static final int READINGS = 100;
    protected static final int ALL_READINGS = 1_000;

    private static final ProvedSender GATEWAY = new ProvedSender(ProvedSender.Kind.GATEWAY, "gw");
    private static final ProvedSender BROKER = new ProvedSender(ProvedSender.Kind.BROKER, "gw");
    private static final long MINUTE = 60_000;
    private static final long QUARTER = 15 * MINUTE;

    @TempDir
    private Path dir;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T08:00:00Z"));
    private Opened opened;

    /** A quarantine and the dead letters that it keeps refusals with. */
    protected interface Opened extends AutoCloseable {
        Quarantine quarantine();

        DeadLetters letters();

        @Override
        void close();
    }

    /** Opens or opens again what lies in {@code dir}, with the bounds above. */
    protected abstract Opened open(Path dir, Clock clock);

    @BeforeEach
    void open() {
        opened = open(dir, clock);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private Quarantine quarantine() {
        return opened.quarantine();
    }

    private KeptMessage message(ProvedSender sender, String device, KeptValue... values) {
        return new KeptMessage(Door.MQTT, sender, device, clock.millis(), List.of(values));
    }

    private static KeptValue value(String key, long ms, double value) {
        return new KeptValue(key, new KeptTime(Form.INSTANT, ms), value, Flag.NORMAL);
    }

    private void append(KeptMessage... messages) {
        quarantine().append(List.of(messages)).toCompletableFuture().join();
    }

    private void append(String device, String key, double... values) {
        for (int i = 0; i < values.length; i++) {
            append(message(GATEWAY, device, value(key, i * QUARTER, values[i])));
        }
    }

    private WaitingDevice only() {
        assertThat(quarantine().devices()).hasSize(1);
        return quarantine().devices().get(0);
    }

    private List<Double> kept(String key) {
        return quarantine().portion(only().id(), Set.of(key), 10_000).messages().stream()
                .flatMap(m -> m.values().stream())
                .map(KeptValue::value)
                .toList();
    }

    @Test
    void what_was_sent_comes_back_as_it_was_sent_also_after_reopening() {
        KeptMessage sent = new KeptMessage(
                Door.COAP,
                GATEWAY,
                "Meter 1",
                clock.millis(),
                List.of(
                        new KeptValue("kWh", new KeptTime(Form.LOCAL, 7), 1.5, Flag.MANUAL),
                        new KeptValue("kWh", new KeptTime(Form.INSTANT, -3), -2, Flag.NORMAL),
                        new KeptValue("电压", new KeptTime(Form.ARRIVAL, clock.millis()), 0.1, Flag.FAULT)));
        append(sent);
        opened.close();
        open();
        Portion portion = quarantine().portion(only().id(), Set.of("kWh", "电压"), 100);
        assertThat(portion.messages()).containsExactly(sent);
    }

    @Test
    void a_device_tells_since_when_it_waits_and_what_its_keys_said_last() {
        long first = clock.millis();
        append(message(GATEWAY, "m1", value("kwh", 1_000, 10), value("kw", 1_000, 5)));
        clock.advance(Duration.ofMinutes(15));
        append(message(GATEWAY, "m1", value("kwh", 2_000, 11), value("kw", 2_000, 4)));
        WaitingDevice device = only();
        assertThat(device.sender()).isEqualTo(GATEWAY);
        assertThat(device.firstMs()).isEqualTo(first);
        assertThat(device.lastMs()).isEqualTo(clock.millis());
        assertThat(device.messages()).isEqualTo(2);
        assertThat(device.readings()).isEqualTo(4);
        WaitingKey kwh = device.keys().get(0);
        assertThat(kwh.key()).isEqualTo("kwh");
        assertThat(kwh.value()).isEqualTo(11);
        assertThat(kwh.earliest().ms()).isEqualTo(1_000);
        assertThat(kwh.newest().ms()).isEqualTo(2_000);
        assertThat(quarantine().device(device.id())).contains(device);
    }

    @Test
    void values_that_only_rise_look_like_a_register_and_others_like_a_gauge() {
        append("m1", "kwh", 1, 2, 2, 3, 4);
        append("m1", "kw", 1, 2, 1, 3, 4);
        append("m1", "state", 1, 1, 1);
        assertThat(only().keys())
                .extracting(WaitingKey::shape)
                .containsExactly(WaitingKey.Shape.RISING, WaitingKey.Shape.VARYING, WaitingKey.Shape.UNCLEAR);
    }

    @Test
    void how_far_readings_lie_apart_is_told_past_gaps_and_bursts() {
        append("a", "kwh", 1, 2);
        assertThat(quarantine().spacing(only().id(), "kwh"))
                .as("two tell nothing")
                .isEmpty();
        append(message(GATEWAY, "a", value("kwh", 2 * QUARTER, 3), value("kwh", 3 * QUARTER, 4)));
        // A night without the gateway, and one value twice within a second.
        append(message(GATEWAY, "a", value("kwh", 60 * QUARTER, 5), value("kwh", 60 * QUARTER + 1_000, 6)));
        append(message(GATEWAY, "a", value("kwh", 61 * QUARTER, 7), value("kwh", 62 * QUARTER, 8)));
        assertThat(quarantine().spacing(only().id(), "kwh")).contains(Duration.ofMinutes(15));
        assertThat(quarantine().spacing(only().id(), "none")).isEmpty();
        assertThat(quarantine().spacing(only().id() + 1, "kwh")).isEmpty();
    }

    @Test
    void times_without_a_zone_are_not_compared_with_others() {
        append("a", "kwh", 1, 2, 3);
        KeptTime local = new KeptTime(Form.LOCAL, 2 * QUARTER + MINUTE);
        append(message(GATEWAY, "a", new KeptValue("kwh", local, 4, Flag.NORMAL)));
        assertThat(quarantine().spacing(only().id(), "kwh"))
                .as("one of the newest kind only")
                .isEmpty();
    }

    @Test
    void late_values_do_not_make_a_register_fall() {
        append("m1", "kwh", 1, 2, 3, 4);
        append(message(GATEWAY, "m1", value("kwh", 1, 1.5)));
        assertThat(only().keys().get(0).shape()).isEqualTo(WaitingKey.Shape.RISING);
        assertThat(only().keys().get(0).value()).isEqualTo(4);
    }

    @Test
    void one_device_of_two_senders_waits_for_each() {
        append(message(GATEWAY, "m1", value("kwh", 1, 1)), message(BROKER, "m1", value("kwh", 1, 1)));
        assertThat(quarantine().devices()).extracting(WaitingDevice::sender).containsExactly(GATEWAY, BROKER);
    }

    @Test
    void a_repeated_delivery_is_kept_once_and_a_correction_beside_what_it_corrects() {
        append(message(GATEWAY, "m1", value("kwh", 1, 1)));
        append(message(GATEWAY, "m1", value("kwh", 1, 1)));
        append(message(GATEWAY, "m1", value("kwh", 1, 2)));
        append(message(GATEWAY, "m1", value("kwh", 1, 1)));
        assertThat(kept("kwh")).containsExactly(1.0, 2.0, 1.0);
        assertThat(only().dropped()).isZero();
    }

    @Test
    void a_portion_ends_with_a_whole_message() {
        append(message(GATEWAY, "m1", value("kwh", 1, 1), value("kwh", 2, 2), value("kwh", 3, 3)));
        append(message(GATEWAY, "m1", value("kwh", 4, 4)));
        Portion portion = quarantine().portion(only().id(), Set.of("kwh"), 2);
        assertThat(portion.messages()).hasSize(1);
        assertThat(portion.messages().get(0).values()).hasSize(3);
    }

    @Test
    void what_is_settled_is_gone_and_what_came_meanwhile_waits_on() {
        append(message(GATEWAY, "m1", value("kwh", 1, 1), value("kw", 1, 7)));
        Portion portion = quarantine().portion(only().id(), Set.of("kwh"), 100);
        append(message(GATEWAY, "m1", value("kwh", 2, 2)));
        quarantine().settle(portion, List.of());
        assertThat(kept("kwh")).containsExactly(2.0);
        quarantine().settle(quarantine().portion(only().id(), Set.of("kwh"), 100), List.of());
        assertThat(only().keys()).extracting(WaitingKey::key).containsExactly("kw");
        quarantine().settle(quarantine().portion(only().id(), Set.of("kw"), 100), List.of());
        assertThat(quarantine().devices()).isEmpty();
    }

    @Test
    void of_a_portion_single_values_may_wait_on_and_the_next_portion_begins_behind_it() {
        append(message(GATEWAY, "m1", value("kwh", 1, 1), value("kwh", 2, 2)));
        append(message(GATEWAY, "m1", value("kwh", 3, 3)));
        long id = only().id();
        Portion first = quarantine().portion(id, Set.of("kwh"), 2);
        quarantine().settle(first, Set.of(first.numbers().get(0)), List.of());
        assertThat(kept("kwh")).containsExactly(1.0, 3.0);
        Portion second = quarantine().portion(id, Set.of("kwh"), first.upTo(), 2);
        assertThat(second.numbers()).hasSize(1);
        quarantine().settle(second, List.of());
        assertThat(kept("kwh")).containsExactly(1.0);
        assertThat(only().readings()).isOne();
        assertThat(quarantine().portion(id, Set.of("kwh"), second.upTo(), 2).messages())
                .isEmpty();
    }

    @Test
    void what_is_refused_in_the_end_becomes_dead_letters() {
        append(message(GATEWAY, "m1", value("kwh", 1, 1)));
        DeadLetter refused = new DeadLetter(
                Door.MQTT,
                "gw",
                "m1",
                "kwh",
                RejectReason.TIME_TOO_OLD,
                new Bilingual("过早", "too old"),
                "{}",
                clock.millis());
        quarantine().settle(quarantine().portion(only().id(), Set.of("kwh"), 100), List.of(refused));
        assertThat(quarantine().devices()).isEmpty();
        assertThat(opened.letters().list(null, null, null, 10))
                .extracting(row -> row.letter())
                .containsExactly(refused);
    }

    @Test
    void of_further_devices_nothing_is_kept_and_that_is_counted_of_their_sender() {
        append("m1", "kwh", 1);
        append("m2", "kwh", 1);
        append(message(GATEWAY, "m3", value("kwh", 1, 1), value("kw", 1, 1)));
        append(message(BROKER, "m3", value("kwh", 1, 1)));
        assertThat(quarantine().devices()).extracting(WaitingDevice::deviceId).containsExactly("m1", "m2", "m3");
        assertThat(quarantine().overflows()).containsExactly(new Overflow(GATEWAY, 2, clock.millis()));
    }

    @Test
    void of_further_keys_nothing_is_kept_and_that_is_counted_of_their_device() {
        append(message(GATEWAY, "m1", value("a", 1, 1), value("b", 1, 1), value("c", 1, 1), value("d", 1, 1)));
        assertThat(only().keys()).extracting(WaitingKey::key).containsExactly("a", "b", "c");
        assertThat(only().dropped()).isOne();
    }

    @Test
    void beyond_the_bound_of_a_key_the_newer_readings_stay_and_of_older_ones_a_quarter_of_an_hour() {
        List<KeptValue> minutes = new ArrayList<>();
        for (int i = 0; i < 3 * READINGS; i++) {
            minutes.add(value("kwh", i * MINUTE, i));
        }
        minutes.forEach(v -> append(message(GATEWAY, "m1", v)));
        WaitingKey key = only().keys().get(0);
        assertThat(key.readings()).isLessThanOrEqualTo(READINGS);
        assertThat(key.readings() + key.dropped()).isEqualTo(3 * READINGS);
        assertThat(only().dropped()).isEqualTo(key.dropped());
        List<Double> kept = kept("kwh");
        assertThat(kept).contains(299.0, 298.0, 260.0).startsWith(14.0, 29.0, 44.0);
    }

    /** They may be amounts of periods: one that is missing between two others would be missing in every sum. */
    @Test
    void of_values_that_do_not_only_rise_none_goes_between_two_others_and_the_oldest_are_dropped() {
        List<Double> sent = new ArrayList<>();
        for (int i = 0; i < 3 * READINGS; i++) {
            sent.add((double) (i * 7 % 13));
            append(message(GATEWAY, "m1", value("amount", i * MINUTE, i * 7 % 13)));
        }
        List<Double> kept = kept("amount");
        assertThat(kept)
                .hasSizeBetween(READINGS * 9 / 10, READINGS)
                .isEqualTo(sent.subList(sent.size() - kept.size(), sent.size()));
        assertThat(only().keys().get(0).dropped()).isEqualTo(sent.size() - kept.size());
    }

    @Test
    void quarter_hours_are_kept_up_to_the_bound_and_then_the_newest() {
        for (int i = 0; i < READINGS + 20; i++) {
            append(message(GATEWAY, "m1", value("kwh", i * QUARTER, i)));
        }
        assertThat(kept("kwh"))
                .hasSizeBetween(READINGS * 9 / 10, READINGS)
                .contains(119.0, 25.0)
                .doesNotContain(0.0);
    }

    @Test
    void beyond_the_bound_of_all_the_sender_with_the_most_loses_its_oldest() {
        append(message(BROKER, "small", value("kwh", 1, 1)));
        long step = 0;
        for (String device : List.of("m1", "m2")) {
            for (String key : List.of("a", "b", "c", "d")) {
                for (int i = 0; i < READINGS; i++) {
                    append(message(GATEWAY, device, value(key, step++ * QUARTER, i)));
                }
            }
        }
        for (String device : List.of("n1", "n2")) {
            for (String key : List.of("a", "b", "c", "d")) {
                for (int i = 0; i < READINGS; i++) {
                    append(message(BROKER, device, value(key, step++ * QUARTER, i)));
                }
            }
        }
        assertThat(quarantine().devices().stream()
                        .mapToLong(WaitingDevice::readings)
                        .sum())
                .isBetween(ALL_READINGS * 9L / 10, (long) ALL_READINGS);
        WaitingDevice small = quarantine().devices().get(0);
        assertThat(small.deviceId()).isEqualTo("small");
        assertThat(quarantine().devices().stream()
                        .mapToLong(WaitingDevice::dropped)
                        .sum())
                .isPositive();
    }

    @Test
    void what_has_waited_too_long_goes_and_is_counted_until_nothing_comes_any_more() {
        append("m1", "kwh", 1);
        clock.advance(KEEP.plusDays(-1));
        append(message(GATEWAY, "m1", value("kwh", QUARTER, 2)));
        clock.advance(Duration.ofDays(2));
        append(message(GATEWAY, "m2", value("kwh", 1, 1)));
        WaitingDevice first = quarantine().devices().get(0);
        assertThat(first.readings()).isOne();
        assertThat(first.dropped()).isOne();
        clock.advance(KEEP);
        append(message(BROKER, "m9", value("kwh", 1, 1)));
        assertThat(quarantine().devices())
                .extracting(WaitingDevice::deviceId)
                .contains("m9")
                .doesNotContain("m1");
    }

    @Test
    void a_discarded_device_keeps_nothing_and_does_not_come_back_unless_asked() {
        append("m1", "kwh", 1, 2);
        long id = only().id();
        Discard discard = new Discard(clock.millis(), "officer", "belongs to the neighbour");
        assertThat(quarantine().discard(id, discard)).isTrue();
        assertThat(quarantine().discard(id, discard)).isFalse();
        append("m1", "kwh", 3);
        opened.close();
        open();
        assertThat(only().discard()).isEqualTo(discard);
        assertThat(only().keys()).isEmpty();
        assertThat(only().messages()).isEqualTo(3);
        assertThat(quarantine().restore(id)).isTrue();
        assertThat(quarantine().restore(id)).isFalse();
        append("m1", "kwh", 4);
        assertThat(kept("kwh")).containsExactly(4.0);
    }

    @Test
    void discarded_devices_are_bounded_and_make_room_for_others() {
        for (String device : List.of("m1", "m2", "m3")) {
            append(device, "kwh", 1);
            long id = quarantine().devices().stream()
                    .filter(d -> d.deviceId().equals(device))
                    .findFirst()
                    .orElseThrow()
                    .id();
            quarantine().discard(id, new Discard(clock.millis(), "officer", "not ours"));
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(quarantine().devices()).extracting(WaitingDevice::deviceId).containsExactly("m2", "m3");
    }

    @Test
    void an_id_is_never_used_again() {
        append("m1", "kwh", 1);
        long first = only().id();
        quarantine().settle(quarantine().portion(first, Set.of("kwh"), 100), List.of());
        append("m1", "kwh", 1);
        assertThat(only().id()).isGreaterThan(first);
    }

    @Test
    void changes_are_noticed() {
        long before = quarantine().changes();
        append("m1", "kwh", 1);
        assertThat(quarantine().changes()).isGreaterThan(before);
    }
}
