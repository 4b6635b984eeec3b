package io.greenpark.sim.data;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.sim.table.CsvTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The measured data sets. The id is also that of the enterprise in {@code real-plants.yaml}. */
public enum DataSet {
    /** Electricity of a steel plant, kWh of each quarter hour of 2018, stamped at its end. */
    STEEL_PLANT(RowTime::endOfQuarter, "steel-industry-energy.csv"),
    /**
     * Hourly means of a turbine's stack, stamped at their start. The files have no times: rows are given consecutive hours
     * from 1 January, so counts are real, dates are not.
     */
    GAS_TURBINE(RowTime::consecutiveHour, "gas-turbine-emissions-2011.csv", "gas-turbine-emissions-2012.csv"),
    /** Daily values of a waste-water plant, stamped at the start of their day. */
    WASTE_WATER(RowTime::startOfDay, "wastewater-treatment.csv");

    private final RowTime time;
    private final List<String> files;

    DataSet(RowTime time, String... files) {
        this.time = time;
        this.files = List.of(files);
    }

    /** The name on the command line: {@code steel-plant}. */
    public String id() {
        return EnumCode.of(this);
    }

    /** The data set of a name, or empty if there is none. */
    public static Optional<DataSet> ofId(String id) {
        for (DataSet set : values()) {
            if (set.id().equals(id)) {
                return Optional.of(set);
            }
        }
        return Optional.empty();
    }

    /** The device that sends it. */
    public String deviceId() {
        return Column.of(id()).get(0).deviceId();
    }

    /** The shipped measurements, oldest first. */
    public List<Measured> read() {
        return read(
                files.stream().map(name -> CsvTable.beside(DataSet.class, name)).toList());
    }

    /**
     * Measurements of files in the format of this data set, oldest first.
     *
     * @throws DataFileException naming file, line and what is expected there
     */
    public List<Measured> readFiles(List<Path> paths) {
        return read(paths.stream().map(CsvTable::of).toList());
    }

    private List<Measured> read(List<CsvTable> csv) {
        List<Column> columns = Column.of(id());
        List<Measured> rows = new ArrayList<>();
        for (CsvTable file : csv) {
            for (int i = 0; i < file.lines().size(); i++) {
                CsvTable.CsvLine line = file.lines().get(i);
                rows.add(new Measured(time.of(file, line, i), values(file, line, columns)));
            }
        }
        rows.sort(Comparator.comparing(Measured::at));
        return rows;
    }

    private static Map<String, BigDecimal> values(CsvTable file, CsvTable.CsvLine line, List<Column> columns) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (Column column : columns) {
            String text = file.cell(line, column.name());
            if (text != null) {
                try {
                    values.put(column.key(), new BigDecimal(text));
                } catch (NumberFormatException e) {
                    throw file.fault(line, column.name() + ": \"" + text + "\" is not a decimal number");
                }
            }
        }
        return values;
    }
}
