package io.greenpark.sheets.column;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.cell.SheetCell;
import io.greenpark.sheets.cell.SheetCell.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of mappings: {@code 2021-03-01=旧名; 2023-01-01=...}. The cell says all of a mapping: what it leaves out goes. */
public final class Mappings implements ColumnType {
    private static final String DETAIL = "|";

    private final Bilingual allowed;
    private final ColumnType key;
    private final @Nullable ColumnType value;
    private final String main;
    private final @Nullable String detail;

    private Mappings(
            Bilingual allowed, ColumnType key, @Nullable ColumnType value, String main, @Nullable String detail) {
        this.allowed = allowed;
        this.key = key;
        this.value = value;
        this.main = main;
        this.detail = detail;
    }

    /** Names by the day from which on they are not had any more. */
    public static Mappings names() {
        return new Mappings(
                new Bilingual(
                        "停用日期=曾用名，多个用分号隔开，如 2021-03-01=旧机械厂",
                        "first day without=former name, with semicolons between several, e.g. 2021-03-01=Old Works"),
                Times.day(),
                null,
                "",
                null);
    }

    /** Tonnes by quantity. */
    public static Mappings amounts() {
        return new Mappings(
                new Bilingual(
                        "污染物=吨/年，多个用分号隔开，如 cod=1.2; nox=0.8",
                        "quantity=tonnes a year, with semicolons between several, e.g. cod=1.2; nox=0.8"),
                Texts.id(),
                Decimals.notNegative(),
                "",
                null);
    }

    /**
     * Carriers and shares by customer number.
     *
     * @param carriers what may be delivered
     */
    public static Mappings accounts(ColumnType carriers) {
        return new Mappings(
                new Bilingual(
                        "户号=能源品种|分摊比例，多个用分号隔开，如 3300012345=electricity; 3300067890=electricity|0.4；全部归本企业的不填比例",
                        "number=carrier|share, with semicolons between several, e.g. 3300012345=electricity;"
                                + " 3300067890=electricity|0.4; no share where all of it is the enterprise's"),
                Texts.accountNumber(),
                carriers,
                "carrier",
                "share");
    }

    /**
     * States by the day from which on they hold.
     *
     * @param states what may be said
     */
    public static Mappings states(ColumnType states) {
        return new Mappings(
                new Bilingual(
                        "起始日期=状态|文号，多个用分号隔开，如 2024-05-01=stopped|金环〔2024〕5号；状态："
                                + states.allowed().zh(),
                        "first day=state|number of the document, with semicolons between several, e.g."
                                + " 2024-05-01=stopped|No. 5; states: "
                                + states.allowed().en()),
                Times.day(),
                states,
                "state",
                "document");
    }

    @Override
    public CellValue read(SheetCell cell) {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        for (String entry : cell.text().split("[;；\n]")) {
            if (entry.isBlank()) {
                continue;
            }
            int equals = entry.indexOf('=');
            JsonNode name = equals < 0 ? null : value(key, entry.substring(0, equals));
            JsonNode said = equals < 0 ? null : said(entry.substring(equals + 1).strip());
            if (name == null || said == null || mapping.has(name.asText())) {
                return new CellValue.Fault(
                        allowed, new Bilingual("请改正“" + entry.strip() + "”", "correct \"" + entry.strip() + "\""));
            }
            mapping.set(name.asText(), said);
        }
        return new CellValue.Value(mapping);
    }

    private @Nullable JsonNode said(String text) {
        if (detail == null) {
            return text.isEmpty() ? null : value == null ? TextNode.valueOf(text) : value(value, text);
        }
        int bar = text.indexOf(DETAIL);
        JsonNode state = value == null ? null : value(value, bar < 0 ? text : text.substring(0, bar));
        if (state == null) {
            return null;
        }
        ObjectNode one = JsonNodeFactory.instance.objectNode().set(main, state);
        if (bar >= 0 && !text.substring(bar + 1).isBlank()) {
            one.put(detail, text.substring(bar + 1).strip());
        }
        return one;
    }

    private static @Nullable JsonNode value(ColumnType type, String text) {
        return type.read(new SheetCell(Kind.TEXT, text.strip())) instanceof CellValue.Value value ? value.node() : null;
    }

    @Override
    public String write(JsonNode mapping) {
        List<String> entries = new ArrayList<>();
        mapping.properties().forEach(e -> entries.add(e.getKey() + "=" + written(e.getValue())));
        return String.join("; ", entries);
    }

    private String written(JsonNode said) {
        if (detail == null) {
            return said.asText();
        }
        String state = said.path(main).asText();
        return said.has(detail) ? state + DETAIL + said.path(detail).asText() : state;
    }

    @Override
    public Bilingual allowed() {
        return allowed;
    }
}
