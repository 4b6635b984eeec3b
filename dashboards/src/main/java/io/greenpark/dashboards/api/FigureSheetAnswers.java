package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.greenpark.sheets.cell.Book;
import io.greenpark.sheets.layout.Layout;
import io.greenpark.sheets.mapping.KeptMapping;
import io.greenpark.sheets.mapping.Recognised;
import io.greenpark.sheets.mapping.SheetMappings;
import io.greenpark.sheets.monthly.Given;
import io.greenpark.sheets.monthly.MappedSheet;
import io.greenpark.sheets.monthly.Monthly;
import io.greenpark.sheets.monthly.MonthlyIntake;
import io.greenpark.sheets.monthly.MonthlyPreview;
import io.greenpark.sheets.read.ReadResult;
import io.greenpark.sheets.read.SheetFiles;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures out of sheets as bureaus and utilities have them: what would become of one by the mappings that are kept, and taking it over. A file
 * that is accepted is read and judged anew, by the mappings that it was previewed by.
 */
final class FigureSheetAnswers {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private final RegistryHistory history;
    private final SheetMappings mappings;
    private final SheetChange change;

    FigureSheetAnswers(ConsoleSources sources, Scope scope) {
        this.history = sources.documents().history();
        this.mappings = sources.mappings();
        this.change = new SheetChange(sources.registry(), sources.documents(), scope, sources.audit());
    }

    /**
     * What was read of a file.
     *
     * @param by what it was read by beside the file itself, as its token has it
     */
    private record Read(long change, Recognised.Sheets sheets, Monthly monthly, String by) {}

    Reply preview(Question question) {
        return SheetAnswers.alone(() -> previewNow(question));
    }

    private Reply previewNow(Question question) {
        question.allow("mapping", "month", "year");
        long newest = history.newest();
        Read read = read(question, newest);
        EditRequest asked = change.request(question, "preview", read.monthly().edits(), newest, true, false);
        EditResult result = change.submit(asked);
        return Reply.of(200, json(read, asked, result, token(question, read)), newest);
    }

    Reply accept(Question question) {
        return SheetAnswers.alone(() -> acceptNow(question));
    }

    private Reply acceptNow(Question question) {
        question.allow("mapping", "month", "year", "token", "reason", "asked", "emergency");
        SheetToken token = SheetToken.of(question);
        String reason = SheetAnswers.reason(question);
        long newest = history.newest();
        Read read = read(question, newest);
        if (token.change() != newest) {
            throw SheetAnswers.changed(new Bilingual(
                    "预览之后登记册有变更（现为第 " + newest + " 号）；请重新预览后再确认",
                    "the registry was changed after the preview, by change " + newest + "; preview the file again"));
        }
        if (!token.equals(token(question, read))) {
            throw SheetAnswers.changed(new Bilingual(
                    "文件、对应关系或所选月份与预览时不同；请重新预览后再确认",
                    "the file, its mapping or the month is not that of the preview; preview the file again"));
        }
        int open = read.monthly().asked().size();
        boolean sound = read.monthly().sound();
        if (sound && question.integer("asked", 0, 0, Integer.MAX_VALUE) != open) {
            throw Problem.of(
                    422,
                    new Bilingual("有疑问尚未确认", "something is asked"),
                    new Bilingual(
                            "有 " + open + " 处疑问需要先核对；核对后以 asked=" + open + " 提交",
                            open + " questions have to be looked at first; send asked=" + open + " when they are"));
        }
        EditRequest asked =
                change.request(question, reason, read.monthly().edits(), newest, !sound, question.flag("emergency"));
        EditResult result = change.submit(asked);
        change.record(question, reason, result);
        int status = sound ? ChangeAnswers.status(result) : 422;
        return Reply.of(status, json(read, asked, result, token), result.number());
    }

    private static SheetToken token(Question question, Read read) {
        return SheetToken.of(read.change(), question.content().getBytes(), read.by());
    }

    private Read read(Question question, long newest) {
        ReadResult result = SheetFiles.read(question.content().getBytes());
        if (result instanceof ReadResult.Refused refused) {
            throw Problem.of(422, new Bilingual("文件未读取", "file not read"), refused.why());
        }
        Book book = ((ReadResult.Done) result).book();
        Set<String> wanted = Stream.of(question.text("mapping").orElse("").split(","))
                .filter(id -> !id.isBlank())
                .collect(Collectors.toSet());
        Recognised.Sheets sheets = Recognised.of(book, mappings.all(), wanted);
        Given given = new Given(question.month("month").orElse(null), year(question));
        List<MappedSheet> mapped = new ArrayList<>();
        List<String> by = new ArrayList<>();
        for (Recognised one : sheets.read()) {
            KeptMapping chosen = one.chosen();
            if (chosen != null) {
                by.add(chosen.id() + ":" + chosen.version());
                for (Layout layout : one.layouts()) {
                    mapped.add(new MappedSheet(layout, chosen));
                }
            }
        }
        Monthly monthly = MonthlyIntake.read(mapped, given, change.documents(newest), mappings::matches);
        return new Read(newest, sheets, monthly, by + " " + given);
    }

    private static @Nullable Integer year(Question question) {
        Optional<String> year = question.text("year");
        return year.isEmpty() ? null : Integer.valueOf(question.integer("year", LAST_YEAR, FIRST_YEAR, LAST_YEAR));
    }

    private JsonObject json(Read read, EditRequest asked, EditResult result, SheetToken token) {
        MonthlyPreview preview = MonthlyPreview.of(read.monthly(), change.shown(asked, result));
        return new JsonObject()
                .put("change", result.number())
                .put("applied", result.applied())
                .put("review", ChangeAnswers.review(result.review()))
                .mergeIn(FigureSheetJson.of(read.sheets(), preview, change.documents(read.change())))
                .put("token", token.toString());
    }
}
