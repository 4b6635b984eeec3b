package io.greenpark.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.work.LogIntake;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.log.LogReadings;
import io.greenpark.park.reading.Position;
import io.greenpark.park.time.MovableClock;
import io.greenpark.registry.RegistryService;
import io.greenpark.store.live.LiveReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresTest {
    private static final long APPENDED = 10;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T04:00:00Z"));

    @TempDir
    Path data;

    private static void append(Stores stores) {
        stores.log()
                .append(LogReadings.readings(0, (int) APPENDED))
                .toCompletableFuture()
                .join();
    }

    private static void read(Stores stores, String reader) {
        stores.books().<Boolean, RuntimeException>write(tx -> {
            tx.positions().commit(reader, Position.START, new Position(0, APPENDED), 1);
            return true;
        });
    }

    @Test
    void retention_drops_nothing_unread_in_a_command() throws Exception {
        AppConfig config = AppConfig.read(Path.of("conf/real-plants.yaml"), List.of(), data, new Problems());
        try (ShutdownStack shutdown = new ShutdownStack()) {
            Stores stores = Stores.open(config, RegistryService.Start.STRICT, data, clock, shutdown);
            append(stores);
            clock.advance(Duration.ofDays(400));
            append(stores);
            stores.log().applyRetention();
            assertThat(stores.log().start(0)).isEqualTo(Position.START);
            read(stores, LogIntake.READER);
            stores.log().applyRetention();
            assertThat(stores.log().start(0)).isEqualTo(Position.START);
            read(stores, LiveReader.NAME);
            stores.log().applyRetention();
            assertThat(stores.log().start(0)).isEqualTo(new Position(0, APPENDED));
        }
    }
}
