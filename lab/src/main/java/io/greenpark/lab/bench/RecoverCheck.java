package io.greenpark.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.lab.machine.InfluxQueryClient;
import io.greenpark.park.time.ParkTime;
import io.greenpark.sim.client.ApiClient;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.BooksDatabase;
import io.greenpark.store.books.SqliteBooks;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Whether what was acknowledged is where it belongs: a figure of a run that lost or doubled something is none. */
final class RecoverCheck {
    private static final String DATABASE = "greenpark";

    private RecoverCheck() {}

    /**
     * The log holds every reading of both loads, and no reading twice; the books hold as many, where they are kept. The
     * server must have ended.
     *
     * @param booked whether the server kept books
     */
    static void stores(Path data, RecoverLoad load, boolean booked, Clock clock) throws IOException {
        LogLedger.LogContent content;
        try (SqliteTelemetryLog log = SqliteTelemetryLog.open(data, LogConfig.defaults(), clock)) {
            content = LogLedger.compare(log, List.of(load.floodLedger(), load.liveLedger()));
        }
        for (LogLedger.LogComparison ledger : content.ledgers()) {
            if (ledger.missing() > 0 || ledger.twice() > 0) {
                throw new IOException(ledger.missing() + " acknowledged messages are missing in the log, "
                        + ledger.twice() + " readings are in it twice");
            }
        }
        if (booked) {
            try (Books books = SqliteBooks.open(data.resolve(BooksDatabase.FILE), BooksConfig.defaults(), clock)) {
                long samples = books.read(h -> books.ports(h).readings().count());
                equal("readings in the reading store", content.distinct(), samples);
            }
        }
    }

    /** Every enterprise of the flood used what its registers rose by; returns how many there are. */
    static int accounts(ApiClient api, RecoverOptions options, RecoverLoad load)
            throws IOException, InterruptedException {
        LocalDate from = ParkTime.shanghai().dayOf(load.lostFrom());
        LocalDate to = ParkTime.shanghai().dayOf(load.lostUntil()).plusDays(1);
        BigDecimal expected = PipelinePark.kwh(options.minutes());
        List<String> enterprises = PipelinePark.enterprises(options.devices());
        for (String enterprise : enterprises) {
            JsonNode account =
                    api.get("enterprises/" + enterprise + "/energy?from=" + from + "&to=" + to + "&step=day");
            BigDecimal booked = BigDecimal.ZERO;
            for (JsonNode row : account.path("rows")) {
                JsonNode kwh = row.path("electricityKwh");
                booked = kwh.isTextual() ? booked.add(new BigDecimal(kwh.asText())) : booked;
            }
            if (booked.compareTo(expected) != 0) {
                throw new IOException(enterprise + " used " + expected + " kWh by its registers, and " + booked
                        + " are booked: " + account.path("rows"));
            }
        }
        return enterprises.size();
    }

    /** InfluxDB holds so many readings. */
    static void influx(URI influx, long readings) throws IOException, InterruptedException {
        equal(
                "readings in InfluxDB",
                readings,
                new InfluxQueryClient(influx, DATABASE).count(PipelinePark.quantities()));
    }

    private static void equal(String what, long expected, long found) throws IOException {
        if (expected != found) {
            throw new IOException(what + ": " + expected + " expected, " + found + " found");
        }
    }
}
