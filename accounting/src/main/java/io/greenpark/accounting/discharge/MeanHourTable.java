package io.greenpark.accounting.discharge;

import io.greenpark.accounting.hour.HourColumn;
import io.greenpark.accounting.hour.HourTable;
import io.greenpark.accounting.hour.HourTableSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** The table {@code discharge_hour}: the mean of each point over each hour. */
final class MeanHourTable extends HourTable<StoredMean> {
    static final MeanHourTable TABLE = new MeanHourTable();

    private static final String NAME = "discharge_hour";

    private MeanHourTable() {
        super(
                new HourTableSql(
                        NAME,
                        "point",
                        true,
                        List.of(
                                HourColumn.whole("start_ms"),
                                HourColumn.text("mean"),
                                HourColumn.whole("valid_samples"),
                                HourColumn.real("completeness"),
                                HourColumn.text("quality"),
                                HourColumn.whole("booked_ms"))),
                new MeanHourCodec(NAME));
    }

    @Override
    protected StoredMean hour(ResultSet row, int first) throws SQLException {
        return DischargeTable.stored(row, first);
    }

    @Override
    protected long startMs(StoredMean stored) {
        return stored.startMs();
    }

    @Override
    protected Comparator<StoredMean> order() {
        return Comparator.comparingLong(StoredMean::startMs);
    }
}
