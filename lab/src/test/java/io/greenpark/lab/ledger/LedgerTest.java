package io.greenpark.lab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.lab.ledger.LedgerLoad.LedgerDevice;
import io.greenpark.lab.ledger.LedgerLoad.LedgerPoint;
import io.greenpark.lab.ledger.LedgerLoad.ValueKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final LedgerLoad LOAD = new LedgerLoad(List.of(
            new LedgerDevice("one", 0, 60_000, 1_000, 1, List.of(new LedgerPoint("a", "one-a", ValueKind.INTERVAL))),
            new LedgerDevice(
                    "two",
                    600_000,
                    1_000,
                    1_000,
                    1,
                    List.of(
                            new LedgerPoint("r", "two-r", ValueKind.REGISTER),
                            new LedgerPoint("g", "two-g", ValueKind.GAUGE)))));

    @TempDir
    Path folder;

    @Test
    void a_file_holds_what_was_sent_and_acknowledged() throws IOException {
        Path file = folder.resolve("ledger");
        try (LedgerFile ledger = LedgerFile.create(file)) {
            ledger.sent(0, 5);
            ledger.sent(1, 7);
            ledger.acknowledged(1, 7);
            ledger.sent(0, 5);
        }
        LedgerBook book = LedgerBook.read(file, 2);
        assertThat(book.sendings()).isEqualTo(3);
        assertThat(book.messagesSent()).isEqualTo(2);
        assertThat(book.acknowledged().get(0).isEmpty()).isTrue();
        assertThat(book.acknowledged().get(1).get(7)).isTrue();
        assertThat(LedgerBook.readings(LOAD, book.acknowledged())).isEqualTo(2);
    }

    @Test
    void a_file_of_another_kind_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "not a ledger");
        assertThatThrownBy(() -> LedgerBook.read(file, 1)).hasMessageContaining("is no ledger");
    }

    @Test
    void a_value_follows_from_point_and_time() {
        assertThat(LOAD.value(0, 0, 3)).isEqualTo(LOAD.value(0, 0, 3));
        assertThat(LongStream.range(0, 100)
                        .map(s -> LOAD.hundredths(0, 0, s))
                        .distinct()
                        .count())
                .isGreaterThan(80);
        assertThat(LOAD.devices().get(1).sequence(603_000)).isEqualTo(3);
        assertThat(LOAD.devices().get(1).sequence(603_001)).isNegative();
        assertThat(LOAD.places().get("two-g")).isEqualTo(new LedgerLoad.PointIndex(1, 1));
    }

    @Test
    void a_register_never_falls() {
        for (long s = 1; s < 1_000; s++) {
            assertThat(LOAD.hundredths(1, 0, s)).isGreaterThanOrEqualTo(LOAD.hundredths(1, 0, s - 1));
        }
    }

    @Test
    void a_packet_id_names_the_newest_message_with_it() {
        assertThat(LedgerMessage.sequence(LedgerMessage.packetId(70_000), 70_010))
                .isEqualTo(70_000);
        assertThat(LedgerMessage.sequence(LedgerMessage.packetId(69_999), 70_000))
                .isEqualTo(69_999);
        assertThat(LedgerMessage.sequence(LedgerMessage.packetId(70_000), 70_000))
                .isEqualTo(70_000 - 65_535);
        assertThat(LedgerMessage.sequence(3, 2)).isNegative();
    }

    @Test
    void a_message_is_what_a_device_would_publish() {
        String frame = new String(LedgerMessage.frame(LOAD, 1, 3), StandardCharsets.ISO_8859_1);
        assertThat(frame)
                .startsWith("\u0032")
                .contains("greenpark/two/telemetry")
                .contains("{\"ts\":603000,\"values\":{\"r\":")
                .endsWith("}}");
    }

    @Test
    void disorder_shuffles_and_repeats_but_leaves_nothing_out() {
        Disorder disorder = new Disorder();
        assertThat(disorder.next(10, 20, new Random(1))).containsExactly(10L);
        disorder.set(true);
        assertThat(disorder.next(10, 20, new Random(1)))
                .contains(10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L)
                .doesNotContain(18L)
                .isNotEqualTo(List.of(10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L));
    }
}
