package io.greenpark.dashboards.api;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.text.Bilingual;
import io.greenpark.returns.figure.Amount;
import io.greenpark.returns.figure.Bill;
import io.greenpark.returns.figure.BillKind;
import io.greenpark.returns.figure.FigureKey;
import io.greenpark.returns.figure.Figures;
import io.greenpark.returns.figure.Product;
import io.greenpark.returns.figure.ReturnUnit;
import io.greenpark.returns.form.Draft;
import io.greenpark.returns.form.Prefill;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a body says that a return is to say. */
final class ReturnRequest {
    private static final String NUMBER = "[0-9]{1,15}([.][0-9]{1,6})?";
    private static final int MOST_PRODUCTS = 50;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_WORD = 2_000;
    private static final int MOST_ANSWERS = 200;
    private static final List<ReturnUnit> MONEY = List.of(ReturnUnit.CNY, ReturnUnit.CNY_10000);

    private final JsonObject body;

    ReturnRequest(JsonObject body) {
        this.body = body;
        require(body, "version", "output", "valueAdded", "products", "bills", "prefilled", "answers", "allowedUse");
    }

    long version() {
        if (!(body.getValue("version") instanceof Number version)) {
            throw wrong("version", "须为所见填报的版本号，尚未开始为 0", "must be the version that was seen, 0 where nobody has begun");
        }
        return version.longValue();
    }

    /** @param uses those that may be chosen */
    Draft draft(List<AllowedUse> uses) {
        Amount output = amount(body, "output", MONEY, false);
        Amount valueAdded = amount(body, "valueAdded", MONEY, true);
        return new Draft(new Figures(output, valueAdded, products(), bills()), prefilled(), words(), use(uses));
    }

    private AllowedUse use(List<AllowedUse> uses) {
        Object code = body.getValue("allowedUse");
        return code == null
                ? uses.get(0)
                : uses.stream()
                        .filter(use -> EnumCode.of(use).equals(code))
                        .findFirst()
                        .orElseThrow(() ->
                                wrong("allowedUse", "须为 " + codes(uses) + " 之一", "must be one of " + codes(uses)));
    }

    private static String codes(List<AllowedUse> uses) {
        return String.join(", ", uses.stream().map(EnumCode::of).toList());
    }

    private List<Product> products() {
        List<Product> products = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonObject one : objects("products", MOST_PRODUCTS)) {
            require(one, "name", "unit", "amount");
            String name = text(one, "name", LONGEST_NAME);
            if (!names.add(name)) {
                throw wrong("products", "中 \"" + name + "\" 出现两次；请合并", "has \"" + name + "\" twice; add them up");
            }
            products.add(new Product(name, text(one, "unit", LONGEST_NAME), number(one, "amount", false)));
        }
        return products;
    }

    private Map<BillKind, Bill> bills() {
        Map<BillKind, Bill> bills = new EnumMap<>(BillKind.class);
        for (JsonObject one : objects("bills", BillKind.values().length)) {
            require(one, "kind", "amount", "cost");
            BillKind kind = BillKind.ofCode(text(one, "kind", LONGEST_NAME))
                    .orElseThrow(() -> wrong(
                            "kind",
                            "须为 electricity、natural-gas、steam 或 water",
                            "must be electricity, natural-gas, steam or water"));
            Bill bill = new Bill(amount(one, "amount", kind.units(), false), amount(one, "cost", MONEY, false));
            if (bill.amount() != null || bill.cost() != null) {
                bills.put(kind, bill);
            }
        }
        return bills;
    }

    private Map<FigureKey, Prefill> prefilled() {
        Map<FigureKey, Prefill> prefilled = new HashMap<>();
        for (JsonObject one : objects("prefilled", MOST_ANSWERS)) {
            require(one, "figure", "origin", "confirmed");
            FigureKey key = FigureKey.ofCode(text(one, "figure", 2 * LONGEST_NAME))
                    .orElseThrow(() -> wrong("figure", "不是填报中的一项", "names no figure of a return"));
            boolean confirmed = Boolean.TRUE.equals(one.getValue("confirmed"));
            prefilled.put(key, new Prefill(Prefill.Origin.METERS, confirmed));
        }
        return prefilled;
    }

    private Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        for (JsonObject one : objects("answers", MOST_ANSWERS)) {
            require(one, "question", "word");
            words.put(text(one, "question", LONGEST_WORD), text(one, "word", LONGEST_WORD));
        }
        return words;
    }

    private List<JsonObject> objects(String name, int most) {
        Object value = body.getValue(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray list)
                || list.size() > most
                || list.stream().anyMatch(each -> !(each instanceof JsonObject))) {
            throw wrong(name, "须为列表，最多 " + most + " 项", "must be a list of at most " + most);
        }
        return list.stream().map(JsonObject.class::cast).toList();
    }

    private static @Nullable Amount amount(JsonObject of, String name, List<ReturnUnit> units, boolean negative) {
        Object given = of.getValue(name);
        if (given == null) {
            return null;
        }
        if (!(given instanceof JsonObject amount)) {
            throw wrong(
                    name,
                    "须为 {\"value\": \"1.5\", \"unit\": …} 或 null",
                    "must be {\"value\": \"1.5\", \"unit\": ...} or null");
        }
        require(amount, "value", "unit");
        String codes = String.join(", ", units.stream().map(ReturnUnit::code).toList());
        ReturnUnit unit = ReturnUnit.ofCode(text(amount, "unit", LONGEST_NAME))
                .filter(units::contains)
                .orElseThrow(() -> wrong(name, "的单位须为 " + codes + " 之一", "must be in one of " + codes));
        BigDecimal value = number(amount, "value", negative);
        return value == null ? null : new Amount(value, unit);
    }

    private static @Nullable BigDecimal number(JsonObject of, String name, boolean negative) {
        Object given = of.getValue(name);
        if (given == null) {
            return null;
        }
        if (!(given instanceof String text) || !text.matches((negative ? "-?" : "") + NUMBER)) {
            throw wrong(
                    name,
                    "须为文本形式的数，如 \"120.5\"，整数最多 15 位，小数最多 6 位" + (negative ? "" : "，不小于 0"),
                    "must be a number as a text, as \"120.5\", of at most 15 digits and 6 behind the point"
                            + (negative ? "" : ", and not below 0"));
        }
        return new BigDecimal(text);
    }

    private static String text(JsonObject of, String name, int longest) {
        if (!(of.getValue(name) instanceof String text)
                || text.isBlank()
                || text.strip().length() > longest) {
            throw wrong(name, "须为非空文本，最多 " + longest + " 个字符", "must be a text, of at most " + longest + " characters");
        }
        return text.strip();
    }

    private static void require(JsonObject json, String... allowed) {
        for (String name : json.fieldNames()) {
            if (!Set.of(allowed).contains(name)) {
                throw wrong(
                        name,
                        "此处没有该项；可用的有 " + String.join(", ", allowed),
                        "is unknown here; allowed: " + String.join(", ", allowed));
            }
        }
    }

    private static Problem wrong(String name, String zh, String en) {
        return Problem.badRequest(new Bilingual("\"" + name + "\" " + zh, "\"" + name + "\" " + en));
    }
}
