package io.greenpark.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.bytes.DamagedBytesException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RowCodecTest {
    private final RowEncoder encoder = new RowEncoder();

    @Property(tries = 300)
    void any_readings_come_back_bit_by_bit(@ForAll("batches") List<Reading> batch) throws Exception {
        LogRow row = LogRow.of(7, batch.size(), 9, new RowEncoder().encode(batch));
        assertThat(row.readings()).isEqualTo(batch);
    }

    @Provide
    Arbitrary<List<Reading>> batches() {
        Arbitrary<String> names = Arbitraries.strings().ofMaxLength(4);
        Arbitrary<Double> values = Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.longs().between(-9_999_999, 9_999_999).map(n -> n / 1_000.0),
                Arbitraries.of(0.0, -0.0, 1e300, 9007199254740993.0, 0.1 + 0.2, Double.MIN_VALUE));
        return Combinators.combine(
                        names,
                        names,
                        names,
                        values,
                        Arbitraries.of(Unit.class),
                        Arbitraries.of(Flag.class),
                        Arbitraries.longs(),
                        Arbitraries.of(Door.class))
                .as((device, key, point, value, unit, flag, time, door) ->
                        new Reading("e", device, key, point, value, unit, flag, time, time / 2, door))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Test
    void a_reading_takes_less_than_twelve_bytes() {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int n = i % 100;
            readings.add(new Reading(
                    "enterprise-" + n / 10,
                    "device-" + n / 4,
                    "energy",
                    "point-" + n,
                    i * 12.25,
                    Unit.KWH,
                    Flag.NORMAL,
                    1_700_000_000_000L + i * 100L,
                    1_700_000_000_500L + i * 100L,
                    Door.MQTT));
        }
        assertThat(encoder.encode(readings)).hasSizeLessThan(12_000);
    }

    /** Rows on disks must stay readable. */
    @Test
    void recorded_bytes_are_read_and_written_again() throws Exception {
        Flag failed = Flag.ofCode("F").orElseThrow();
        List<Reading> batch = List.of(
                new Reading(
                        "e",
                        "d",
                        "k",
                        "p",
                        1.5,
                        Unit.KWH,
                        Flag.NORMAL,
                        1_764_000_000_000L,
                        1_764_000_000_250L,
                        Door.MQTT),
                new Reading(
                        "e", "d", "k", "p", -1e-6, Unit.KWH, failed, 1_763_999_999_000L, 1_764_000_000_250L, Door.MQTT),
                new Reading(
                        "企业",
                        "d2",
                        "k",
                        "p2",
                        1.0 / 3,
                        Unit.MWH,
                        Flag.ofCode("T").orElseThrow(),
                        1_763_999_999_000L,
                        1_764_000_100_250L,
                        Door.COAP));
        byte[] recorded = HexFormat.of()
                .parseHex(
                        "010b01650164016b0170036b5768046d71747406e4bc81e4b89a026432027032034d576804636f617002000102"
                                + "03040506070208090a0300e897b69a010000fae897b69a01000000c81e00b101cf0f017e555555555555d53fc09a0c");
        assertThat(RowDecoder.decode(recorded)).isEqualTo(batch);
        assertThat(encoder.encode(batch)).isEqualTo(recorded);
    }

    @Test
    void a_flipped_bit_anywhere_is_noticed() {
        List<Reading> batch =
                List.of(new Reading("e", "d", "k", "p", 1.5, Unit.KWH, Flag.NORMAL, 1_000, 2_000, Door.MQTT));
        LogRow row = LogRow.of(0, 1, 0, encoder.encode(batch));
        for (int bit = 0; bit < row.payload().length * 8; bit++) {
            byte[] damaged = row.payload().clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> new LogRow(0, 1, 0, row.crc(), damaged).readings())
                    .isInstanceOf(DamagedBytesException.class)
                    .hasMessageContaining("does not match computed");
        }
    }

    @Test
    void random_bytes_are_damage_at_worst() {
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[ThreadLocalRandom.current().nextInt(60)];
            ThreadLocalRandom.current().nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = RowEncoder.VERSION;
            }
            try {
                assertThat(RowDecoder.decode(noise)).isNotNull();
            } catch (DamagedBytesException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void the_same_point_sent_in_two_ways_keeps_both() throws Exception {
        Reading kwh = new Reading("e", "d", "k", "p", 1, Unit.KWH, Flag.NORMAL, 1, 1, Door.MQTT);
        Reading mwh = new Reading("e", "d", "k", "p", 1, Unit.MWH, Flag.NORMAL, 1, 1, Door.COAP);
        List<Reading> batch = List.of(kwh, mwh, kwh, mwh);
        assertThat(RowDecoder.decode(encoder.encode(batch))).isEqualTo(batch);
    }
}
