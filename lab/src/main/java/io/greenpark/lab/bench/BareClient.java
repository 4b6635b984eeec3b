package io.greenpark.lab.bench;

import io.greenpark.influx.AdaptiveRateConfig;
import io.greenpark.influx.InfluxWriter;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.RegistrySource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBFactory;
import org.influxdb.dto.Query;
import org.influxdb.dto.QueryResult;

/**
 * The client library alone: bodies that were prepared before the clock runs, as many lines per request and as many
 * connections as the writer uses.
 */
final class BareClient implements InfluxBench.DrainClient {
    private final List<String> bodies;

    BareClient(RegistrySource registry, List<Reading> readings) {
        bodies = InfluxWriter.bodies(
                registry, readings, AdaptiveRateConfig.defaults().batch());
    }

    @Override
    public Duration write(String url, Path dir) throws IOException, InterruptedException {
        int connections = AdaptiveRateConfig.defaults().requests();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try (InfluxDB influx = InfluxDBFactory.connect(url)) {
            AtomicInteger next = new AtomicInteger();
            long begun = System.nanoTime();
            List<Future<?>> writing = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                writing.add(threads.submit(() -> write(influx, next)));
            }
            for (Future<?> future : writing) {
                future.get();
            }
            return Duration.ofNanos(System.nanoTime() - begun);
        } catch (ExecutionException e) {
            throw new IOException("the bare client failed: " + e.getCause(), e);
        } finally {
            threads.shutdown();
        }
    }

    private void write(InfluxDB influx, AtomicInteger next) {
        for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
            influx.write(
                    InfluxBench.DATABASE, null, InfluxDB.ConsistencyLevel.ONE, TimeUnit.MILLISECONDS, bodies.get(i));
        }
    }

    static void createDatabase(String url) {
        try (InfluxDB influx = InfluxDBFactory.connect(url)) {
            influx.query(new Query("CREATE DATABASE " + InfluxBench.DATABASE));
        }
    }

    /** Readings InfluxDB holds. */
    static long count(String url) {
        try (InfluxDB influx = InfluxDBFactory.connect(url)) {
            QueryResult answer = influx.query(new Query("SELECT count(value) FROM power", InfluxBench.DATABASE));
            List<QueryResult.Series> series = answer.getResults().get(0).getSeries();
            return series == null
                    ? 0
                    : ((Number) series.get(0).getValues().get(0).get(1)).longValue();
        }
    }
}
