package io.greenpark.plan.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.EnterpriseFile.PerformanceClass;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.plan.sheet.SheetField;
import io.greenpark.plan.sheet.SheetFigures;
import io.greenpark.plan.sheet.SheetState;
import io.greenpark.plan.sheet.YearSheet;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code year_sheet} and {@code year_sheet_step}. */
final class YearSheetTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private YearSheetTable() {}

    static Optional<YearSheet> one(Handle handle, String enterprise, int year) {
        return handle.createQuery("SELECT * FROM year_sheet WHERE enterprise = :enterprise AND year = :year")
                .bind("enterprise", enterprise)
                .bind("year", year)
                .map((row, context) -> read(row, "changed_ms"))
                .findOne();
    }

    /** Those of some years, both included. */
    static List<YearSheet> of(Handle handle, int from, int to) {
        return handle.createQuery(
                        "SELECT * FROM year_sheet WHERE year >= :from AND year <= :to" + " ORDER BY year, enterprise")
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> read(row, "changed_ms"))
                .list();
    }

    /** Those in a state, by when they came to be in it. */
    static List<YearSheet> in(Handle handle, SheetState state) {
        return handle.createQuery("SELECT * FROM year_sheet WHERE state = :state ORDER BY changed_ms, enterprise, year")
                .bind("state", state.name())
                .map((row, context) -> read(row, "changed_ms"))
                .list();
    }

    static List<YearSheet> steps(Handle handle, String enterprise, int year) {
        return handle.createQuery(
                        "SELECT * FROM year_sheet_step WHERE enterprise = :enterprise AND year = :year ORDER BY version")
                .bind("enterprise", enterprise)
                .bind("year", year)
                .map((row, context) -> read(row, "at_ms"))
                .list();
    }

    /**
     * Puts a sheet in the place of the version before it, and keeps it for good.
     *
     * @throws StaleException if that is not there
     */
    static void put(Handle handle, YearSheet one) {
        String document = write(one);
        long at = Objects.requireNonNull(one.changedAt()).toEpochMilli();
        int rows = one.version() == 1
                ? handle.execute(
                        "INSERT INTO year_sheet (enterprise, year, version, state, changed_ms, who, document)"
                                + " VALUES (?, ?, 1, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        one.enterpriseId(),
                        one.year(),
                        one.state().name(),
                        at,
                        one.changedBy(),
                        document)
                : handle.execute(
                        "UPDATE year_sheet SET version = ?, state = ?, changed_ms = ?, who = ?, document = ?"
                                + " WHERE enterprise = ? AND year = ? AND version = ?",
                        one.version(),
                        one.state().name(),
                        at,
                        one.changedBy(),
                        document,
                        one.enterpriseId(),
                        one.year(),
                        one.version() - 1);
        if (rows != 1) {
            throw new StaleException("the yearly sheet of " + one.enterpriseId() + " for " + one.year());
        }
        handle.execute(
                "INSERT INTO year_sheet_step (enterprise, year, version, state, at_ms, who, document)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                one.enterpriseId(),
                one.year(),
                one.version(),
                one.state().name(),
                at,
                one.changedBy(),
                document);
    }

    private static String write(YearSheet one) {
        ObjectNode json = JSON.createObjectNode();
        SheetFigures f = one.figures();
        ObjectNode figures = json.putObject("figures");
        for (SheetField field : SheetField.values()) {
            BigDecimal amount = f.amount(field);
            if (amount != null) {
                figures.put(field.code(), amount.toPlainString());
            }
        }
        if (f.performanceClass() != null) {
            figures.put(SheetField.CLASS.code(), f.performanceClass().name());
        }
        flag(figures, SheetField.ABOVE_SCALE, f.aboveScale());
        flag(figures, SheetField.POLLUTING, f.polluting());
        flag(figures, SheetField.IN_PARK, f.inPark());
        if (f.industry() != null) {
            figures.put(SheetField.INDUSTRY.code(), f.industry());
        }
        json.put("source", one.source()).put("allowedUse", one.allowedUse().name());
        if (one.words() != null) {
            json.put("words", one.words());
        }
        return json.toString();
    }

    private static void flag(ObjectNode json, SheetField field, @Nullable Boolean value) {
        if (value != null) {
            json.put(field.code(), value);
        }
    }

    private static YearSheet read(ResultSet row, String at) throws SQLException {
        JsonNode json = tree(row.getString("document"));
        return new YearSheet(
                row.getString("enterprise"),
                row.getInt("year"),
                row.getLong("version"),
                SheetState.valueOf(row.getString("state")),
                figures(json.path("figures")),
                json.path("source").asText(),
                AllowedUse.valueOf(json.path("allowedUse").asText()),
                json.has("words") ? json.path("words").asText() : null,
                row.getString("who"),
                Instant.ofEpochMilli(row.getLong(at)));
    }

    private static SheetFigures figures(JsonNode json) {
        JsonNode performance = json.get(SheetField.CLASS.code());
        JsonNode industry = json.get(SheetField.INDUSTRY.code());
        return new SheetFigures(
                amount(json, SheetField.LAND),
                amount(json, SheetField.LAND_IN_USE),
                amount(json, SheetField.TAX),
                amount(json, SheetField.SALES),
                amount(json, SheetField.OUTPUT),
                amount(json, SheetField.RESEARCH),
                amount(json, SheetField.CAPACITY_USED),
                amount(json, SheetField.ENERGY_USED),
                amount(json, SheetField.DISCHARGE_USED),
                performance == null ? null : PerformanceClass.valueOf(performance.asText()),
                flag(json, SheetField.ABOVE_SCALE),
                flag(json, SheetField.POLLUTING),
                flag(json, SheetField.IN_PARK),
                industry == null ? null : industry.asText());
    }

    private static @Nullable BigDecimal amount(JsonNode json, SheetField field) {
        JsonNode value = json.get(field.code());
        return value == null ? null : new BigDecimal(value.asText());
    }

    private static @Nullable Boolean flag(JsonNode json, SheetField field) {
        JsonNode value = json.get(field.code());
        return value == null ? null : value.asBoolean();
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the books hold \"" + text + "\" in place of a yearly sheet", e);
        }
    }
}
