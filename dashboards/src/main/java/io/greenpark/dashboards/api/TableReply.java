package io.greenpark.dashboards.api;

import io.greenpark.dashboards.table.Listing;
import io.greenpark.dashboards.table.Order;
import io.greenpark.dashboards.table.TableFile;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Answers a question about a list: {@code q} searches, {@code sort} orders, {@code limit} and {@code after} page through it in
 * JSON; a file has all rows that were found, in the columns of {@code columns}.
 */
final class TableReply {
    private static final List<String> PARAMETERS = List.of("q", "sort", "columns", "limit", "after");
    private static final int USUAL_ROWS = 200;
    private static final int MOST_ROWS = 10_000;
    private static final DateTimeFormatter MADE_AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Question question;
    private final Clock clock;
    private final ZoneId zone;

    TableReply(Question question, Clock clock, ZoneId zone) {
        this.question = question;
        this.clock = clock;
        this.zone = zone;
    }

    /** Refuses parameters other than those of every list and these. */
    static void allow(Question question, String... own) {
        question.allow(Stream.concat(Arrays.stream(own), PARAMETERS.stream()).toArray(String[]::new));
    }

    /** The answer, with its rows under {@code rows}. */
    <T> Reply of(Listing<T> listing, String fileName, JsonObject about, Function<T, JsonObject> row) {
        return of(listing, fileName, about, "rows", page -> Json.array(page, row));
    }

    /**
     * The answer.
     *
     * @param fileName without its extension, in ASCII
     * @param about what else the answer in JSON says; the rows and where they go on are put there
     * @param key under which the rows stand
     * @param page the rows of a page in JSON
     */
    <T> Reply of(Listing<T> listing, String fileName, JsonObject about, String key, Function<List<T>, JsonArray> page) {
        Listing<T> found = found(listing);
        TableFile file = question.file();
        if (file != null) {
            return file(found, fileName, file);
        }
        Listing.Page<T> shown = page(found);
        return Reply.ok(about.put("count", found.rows().size())
                .put(key, page.apply(shown.rows()))
                .put("next", shown.next()));
    }

    /** Whether all rows are needed to answer: not, where a page in their usual order is wanted. */
    static boolean needsAll(Question question) {
        return question.file() != null
                || question.text("q").isPresent()
                || question.text("sort").isPresent();
    }

    /** Those that {@code q} finds, in the order of {@code sort}. */
    <T> Listing<T> found(Listing<T> listing) {
        return sorted(searched(listing));
    }

    /** What was found, as a file. */
    <T> Reply file(Listing<T> found, String fileName, TableFile file) {
        return Reply.file(
                file.write(chosen(found), question.language(), madeBy(found)),
                file.mediaType(),
                fileName + "." + file.extension());
    }

    /** Those that {@code q} finds; all where it is left out. */
    <T> Listing<T> searched(Listing<T> listing) {
        return question.text("q")
                .map(words -> listing.search(words, question.language()))
                .orElse(listing);
    }

    private <T> Listing<T> sorted(Listing<T> listing) {
        return question.text("sort")
                .map(text -> listing.sort(order(text, listing), question.language()))
                .orElse(listing);
    }

    private static Order order(String text, Listing<?> listing) {
        boolean descending = text.startsWith("-");
        String column = descending ? text.substring(1) : text;
        requireColumn("sort", column, listing);
        return new Order(column, descending);
    }

    private <T> Listing<T> chosen(Listing<T> listing) {
        return question.text("columns")
                .map(text -> {
                    List<String> codes = List.of(text.split(",", -1));
                    codes.forEach(code -> requireColumn("columns", code, listing));
                    return listing.choose(codes);
                })
                .orElse(listing);
    }

    private static void requireColumn(String parameter, String code, Listing<?> listing) {
        if (listing.column(code).isEmpty()) {
            Bilingual how = parameter.equals("sort")
                    ? new Bilingual("其中一列，前加 - 表示从大到小", "one, with - before it for the largest first")
                    : new Bilingual("其中若干列，以逗号分隔", "some, with commas between");
            String codes = String.join(", ", listing.codes());
            throw Problem.badRequest(new Bilingual(
                    "参数 \"" + parameter + "\"：没有列 \"" + code + "\"；请填写" + how.zh() + "：" + codes,
                    "parameter \"" + parameter + "\": there is no column \"" + code + "\"; give " + how.en() + ", of "
                            + codes));
        }
    }

    /** How many rows a page has at most. */
    static int limit(Question question) {
        return question.integer("limit", USUAL_ROWS, 1, MOST_ROWS);
    }

    /** The page of what was found that is asked for. */
    <T> Listing.Page<T> page(Listing<T> listing) {
        return listing.page(question.text("after").orElse(null), limit(question))
                .orElseThrow(() -> gone(question.text("after").orElse("")));
    }

    private static Problem gone(String after) {
        return Problem.badRequest(new Bilingual(
                "参数 \"after\" 的值 \"" + after + "\" 已不是此列表中的行；请从第一页开始",
                "after \"" + after + "\" is no row of this list any more; begin with the first page"));
    }

    /** What was asked for and when, for whoever finds the file later. */
    private String madeBy(Listing<?> listing) {
        String asked = AskedFor.of(question, listing);
        String at = MADE_AT.format(clock.instant().atZone(zone));
        boolean chinese = question.language().equals(Locale.CHINESE);
        String made = chinese ? "Greenpark 生成于 " + at : "Made by Greenpark at " + at;
        return asked.isEmpty() ? made : made + (chinese ? "；条件：" : "; asked for: ") + asked;
    }
}
