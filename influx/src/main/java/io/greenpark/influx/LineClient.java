package io.greenpark.influx;

import io.greenpark.influx.Answer.WriteOutcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBException;
import org.influxdb.InfluxDBFactory;
import org.influxdb.InfluxDBIOException;
import org.influxdb.dto.Query;
import org.influxdb.dto.QueryResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends lines over the v1 write path that 1.x, 2.x and 3 Core have in common, and returns what the server answered. Every
 * outcome is an {@link Answer}, none an exception: the caller decides what to do. Any thread.
 *
 * <p>It uses the InfluxDB Java client, as the platform is specified to. That library keeps only part of an error answer, while
 * what becomes of the lines depends on its status, words and Retry-After header; an interceptor therefore reads errors
 * before the library does.
 *
 * <p>A token goes out as {@code Authorization: Token …}, which 2.x and 3 Core both accept; 2.x knows no {@code Bearer}.
 */
final class LineClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LineClient.class);
    private static final int LONGEST_WORDS = 65_536;

    private final InfluxConfig config;
    private final Clock clock;
    private final @Nullable String authorization;
    private final InfluxDB influx;
    private final Object creating = new Object();
    private volatile @Nullable String version;

    /** An answer other than success, on its way through the library, which would keep only a part of it. */
    private static final class ErrorAnswerException extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Answer answer;

        ErrorAnswerException(Answer answer) {
            super(answer.words());
            this.answer = answer;
        }
    }

    LineClient(InfluxConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        String token = config.access().token();
        this.authorization = token == null ? null : "Token " + token;
        OkHttpClient.Builder http = new OkHttpClient.Builder()
                .connectTimeout(config.connectTimeout())
                .readTimeout(config.requestTimeout())
                .writeTimeout(config.requestTimeout())
                // A redirected POST would lose its body or show the credentials to someone else.
                .followRedirects(false)
                .addInterceptor(this::intercept);
        String url = Objects.requireNonNull(config.url(), "influx.url is not set");
        String user = config.access().username();
        this.influx = user == null
                ? InfluxDBFactory.connect(url, http)
                : InfluxDBFactory.connect(
                        url, user, Objects.toString(config.access().password(), ""), http);
        if (config.gzip()) {
            influx.enableGzip();
        }
    }

    private Response intercept(Interceptor.Chain chain) throws IOException {
        Request.Builder request = chain.request().newBuilder();
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        Response response = chain.proceed(request.build());
        if (response.isSuccessful()) {
            return response;
        }
        try (response) {
            String words = response.peekBody(LONGEST_WORDS).string();
            throw new ErrorAnswerException(Answer.of(response.code(), words, response.header("Retry-After"), clock));
        }
    }

    /** Sends lines, each ended by a line break; creates the database once if it is missing and may be created. */
    Answer write(String lines) {
        askVersion();
        Answer answer = send(lines);
        if (answer.outcome() == WriteOutcome.NO_DATABASE && config.createDatabase()) {
            Answer created = createDatabase();
            return created.outcome() == WriteOutcome.WRITTEN ? send(lines) : bothAnswers(answer, created);
        }
        return answer;
    }

    private Answer send(String lines) {
        return ask(() -> influx.write(
                config.database(),
                config.retentionPolicy(),
                InfluxDB.ConsistencyLevel.ONE,
                TimeUnit.MILLISECONDS,
                lines));
    }

    /**
     * The series that a statement returns, with times in epoch milliseconds; none where nothing is returned.
     *
     * @throws InfluxFailure if the server does not answer, as for any write
     * @throws RefusedStatementException if it refuses
     */
    List<QueryResult.Series> ask(String influxQl) {
        askVersion();
        List<QueryResult.Series> found = new ArrayList<>();
        Answer answer = ask(() -> {
            QueryResult result = influx.query(new Query(influxQl, config.database(), true), TimeUnit.MILLISECONDS);
            if (result.hasError()) {
                throw new InfluxDBException(result.getError());
            }
            for (QueryResult.Result each : result.getResults()) {
                if (each.hasError()) {
                    throw new InfluxDBException(each.getError());
                }
                if (each.getSeries() != null) {
                    found.addAll(each.getSeries());
                }
            }
        });
        if (answer.outcome() == WriteOutcome.AWAY || answer.outcome() == WriteOutcome.BUSY) {
            throw failure(answer);
        }
        if (answer.outcome() != WriteOutcome.WRITTEN) {
            // 1.x answers a query of a database that is not there with 200 and these words.
            boolean noDatabase = answer.outcome() == WriteOutcome.NO_DATABASE
                    || answer.words().strip().startsWith("database not found");
            throw new RefusedStatementException(
                    server() + ": \"" + influxQl + "\" failed: "
                            + answer.words().strip(),
                    noDatabase);
        }
        return found;
    }

    private Answer createDatabase() {
        synchronized (creating) {
            return ask(() -> {
                QueryResult result = influx.query(new Query("CREATE DATABASE \""
                        + config.database().replace("\\", "\\\\").replace("\"", "\\\"") + "\""));
                if (result.hasError()) {
                    throw new InfluxDBException(result.getError());
                }
            });
        }
    }

    /** An operator needs both: what is missing, and why it could not be created. */
    private static Answer bothAnswers(Answer missing, Answer created) {
        return new Answer(
                missing.outcome(),
                missing.status(),
                missing.words().strip() + "; creating it failed: "
                        + created.words().strip(),
                created.retryAfter());
    }

    private Answer ask(Runnable request) {
        try {
            request.run();
            return Answer.OK;
        } catch (InfluxDBIOException e) {
            return of(e.getCause() == null ? e : e.getCause());
        } catch (InfluxDBException e) {
            return new Answer(WriteOutcome.FAULT, 200, String.valueOf(e.getMessage()), null);
        }
    }

    private Answer of(Throwable cause) {
        if (cause instanceof ErrorAnswerException refusal) {
            return refusal.answer;
        }
        String words = cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        boolean connecting = String.valueOf(cause.getMessage())
                .toLowerCase(java.util.Locale.ROOT)
                .contains("connect");
        // SocketTimeoutException is an InterruptedIOException; a timeout while connecting means absence, not load.
        return cause instanceof InterruptedIOException && !connecting
                ? new Answer(
                        WriteOutcome.BUSY,
                        0,
                        "no answer within " + config.requestTimeout().toMillis() + " ms",
                        null)
                : new Answer(WriteOutcome.AWAY, 0, words, null);
    }

    /** Asks the version once, for messages only: nothing depends on it. */
    private void askVersion() {
        if (version != null) {
            return;
        }
        try {
            String told = influx.version();
            version = told == null || told.isBlank() ? "unknown" : told.replaceFirst("^v", "");
            LOG.info("writing to {}, database \"{}\", {}", server(), config.database(), config.access());
        } catch (InfluxDBException e) {
            LOG.debug("{} does not tell its version", config.url(), e);
        }
    }

    /** The server, in words. */
    String server() {
        String known = version;
        return "InfluxDB" + (known == null || known.equals("unknown") ? "" : " " + known) + " at " + config.url();
    }

    InfluxFailure failure(Answer answer) {
        return new InfluxFailure(answer, server(), config);
    }

    @Override
    public void close() {
        influx.close();
    }
}
