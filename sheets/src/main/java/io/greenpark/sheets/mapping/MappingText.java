package io.greenpark.sheets.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.sheets.figure.Figure;
import io.greenpark.sheets.figure.SheetUnit;
import io.greenpark.sheets.layout.Role;
import io.greenpark.sheets.mapping.SheetMapping.ColumnUse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mappings as JSON, in the books and in answers alike. */
public final class MappingText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private MappingText() {}

    /** Tells that JSON is no mapping. */
    public static final class FormatException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String field;
        private final String said;
        private final String allowed;

        FormatException(String field, String said, String allowed) {
            super(field + ": \"" + said + "\" is not allowed; accepted: " + allowed);
            this.field = field;
            this.said = said;
            this.allowed = allowed;
        }

        /** Where, with slashes between levels. */
        public String field() {
            return field;
        }

        public String said() {
            return said;
        }

        /** What would be accepted: codes. */
        public String allowed() {
            return allowed;
        }
    }

    /** A mapping as JSON. */
    public static ObjectNode write(SheetMapping mapping) {
        ObjectNode json = JSON.createObjectNode()
                .put("name", mapping.name())
                .put("fingerprint", mapping.fingerprint())
                .put("source", mapping.source())
                .put("status", EnumCode.of(mapping.status()))
                .put("allowedUse", EnumCode.of(mapping.allowedUse()));
        ArrayNode columns = json.putArray("columns");
        mapping.columns().forEach(c -> columns.addObject()
                .put("heading", c.heading())
                .put("role", c.role().code())
                .put("figure", c.figure() == null ? null : c.figure().code())
                .put("unit", c.unit() == null ? null : c.unit().code()));
        return json;
    }

    /**
     * The mapping that JSON tells.
     *
     * @throws FormatException if it tells none
     */
    public static SheetMapping read(String text) throws FormatException {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new FormatException("", "", "a JSON object");
        }
        List<ColumnUse> columns = new ArrayList<>();
        JsonNode given = json.path("columns");
        for (int i = 0; i < given.size(); i++) {
            columns.add(column("columns/" + i + "/", given.get(i)));
        }
        return new SheetMapping(
                json.path("name").asText("").strip(),
                json.path("fingerprint").asText(""),
                columns,
                json.path("source").asText("").strip(),
                code("status", json.path("status"), FigureStatus.values(), EnumCode::of),
                code("allowedUse", json.path("allowedUse"), AllowedUse.values(), EnumCode::of));
    }

    private static ColumnUse column(String at, JsonNode json) throws FormatException {
        JsonNode figure = json.path("figure");
        JsonNode unit = json.path("unit");
        return new ColumnUse(
                json.path("heading").asText(""),
                code(at + "role", json.path("role"), Role.values(), Role::code),
                absent(figure) ? null : code(at + "figure", figure, Figure.all().toArray(Figure[]::new), Figure::code),
                absent(unit) ? null : code(at + "unit", unit, SheetUnit.values(), SheetUnit::code));
    }

    private static boolean absent(@Nullable JsonNode node) {
        return node == null
                || node.isMissingNode()
                || node.isNull()
                || node.asText().isEmpty();
    }

    private static <T> T code(String field, JsonNode said, T[] all, Function<T, String> code) throws FormatException {
        String text = said.asText("");
        return Arrays.stream(all)
                .filter(one -> code.apply(one).equals(text))
                .findFirst()
                .orElseThrow(() -> new FormatException(
                        field, text, Arrays.stream(all).map(code).collect(Collectors.joining(", "))));
    }
}
