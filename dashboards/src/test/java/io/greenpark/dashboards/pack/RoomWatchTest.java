package io.greenpark.dashboards.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** Packs leave to readings what these need, also where the disk fills while one is written. */
class RoomWatchTest {
    private static final byte[] MEGABYTE = new byte[1 << 20];

    private long written;
    private int looks;

    private OutputStream watched(int mostLooks) {
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int one) {
                written++;
            }

            @Override
            public void write(byte[] some, int from, int length) {
                written += length;
            }
        };
        return new RoomWatch(counting, () -> {
            if (++looks > mostLooks) {
                throw new IOException("full");
            }
        });
    }

    @Test
    void the_room_is_looked_at_again_every_16_megabytes() throws IOException {
        try (OutputStream out = watched(100)) {
            for (int i = 0; i < 64; i++) {
                out.write(MEGABYTE);
            }
        }
        assertThat(looks).isEqualTo(4);
        assertThat(written).isEqualTo(64L << 20);
    }

    @Test
    void nothing_more_is_written_once_there_is_too_little() {
        OutputStream out = watched(1);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 64; i++) {
                        out.write(MEGABYTE);
                    }
                })
                .hasMessage("full");
        assertThat(written).isEqualTo(31L << 20);
    }
}
