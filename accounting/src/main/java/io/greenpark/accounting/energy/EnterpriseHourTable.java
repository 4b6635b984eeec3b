package io.greenpark.accounting.energy;

import io.greenpark.accounting.hour.HourColumn;
import io.greenpark.accounting.hour.HourTable;
import io.greenpark.accounting.hour.HourTableSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;

/** The table {@code energy_hour}: what each enterprise used of each carrier in each hour. */
final class EnterpriseHourTable extends HourTable<CarrierSum> {
    static final EnterpriseHourTable TABLE = new EnterpriseHourTable();

    private static final String NAME = "energy_hour";

    private EnterpriseHourTable() {
        super(
                new HourTableSql(
                        NAME,
                        "enterprise",
                        false,
                        EstimatedColumns.after(
                                HourColumn.whole("start_ms"),
                                HourColumn.text("carrier"),
                                HourColumn.whole("amount"),
                                HourColumn.whole("covered_ms"),
                                HourColumn.whole("estimated"),
                                HourColumn.whole("corrected"))),
                new EnterpriseHourCodec(NAME));
    }

    @Override
    protected CarrierSum hour(ResultSet row, int first) throws SQLException {
        return EnergyTable.sum(row, row.getString(first + 1), row.getLong(first), first + 2);
    }

    @Override
    protected long startMs(CarrierSum sum) {
        return sum.startMs();
    }

    @Override
    protected Comparator<CarrierSum> order() {
        return Comparator.comparingLong(CarrierSum::startMs).thenComparing(CarrierSum::carrier);
    }
}
