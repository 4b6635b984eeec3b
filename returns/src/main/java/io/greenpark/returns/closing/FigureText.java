package io.greenpark.returns.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.accounting.intensity.IntensityRow.TargetVerdict;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.unit.Carrier;
import io.greenpark.returns.closing.ClosedFigure.OfBasis;
import io.greenpark.store.books.ReasonColumn;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Figures as the text that the books keep of them. Decimals are texts, exact. */
final class FigureText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FigureText() {}

    static String write(ClosedFigure figure) {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode amounts = json.putObject("amounts");
        new TreeMap<>(figure.amounts()).forEach((carrier, amount) -> put(amounts, carrier.code(), amount));
        if (figure.completeness() != null) {
            json.put("completeness", figure.completeness());
        }
        if (figure.measured() != null) {
            json.put("measured", figure.measured());
        }
        put(json, "ivaCny", figure.ivaCny());
        put(json, "outputCny", figure.outputCny());
        put(json, "status", figure.status());
        put(json, "use", figure.use());
        if (figure.guarded()) {
            json.put("guarded", true);
        }
        ObjectNode bases = json.putObject("bases");
        new TreeMap<>(figure.bases()).forEach((basis, of) -> {
            ObjectNode one = bases.putObject(basis.name());
            put(one, "tce", of.tce());
            put(one, "tcePer10kCny", of.tcePer10kCny());
            put(one, "verdict", of.verdict());
            put(one, "level", of.level());
            if (of.coefficientSet() != null) {
                one.put("coefficientSet", of.coefficientSet());
            }
            one.put("reasons", ReasonColumn.writeAll(of.reasons()));
        });
        return json.toString();
    }

    static ClosedFigure read(Subject subject, String text) {
        JsonNode json = tree(text);
        Map<Carrier, BigDecimal> amounts = new EnumMap<>(Carrier.class);
        json.path("amounts")
                .properties()
                .forEach(e -> amounts.put(
                        Carrier.ofCode(e.getKey()).orElseThrow(),
                        new BigDecimal(e.getValue().asText())));
        Map<ElectricityBasis, OfBasis> bases = new EnumMap<>(ElectricityBasis.class);
        json.path("bases").properties().forEach(e -> {
            JsonNode one = e.getValue();
            bases.put(
                    ElectricityBasis.valueOf(e.getKey()),
                    new OfBasis(
                            decimal(one, "tce"),
                            decimal(one, "tcePer10kCny"),
                            constant(one, "verdict", TargetVerdict.class),
                            constant(one, "level", ProgressLevel.class),
                            text(one, "coefficientSet"),
                            ReasonColumn.readAll(one.path("reasons").asText("{}"))));
        });
        return new ClosedFigure(
                subject,
                amounts,
                json.has("completeness") ? json.get("completeness").asDouble() : null,
                json.has("measured") ? json.get("measured").asDouble() : null,
                decimal(json, "ivaCny"),
                decimal(json, "outputCny"),
                constant(json, "status", FigureStatus.class),
                constant(json, "use", AllowedUse.class),
                bases,
                json.path("guarded").asBoolean(false));
    }

    private static void put(ObjectNode json, String name, @Nullable BigDecimal value) {
        if (value != null) {
            json.put(name, value.toPlainString());
        }
    }

    private static void put(ObjectNode json, String name, @Nullable Enum<?> value) {
        if (value != null) {
            json.put(name, value.name());
        }
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.has(name) ? json.get(name).asText() : null;
    }

    private static @Nullable BigDecimal decimal(JsonNode json, String name) {
        String text = text(json, name);
        return text == null ? null : new BigDecimal(text);
    }

    private static <E extends Enum<E>> @Nullable E constant(JsonNode json, String name, Class<E> type) {
        String text = text(json, name);
        return text == null ? null : Enum.valueOf(type, text);
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the books hold \"" + text + "\" in place of closed figures", e);
        }
    }
}
