package io.greenpark.plan.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.plan.target.Area;
import io.greenpark.plan.target.PlanPeriod;
import io.greenpark.plan.value.Progress;
import io.greenpark.plan.value.Statement;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The tables {@code plan_value} and {@code plan_value_step}. */
final class ValueTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ValueTable() {}

    static List<Statement> of(Handle handle, String plan) {
        return handle.createQuery("SELECT * FROM plan_value WHERE plan = :plan ORDER BY target, period, area, kind")
                .bind("plan", plan)
                .map((row, context) -> read(row, "changed_ms"))
                .list();
    }

    /** Every version of what was stated of a target, oldest first. */
    static List<Statement> steps(Handle handle, String plan, String target) {
        return handle.createQuery("SELECT * FROM plan_value_step WHERE plan = :plan AND target = :target"
                        + " ORDER BY at_ms, period, area, kind, version")
                .bind("plan", plan)
                .bind("target", target)
                .map((row, context) -> read(row, "at_ms"))
                .list();
    }

    /**
     * Puts a statement in the place of the version before it, and keeps it for good.
     *
     * @throws StaleException if that is not there
     */
    static void put(Handle handle, Statement one) {
        String document = write(one);
        Object[] key = {
            one.plan(),
            one.target(),
            one.period().code(),
            one.area().code(),
            one.kind().name()
        };
        int rows = one.version() == 1
                ? handle.execute(
                        "INSERT INTO plan_value (plan, target, period, area, kind, version, changed_ms, who, document)"
                                + " VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?) ON CONFLICT DO NOTHING",
                        key[0],
                        key[1],
                        key[2],
                        key[3],
                        key[4],
                        one.at().toEpochMilli(),
                        one.who(),
                        document)
                : handle.execute(
                        "UPDATE plan_value SET version = ?, changed_ms = ?, who = ?, document = ?"
                                + " WHERE plan = ? AND target = ? AND period = ? AND area = ? AND kind = ? AND version = ?",
                        one.version(),
                        one.at().toEpochMilli(),
                        one.who(),
                        document,
                        key[0],
                        key[1],
                        key[2],
                        key[3],
                        key[4],
                        one.version() - 1);
        if (rows != 1) {
            throw new StaleException("the value of target " + one.target() + " in "
                    + one.period().code());
        }
        handle.execute(
                "INSERT INTO plan_value_step (plan, target, period, area, kind, version, at_ms, who, document)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                key[0],
                key[1],
                key[2],
                key[3],
                key[4],
                one.version(),
                one.at().toEpochMilli(),
                one.who(),
                document);
    }

    private static String write(Statement one) {
        ObjectNode json = JSON.createObjectNode();
        if (one.value() != null) {
            json.put("value", one.value().toPlainString());
        }
        if (one.progress() != null) {
            json.put("progress", one.progress().name());
        }
        json.put("source", one.source());
        if (one.words() != null) {
            json.put("words", one.words());
        }
        return json.toString();
    }

    private static Statement read(ResultSet row, String at) throws SQLException {
        JsonNode json = tree(row.getString("document"));
        String period = row.getString("period");
        return new Statement(
                row.getString("plan"),
                row.getString("target"),
                PlanPeriod.ofCode(period)
                        .orElseThrow(() -> new IllegalStateException("the books hold a period " + period)),
                Area.ofCode(row.getString("area")),
                Statement.Kind.valueOf(row.getString("kind")),
                json.has("value") ? new BigDecimal(json.path("value").asText()) : null,
                json.has("progress") ? Progress.valueOf(json.path("progress").asText()) : null,
                json.path("source").asText(),
                json.has("words") ? json.path("words").asText() : null,
                row.getLong("version"),
                row.getString("who"),
                Instant.ofEpochMilli(row.getLong(at)));
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the books hold \"" + text + "\" in place of a value", e);
        }
    }
}
