package io.greenpark.acceptance.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.acceptance.comparison.DisplayLine;
import io.greenpark.acceptance.comparison.DisplayReading;
import io.greenpark.acceptance.comparison.Nameplate;
import io.greenpark.acceptance.comparison.Side;
import io.greenpark.acceptance.comparison.TransformerRatio;
import io.greenpark.acceptance.sheet.AcceptanceSheet;
import io.greenpark.acceptance.sheet.Confirmed;
import io.greenpark.acceptance.sheet.SheetDraft;
import io.greenpark.acceptance.sheet.SheetSignature;
import io.greenpark.acceptance.sheet.SheetState;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sheet as the text that the books keep of it. Numbers are texts, as they were typed. */
final class SheetText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SheetText() {}

    /** What of a sheet are columns of their own. */
    record Columns(long number, String device, String enterprise, long version, SheetState state, Instant changedAt) {}

    static String write(AcceptanceSheet one) {
        ObjectNode json = JSON.createObjectNode();
        SheetDraft draft = one.draft();
        put(json, "serial", draft.serial());
        put(json, "remark", draft.remark());
        draft.lines().forEach(line -> write(json.withArray("lines").addObject(), line));
        write(json, "installer", one.installer());
        write(json, "second", one.second());
        put(json, "words", one.words());
        if (one.countsFrom() != null) {
            json.put("countsFrom", one.countsFrom().toEpochMilli());
        }
        if (one.kept() != null) {
            ComparedText.write(json.putObject("compared"), one.kept());
        }
        return json.toString();
    }

    private static void write(ObjectNode json, DisplayLine line) {
        json.put("point", line.point())
                .put("side", line.side().name())
                .put("unit", line.unit().symbol());
        Nameplate plates = line.nameplate();
        ObjectNode plate = json.putObject("nameplate");
        if (plates.direct()) {
            plate.put("direct", true);
        }
        put(plate, "ct", plates.ct() == null ? null : plates.ct().text());
        put(plate, "pt", plates.pt() == null ? null : plates.pt().text());
        put(plate, "factor", plates.factor() == null ? null : plates.factor().toPlainString());
        write(json, "first", line.first());
        write(json, "second", line.second());
    }

    static void write(ObjectNode json, String name, @Nullable DisplayReading reading) {
        if (reading != null) {
            json.putObject(name)
                    .put("at", reading.at().toEpochMilli())
                    .put("value", reading.value().toPlainString());
        }
    }

    private static void write(ObjectNode json, String name, @Nullable SheetSignature signature) {
        if (signature != null) {
            json.putObject(name)
                    .put("name", signature.name())
                    .put("person", signature.person())
                    .put("account", signature.account())
                    .put("at", signature.at().toEpochMilli());
            ObjectNode node = (ObjectNode) json.get(name);
            signature.confirmed().forEach(confirmed -> {
                ObjectNode one = node.withArray("confirmed").addObject();
                ComparedText.write(one.putObject("check"), confirmed.check());
                one.put("words", confirmed.words());
            });
        }
    }

    static void put(ObjectNode json, String name, @Nullable String text) {
        if (text != null) {
            json.put(name, text);
        }
    }

    static AcceptanceSheet read(Columns columns, String document) {
        JsonNode json = tree(columns, document);
        List<DisplayLine> lines = new ArrayList<>();
        json.path("lines").forEach(line -> lines.add(line(line)));
        JsonNode from = json.path("countsFrom");
        JsonNode compared = json.path("compared");
        return new AcceptanceSheet(
                columns.number(),
                columns.device(),
                columns.enterprise(),
                columns.version(),
                columns.state(),
                new SheetDraft(text(json, "serial"), text(json, "remark"), lines),
                signature(json.path("installer")),
                signature(json.path("second")),
                text(json, "words"),
                from.isMissingNode() ? null : Instant.ofEpochMilli(from.asLong()),
                compared.isMissingNode() ? null : ComparedText.read(compared),
                columns.changedAt());
    }

    private static JsonNode tree(Columns columns, String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "the books hold \"" + document + "\" in place of sheet " + columns.number(), e);
        }
    }

    private static DisplayLine line(JsonNode json) {
        JsonNode plate = json.path("nameplate");
        String factor = text(plate, "factor");
        return new DisplayLine(
                json.path("point").asText(),
                Side.valueOf(json.path("side").asText()),
                unit(json.path("unit").asText()),
                new Nameplate(
                        plate.path("direct").asBoolean(),
                        transformer(text(plate, "ct")),
                        transformer(text(plate, "pt")),
                        factor == null ? null : new BigDecimal(factor)),
                reading(json.path("first")),
                reading(json.path("second")));
    }

    private static Unit unit(String symbol) {
        return Unit.ofSymbol(symbol)
                .orElseThrow(() -> new IllegalStateException("a sheet in the books has the unit \"" + symbol + "\""));
    }

    private static @Nullable TransformerRatio transformer(@Nullable String text) {
        return text == null ? null : TransformerRatio.of(text).orElse(null);
    }

    static @Nullable DisplayReading reading(JsonNode json) {
        return json.isMissingNode()
                ? null
                : new DisplayReading(
                        Instant.ofEpochMilli(json.path("at").asLong()),
                        new BigDecimal(json.path("value").asText()));
    }

    private static @Nullable SheetSignature signature(JsonNode json) {
        List<Confirmed> confirmed = new ArrayList<>();
        json.path("confirmed")
                .forEach(one -> confirmed.add(new Confirmed(
                        ComparedText.check(one.path("check")), one.path("words").asText())));
        return json.isMissingNode()
                ? null
                : new SheetSignature(
                        json.path("name").asText(),
                        json.path("person").asText(),
                        json.path("account").asText(),
                        Instant.ofEpochMilli(json.path("at").asLong()),
                        confirmed);
    }

    static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isMissingNode() ? null : value.asText();
    }
}
