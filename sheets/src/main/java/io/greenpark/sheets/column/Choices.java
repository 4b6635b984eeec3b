package io.greenpark.sheets.column;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.cell.SheetCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A column of codes, each shown with its words: {@code stack · 排气筒 · stack}. The code, a word or all of it may be written. */
public final class Choices implements ColumnType {
    private static final String BETWEEN = " · ";

    private final List<Choice> choices = new ArrayList<>();

    private record Choice(JsonNode value, String code, Bilingual words) {
        String shown() {
            return words.zh().equals(code) ? code : code + BETWEEN + words.zh() + BETWEEN + words.en();
        }

        boolean means(String text) {
            return text.equalsIgnoreCase(code)
                    || text.equalsIgnoreCase(words.zh())
                    || text.equalsIgnoreCase(words.en())
                    || text.equalsIgnoreCase(shown());
        }
    }

    /** Without a choice yet. */
    public static Choices of() {
        return new Choices();
    }

    /** Units and other codes that are their own words. */
    public static Choices of(List<String> codes) {
        Choices choices = new Choices();
        codes.forEach(code -> choices.add(TextNode.valueOf(code), code, Bilingual.same(code)));
        return choices;
    }

    /** Yes and no. */
    public static Choices truth() {
        return new Choices()
                .add(BooleanNode.TRUE, "true", new Bilingual("是", "yes"))
                .add(BooleanNode.FALSE, "false", new Bilingual("否", "no"));
    }

    /** Another choice. */
    public Choices with(String code, String zh, String en) {
        return add(TextNode.valueOf(code), code, new Bilingual(zh, en));
    }

    /** Another choice with a value that is no text. */
    public Choices add(JsonNode value, String code, Bilingual words) {
        choices.add(new Choice(value, code, words));
        return this;
    }

    @Override
    public CellValue read(SheetCell cell) {
        String text = cell.text().strip();
        // Codes that differ in capitals only, as units do (MW, mW), come first.
        return choices.stream()
                .filter(c -> c.code().equals(text) || c.shown().equals(text))
                .findFirst()
                .or(() -> choices.stream().filter(c -> c.means(text)).findFirst())
                .<CellValue>map(c -> new CellValue.Value(c.value()))
                .orElseGet(() -> new CellValue.Fault(
                        allowed(), new Bilingual("请从下拉列表中选择", "choose one from the list of the cell")));
    }

    @Override
    public String write(JsonNode value) {
        return choices.stream()
                .filter(c -> c.value().equals(value) || c.code().equals(value.asText()))
                .map(Choice::shown)
                .findFirst()
                .orElse(value.asText());
    }

    @Override
    public Bilingual allowed() {
        return new Bilingual(
                choices.stream().map(c -> word(c.words().zh(), c.code())).collect(Collectors.joining("、")),
                choices.stream().map(Choice::code).collect(Collectors.joining(", ")));
    }

    private static String word(String word, String code) {
        return word.toLowerCase(Locale.ROOT).equals(code.toLowerCase(Locale.ROOT)) ? code : word + "（" + code + "）";
    }

    @Override
    public List<String> choices() {
        return choices.stream().map(Choice::shown).toList();
    }
}
