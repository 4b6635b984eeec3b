package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.reading.Flag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class DayCodecTest {
    private static final List<StoredSample> SAMPLES = List.of(
            new StoredSample(1_764_000_000_000L, 12.5, Flag.NORMAL, 1_764_000_000_250L, 4711),
            new StoredSample(1_764_000_060_000L, -0.1, flag("F"), 1_764_000_059_000L, 4700),
            new StoredSample(1_764_000_060_001L, 1e300, flag("T"), 1_764_086_460_001L, 1L << 40));

    /** What is on the disks must stay readable. */
    private static final byte[] RECORDED = bytes("016e789c636b58b0ffe5b5b4032bd9991c3419c0e0ff84992030eb605fed52c199"
            + "6fd8fcdc42be301f16bef07f53d0394fd113dbfeffff6f0f009f661a87");

    /** Format and a length of one byte. */
    private static final int HEAD = 2;

    private static Flag flag(String code) {
        return Flag.ofCode(code).orElseThrow();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void recorded_bytes_are_read_and_written_again() throws IOException {
        assertThat(DayCodec.decode(RECORDED)).isEqualTo(SAMPLES);
        assertThat(plain(DayCodec.encode(SAMPLES))).isEqualTo(plain(RECORDED));
    }

    /** Another zlib may pack the same bytes in another way. */
    private static byte[] plain(byte[] day) throws IOException {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(day, HEAD, day.length - HEAD))) {
            return in.readAllBytes();
        }
    }

    @Test
    void a_day_without_samples_comes_back() {
        assertThat(DayCodec.decode(bytes("0102789c63000000010001"))).isEmpty();
        assertThat(DayCodec.decode(DayCodec.encode(List.of()))).isEmpty();
    }

    @Test
    void bytes_that_end_too_early_are_damage() {
        byte[] cut = Arrays.copyOf(RECORDED, RECORDED.length / 2);
        assertThatThrownBy(() -> DayCodec.decode(cut)).hasMessageContaining("damaged");
    }

    @Test
    void another_format_is_named() {
        byte[] newer = RECORDED.clone();
        newer[0] = 2;
        assertThatThrownBy(() -> DayCodec.decode(newer)).hasMessageContaining("format 2");
    }
}
