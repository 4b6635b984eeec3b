package io.greenpark.store.influx;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBException;
import org.influxdb.InfluxDBFactory;
import org.influxdb.InfluxDBIOException;
import org.influxdb.dto.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes lines over the v1 write path. A write returns only when the server has answered for every line: it holds it, or
 * it refused it for good. Any other answer is an exception, and the caller tries again later. One thread.
 */
final class LineClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LineClient.class);

    private final InfluxConfig config;
    private final InfluxDB influx;
    private boolean databaseThere;

    LineClient(InfluxConfig config) {
        this.config = config;
        OkHttpClient.Builder http = new OkHttpClient.Builder()
                .connectTimeout(config.connectTimeout())
                .readTimeout(config.requestTimeout())
                .writeTimeout(config.requestTimeout());
        if (config.token() != null) {
            String authorization = "Token " + config.token();
            http.addInterceptor(chain -> chain.proceed(chain.request()
                    .newBuilder()
                    .header("Authorization", authorization)
                    .build()));
        }
        String url = Objects.requireNonNull(config.url(), "influx.url is not set");
        this.influx = config.username() == null
                ? InfluxDBFactory.connect(url, http)
                : InfluxDBFactory.connect(url, config.username(), Objects.toString(config.password(), ""), http);
        if (config.gzip()) {
            influx.enableGzip();
        }
    }

    /** Writes all lines; returns those the server refused for good. */
    List<Refused> write(List<String> lines) {
        List<Refused> refused = new ArrayList<>();
        if (!lines.isEmpty()) {
            createDatabase();
            write(lines, refused);
        }
        return refused;
    }

    private void createDatabase() {
        if (!databaseThere && config.createDatabase()) {
            influx.query(new Query("CREATE DATABASE \"" + config.database().replace("\"", "\\\"") + "\""));
        }
        databaseThere = true;
    }

    /** Halves a batch the server refuses until the lines that are to blame stand alone. */
    private void write(List<String> lines, List<Refused> refused) {
        try {
            send(lines);
        } catch (InfluxDBException.DatabaseNotFoundException e) {
            databaseThere = false;
            throw e;
        } catch (InfluxDBException e) {
            if (!blamesLines(e)) {
                throw e;
            }
            if (lines.size() == 1) {
                LOG.debug("InfluxDB refused \"{}\": {}", lines.get(0), e.getMessage());
                refused.add(new Refused(lines.get(0), e.getClass().getSimpleName(), String.valueOf(e.getMessage())));
                return;
            }
            int half = lines.size() / 2;
            write(lines.subList(0, half), refused);
            write(lines.subList(half, lines.size()), refused);
        }
    }

    private void send(List<String> lines) {
        influx.write(
                config.database(),
                null,
                InfluxDB.ConsistencyLevel.ONE,
                TimeUnit.MILLISECONDS,
                String.join("\n", lines));
    }

    private static boolean blamesLines(InfluxDBException e) {
        if (e instanceof InfluxDBIOException) {
            return false;
        }
        String words = String.valueOf(e.getMessage());
        return e instanceof InfluxDBException.UnableToParseException
                || e instanceof InfluxDBException.FieldTypeConflictException
                || e instanceof InfluxDBException.PointsBeyondRetentionPolicyException
                || words.contains("partial write")
                || words.contains("Request Entity Too Large");
    }

    @Override
    public void close() {
        influx.close();
    }
}
