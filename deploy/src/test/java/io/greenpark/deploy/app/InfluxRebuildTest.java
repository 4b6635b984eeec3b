package io.greenpark.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.greenpark.accounting.work.LogIntake;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Canary;
import io.greenpark.park.unit.Unit;
import io.greenpark.registry.RegistryService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfluxRebuildTest {
    private static final long TIME = 1_514_764_800_000L;

    private final List<String> written = new CopyOnWriteArrayList<>();
    private HttpServer influx;

    @TempDir
    Path data;

    /** Accepts everything written. */
    @BeforeEach
    void open() throws IOException {
        influx = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        influx.createContext("/", http -> {
            new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(written::add);
            http.sendResponseHeaders(204, -1);
            http.close();
        });
        influx.start();
    }

    @AfterEach
    void close() {
        influx.stop(0);
    }

    private AppConfig config() {
        List<String> sets = List.of(
                "influx.url=http://127.0.0.1:" + influx.getAddress().getPort(),
                "influx.gzip=false",
                "influx.database=park");
        return AppConfig.read(Path.of("conf/real-plants.yaml"), sets, data, new Problems());
    }

    private static Reading beat() {
        return new Reading(
                Canary.OWNER, Canary.DEVICE, Canary.KEY, Canary.POINT, 1, Unit.ONE, Flag.NORMAL, TIME, TIME, Door.MQTT);
    }

    /** As if a probe had been sent and dropped from the log: only the reading store has it. */
    private void keepBeat(AppConfig config) throws IOException {
        try (ShutdownStack shutdown = new ShutdownStack()) {
            Stores stores = Stores.open(config, RegistryService.Start.STRICT, data, Clock.systemUTC(), shutdown);
            stores.books().<Boolean, RuntimeException>write(tx -> {
                tx.readings().put(List.of(beat()), new Position(0, 1));
                tx.positions().commit(LogIntake.READER, Position.START, new Position(0, 1), 1);
                return true;
            });
        }
    }

    @Test
    void canary_readings_are_backfilled_too() throws Exception {
        AppConfig config = config();
        keepBeat(config);
        new InfluxRebuild(config, data, false, Clock.systemUTC(), progress -> {}).run();
        assertThat(written).anySatisfy(line -> assertThat(line)
                .startsWith(Canary.QUANTITY + ",")
                .contains("point=" + Canary.POINT)
                .endsWith(" " + TIME));
        assertThat(InfluxRebuild.refused(config, data, 10)).isEmpty();
    }
}
