package io.greenpark.acceptance.desk;

import static io.greenpark.acceptance.desk.SheetText.put;
import static io.greenpark.acceptance.desk.SheetText.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.acceptance.comparison.Check;
import io.greenpark.acceptance.comparison.DisplayReading;
import io.greenpark.acceptance.comparison.LineComparison;
import io.greenpark.acceptance.comparison.LineComparison.Reading;
import io.greenpark.acceptance.comparison.Missing;
import io.greenpark.acceptance.comparison.PlatformAmount;
import io.greenpark.acceptance.comparison.PlatformReading;
import io.greenpark.acceptance.sheet.Compared;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a sheet came to when it was accepted, as text: late readings change nothing of what two people have signed. */
final class ComparedText {
    private ComparedText() {}

    static void write(ObjectNode json, Compared compared) {
        compared.lines().forEach(line -> write(json.withArray("lines").addObject(), line));
        compared.ofDevice().forEach(check -> write(json.withArray("checks").addObject(), check));
        compared.photos().forEach(photo -> json.withArray("photos").add(photo));
    }

    private static void write(ObjectNode json, LineComparison line) {
        json.put("point", line.point());
        decimal(json, "registered", line.registered());
        decimal(json, "nameplate", line.nameplate());
        write(json, "first", line.first());
        write(json, "second", line.second());
        decimal(json, "displayed", line.displayed());
        PlatformAmount amount = line.amount();
        if (amount != null) {
            ObjectNode node = json.putObject("amount");
            decimal(node, "amount", amount.amount());
            decimal(node, "step", amount.step());
            code(node, "missing", amount.missing());
        }
        decimal(json, "percent", line.percent());
        line.checks().forEach(check -> write(json.withArray("checks").addObject(), check));
    }

    private static void write(ObjectNode json, String name, @Nullable Reading reading) {
        if (reading == null) {
            return;
        }
        ObjectNode node = json.putObject(name);
        SheetText.write(node, "read", reading.read());
        decimal(node, "display", reading.display());
        decimal(node, "percent", reading.percent());
        PlatformReading platform = reading.platform();
        ObjectNode there = node.putObject("platform");
        decimal(there, "value", platform.value());
        decimal(there, "least", platform.least());
        decimal(there, "most", platform.most());
        decimal(there, "step", platform.step());
        time(there, "before", platform.before());
        time(there, "after", platform.after());
        code(there, "missing", platform.missing());
    }

    static void write(ObjectNode json, Check check) {
        json.put("kind", check.kind().name()).put("result", check.result().name());
        put(json, "point", check.point());
        ObjectNode details = json.putObject("details");
        new TreeMap<>(check.details()).forEach(details::put);
    }

    private static void decimal(ObjectNode json, String name, @Nullable BigDecimal number) {
        put(json, name, number == null ? null : number.toPlainString());
    }

    private static void time(ObjectNode json, String name, @Nullable Instant at) {
        if (at != null) {
            json.put(name, at.toEpochMilli());
        }
    }

    private static void code(ObjectNode json, String name, @Nullable Enum<?> value) {
        put(json, name, value == null ? null : value.name());
    }

    static Compared read(JsonNode json) {
        List<LineComparison> lines = new ArrayList<>();
        json.path("lines").forEach(line -> lines.add(line(line)));
        List<String> photos = new ArrayList<>();
        json.path("photos").forEach(photo -> photos.add(photo.asText()));
        return new Compared(lines, checks(json), photos);
    }

    private static LineComparison line(JsonNode json) {
        JsonNode amount = json.path("amount");
        return new LineComparison(
                json.path("point").asText(),
                decimal(json, "registered"),
                decimal(json, "nameplate"),
                reading(json.path("first")),
                reading(json.path("second")),
                decimal(json, "displayed"),
                amount.isMissingNode()
                        ? null
                        : new PlatformAmount(decimal(amount, "amount"), decimal(amount, "step"), missing(amount)),
                decimal(json, "percent"),
                checks(json));
    }

    private static @Nullable Reading reading(JsonNode json) {
        if (json.isMissingNode()) {
            return null;
        }
        DisplayReading read = Objects.requireNonNull(SheetText.reading(json.path("read")));
        JsonNode there = json.path("platform");
        PlatformReading platform = new PlatformReading(
                decimal(there, "value"),
                decimal(there, "least"),
                decimal(there, "most"),
                decimal(there, "step"),
                time(there, "before"),
                time(there, "after"),
                missing(there));
        return new Reading(read, decimal(json, "display"), platform, decimal(json, "percent"));
    }

    private static List<Check> checks(JsonNode json) {
        List<Check> checks = new ArrayList<>();
        json.path("checks").forEach(check -> checks.add(check(check)));
        return checks;
    }

    static Check check(JsonNode json) {
        Map<String, String> details = new LinkedHashMap<>();
        json.path("details")
                .properties()
                .forEach(e -> details.put(e.getKey(), e.getValue().asText()));
        return new Check(
                Check.Kind.valueOf(json.path("kind").asText()),
                text(json, "point"),
                Check.Result.valueOf(json.path("result").asText()),
                details);
    }

    private static @Nullable Missing missing(JsonNode json) {
        String code = text(json, "missing");
        return code == null ? null : Missing.valueOf(code);
    }

    private static @Nullable BigDecimal decimal(JsonNode json, String name) {
        String number = text(json, name);
        return number == null ? null : new BigDecimal(number);
    }

    private static @Nullable Instant time(JsonNode json, String name) {
        JsonNode at = json.path(name);
        return at.isMissingNode() ? null : Instant.ofEpochMilli(at.asLong());
    }
}
