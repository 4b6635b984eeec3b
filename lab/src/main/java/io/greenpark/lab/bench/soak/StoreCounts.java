package io.greenpark.lab.bench.soak;

import io.greenpark.lab.bench.PipelineServer;
import io.greenpark.lab.load.LoadOptions;
import io.greenpark.lab.machine.InfluxQueryClient;
import io.greenpark.store.books.BooksDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** Counts what the stores hold once nothing is under way, each store by a query of its own. */
final class StoreCounts {
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
        long found = sql(
                server.data(),
                "SELECT coalesce(sum(amount), 0) AS n FROM energy_hour WHERE carrier = 'ELECTRICITY' AND enterprise LIKE"
                        + " 'works-%'");
        return new StoreCount(
                "accounts", "Wh of electricity", kwh.multiply(WH_PER_KWH).longValueExact(), found);
    }

    private static long sql(Path data, String query) throws IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + data.resolve(BooksDatabase.FILE));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
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
