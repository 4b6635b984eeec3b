package io.greenpark.lab.bench.soak;

import io.greenpark.accounting.energy.HourBook;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.lab.bench.PipelineServer;
import io.greenpark.lab.load.LoadOptions;
import io.greenpark.lab.machine.InfluxQueryClient;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import io.greenpark.store.books.BooksDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;

/** Counts what the stores hold once nothing is under way, each store by a query of its own. */
final class StoreCounts {
    private static final TimeRange ALL_TIME = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final BigDecimal WH_PER_KWH = BigDecimal.valueOf(1_000);

    /** What a store should hold, and what it holds. */
    record StoreCount(String store, String what, long expected, long found) {
        boolean equal() {
            return expected == found;
        }
    }

    private StoreCounts() {}

    /** Readings of the park's own points in the reading store, recent and compacted. */
    static StoreCount readings(PipelineServer server, long acknowledged) throws IOException {
        String own = " JOIN reading_point p ON p.no = r.point WHERE p.point LIKE 'live-%'";
        long found = sql(
                server.data(),
                "SELECT (SELECT count(*) FROM reading_hot r" + own
                        + ") + (SELECT coalesce(sum(r.samples), 0) FROM reading_folded r" + own + ") AS n");
        return new StoreCount("reading store", "readings", acknowledged, found);
    }

    /** Electricity of all hours, beside what the registers that were acknowledged rose by. */
    static StoreCount electricity(PipelineServer server, LoadOptions load, long[] messagesByDevice) throws IOException {
        BigDecimal kwh = BigDecimal.ZERO;
        for (long messages : messagesByDevice) {
            for (int key = 0; messages > 0 && key < SoakPark.ELECTRICITY; key++) {
                kwh = kwh.add(BigDecimal.valueOf(load.value(messages - 1, key)))
                        .subtract(BigDecimal.valueOf(load.value(0, key)));
            }
        }
        long found = reading(server.data(), StoreCounts::electricity);
        return new StoreCount(
                "accounts", "Wh of electricity", kwh.multiply(WH_PER_KWH).longValueExact(), found);
    }

    private static long electricity(Connection books) {
        HourBook hours = HourBook.over(Jdbi.open(books));
        long[] found = {0};
        for (String enterprise : hours.enterprises()) {
            if (enterprise.startsWith("works-")) {
                hours.eachSum(Step.HOUR, List.of(enterprise), ALL_TIME, (e, carrier, startMs, sum) -> {
                    Long amount = sum.amount();
                    found[0] += carrier == Carrier.ELECTRICITY && amount != null ? amount : 0;
                });
            }
        }
        return found[0];
    }

    private static long sql(Path data, String query) throws IOException {
        return reading(data, connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                return row.next() ? row.getLong(1) : 0;
            }
        });
    }

    /** Something that is counted in the books. */
    @FunctionalInterface
    private interface Counted {
        long of(Connection books) throws SQLException;
    }

    private static long reading(Path data, Counted counted) throws IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + data.resolve(BooksDatabase.FILE))) {
            return counted.of(connection);
        } catch (SQLException e) {
            throw new IOException("the books could not be counted: " + e.getMessage(), e);
        }
    }

    /** Readings of the park's measurements in InfluxDB. */
    static StoreCount influx(URI server, String database, long acknowledged) throws IOException, InterruptedException {
        long found = new InfluxQueryClient(server, database).count(SoakPark.QUANTITIES);
        return new StoreCount("InfluxDB", "readings", acknowledged, found);
    }
}
