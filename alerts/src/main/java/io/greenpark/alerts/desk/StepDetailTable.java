package io.greenpark.alerts.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.alerts.cases.HandlingStage;
import io.greenpark.alerts.handling.DetailField;
import io.greenpark.alerts.handling.Side;
import io.greenpark.alerts.handling.StepDetails;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The table {@code case_step_detail}. */
final class StepDetailTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StepDetailTable() {}

    static void insert(Handle handle, String caseId, StepDetail one) {
        handle.execute(
                "INSERT INTO case_step_detail (case_id, number, side, account, internal, stage, detail)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                caseId,
                one.number(),
                one.side().name(),
                one.account(),
                one.internal() ? 1L : 0L,
                one.stage().name(),
                write(one.details()));
    }

    /** By the number of the step. */
    static Map<Integer, StepDetail> of(Handle handle, String caseId) {
        Map<Integer, StepDetail> all = new TreeMap<>();
        handle.createQuery("SELECT * FROM case_step_detail WHERE case_id = :id ORDER BY number")
                .bind("id", caseId)
                .map((row, context) -> read(row))
                .forEach(one -> all.put(one.number(), one));
        return all;
    }

    /** The causes that enterprises gave last, by case; cases without an answer are absent. */
    static Map<String, String> causes(Handle handle, Collection<String> cases) {
        Map<String, String> causes = new HashMap<>();
        if (!cases.isEmpty()) {
            handle.createQuery("SELECT case_id, detail FROM case_step_detail WHERE case_id IN (<ids>)"
                            + " AND side = 'ENTERPRISE' ORDER BY case_id, number")
                    .bindList("ids", List.copyOf(cases))
                    .map((row, context) -> Map.entry(row.getString("case_id"), details(row.getString("detail"))))
                    .forEach(each -> {
                        String cause = each.getValue().text(DetailField.CAUSE);
                        if (cause != null) {
                            causes.put(each.getKey(), cause);
                        }
                    });
        }
        return causes;
    }

    private static StepDetail read(ResultSet row) throws SQLException {
        return new StepDetail(
                row.getInt("number"),
                Side.valueOf(row.getString("side")),
                row.getString("account"),
                row.getLong("internal") == 1,
                HandlingStage.valueOf(row.getString("stage")),
                details(row.getString("detail")));
    }

    private static String write(StepDetails details) {
        Map<String, String> ordered = new TreeMap<>();
        details.texts().forEach((field, text) -> ordered.put(field.code(), text));
        ObjectNode json = JSON.createObjectNode();
        if (!details.attachments().isEmpty()) {
            ArrayNode files = json.putArray(DetailField.ATTACHMENTS.code());
            details.attachments().forEach(files::add);
        }
        // "attachments" is the first by its name.
        ordered.forEach(json::put);
        return json.toString();
    }

    private static StepDetails details(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            Map<DetailField, String> texts = new EnumMap<>(DetailField.class);
            List<String> files = new ArrayList<>();
            json.properties().forEach(field -> {
                DetailField known = DetailField.ofCode(field.getKey())
                        .orElseThrow(() -> new IllegalStateException(
                                "case_step_detail has a field \"" + field.getKey() + "\" that is not known"));
                if (known == DetailField.ATTACHMENTS) {
                    field.getValue().forEach(file -> files.add(file.asText()));
                } else {
                    texts.put(known, field.getValue().asText());
                }
            });
            return new StepDetails(texts, files);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("case_step_detail holds what is no JSON: " + text, e);
        }
    }
}
