package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditLog;
import io.greenpark.dashboards.source.RegistryDocuments;
import io.greenpark.dashboards.table.TableFile;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.greenpark.sheets.form.SheetKind;
import io.greenpark.sheets.intake.Intake;
import io.greenpark.sheets.intake.SheetIntake;
import io.greenpark.sheets.intake.SheetPreview;
import io.greenpark.sheets.read.Bounds;
import io.greenpark.sheets.read.ReadResult;
import io.greenpark.sheets.read.SheetFiles;
import io.greenpark.sheets.write.FormWorkbook;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The registry as spreadsheets: templates, exports, what would become of a filled-in one, and taking it over. A file that is accepted
 * is read and judged anew, so nothing of a preview is kept.
 */
final class SheetAnswers {
    static final int MAX_BODY_BYTES = Bounds.MOST_BYTES;

    private static final int MAX_REASON = 2_000;

    /** A file may take a good part of the heap, so that of all who ask one is answered at a time. */
    private static final Semaphore ONE_FILE = new Semaphore(1, true);

    private static final int LONGEST_WAIT_SECONDS = 60;

    private final RegistryHistory history;
    private final SheetChange change;

    SheetAnswers(RegistrySource registry, RegistryDocuments documents, Scope scope, AuditLog audit) {
        this.history = documents.history();
        this.change = new SheetChange(registry, documents, scope, audit);
    }

    Reply template(Question question) {
        question.allow();
        SheetKind kind = kind(question);
        return file(workbook(kind).template(), kind.code() + "-template");
    }

    Reply export(Question question) {
        question.allow();
        SheetKind kind = kind(question);
        return file(workbook(kind).export(), kind.code());
    }

    private static Reply file(byte[] workbook, String name) {
        return Reply.file(workbook, TableFile.XLSX.mediaType(), "greenpark-" + name + ".xlsx");
    }

    private FormWorkbook workbook(SheetKind kind) {
        return new FormWorkbook(kind, Json.PLATFORM_ZONE, change.documents(history.newest()));
    }

    private static SheetKind kind(Question question) {
        String code = question.path().getOrDefault("kind", "");
        String all = Arrays.stream(SheetKind.values()).map(SheetKind::code).collect(Collectors.joining(", "));
        return SheetKind.ofCode(code)
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有 \"" + code + "\" 的模板；现有的：" + all,
                        "there is no template \"" + code + "\"; there are " + all)));
    }

    /** What was read of a file, and on which change. */
    private record Read(long change, Intake intake) {}

    private Read read(Question question, long change) {
        ReadResult read = SheetFiles.read(question.content().getBytes());
        if (read instanceof ReadResult.Refused refused) {
            throw Problem.of(422, new Bilingual("文件未读取", "file not read"), refused.why());
        }
        return new Read(
                change,
                SheetIntake.read(
                        ((ReadResult.Done) read).book(),
                        kind(question).forms(Json.PLATFORM_ZONE),
                        this.change.documents(change)));
    }

    Reply preview(Question question) {
        return alone(() -> previewNow(question));
    }

    static Reply alone(Supplier<Reply> answer) {
        try {
            if (!ONE_FILE.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.of(
                        503,
                        new Bilingual("正在处理其他表格", "another file is being read"),
                        new Bilingual("正在处理另一份表格；请一分钟后再试", "another file is being read; try again in a minute"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", e);
        }
        try {
            return answer.get();
        } finally {
            ONE_FILE.release();
        }
    }

    private Reply previewNow(Question question) {
        question.allow();
        long change = history.newest();
        Read read = read(question, change);
        EditRequest asked =
                this.change.request(question, "preview", read.intake().edits(), read.change(), true, false);
        EditResult result = this.change.submit(asked);
        SheetToken token = SheetToken.of(change, question.content().getBytes());
        return Reply.of(200, json(asked, read.intake(), result).put("token", token.toString()), change);
    }

    Reply accept(Question question) {
        return alone(() -> acceptNow(question));
    }

    private Reply acceptNow(Question question) {
        question.allow("token", "reason", "emergency");
        SheetToken token = SheetToken.of(question);
        String reason = reason(question);
        long newest = history.newest();
        if (!token.equals(SheetToken.of(token.change(), question.content().getBytes()))) {
            throw changed(new Bilingual(
                    "这不是预览过的文件；请重新预览后再确认", "this is not the file that was previewed; preview it and accept that"));
        }
        if (token.change() != newest) {
            throw changed(new Bilingual(
                    "预览之后登记册有变更（现为第 " + newest + " 号）；请重新预览后再确认",
                    "the registry was changed after the preview, by change " + newest + "; preview the file again"));
        }
        Read read = read(question, newest);
        EditRequest asked = change.request(
                question,
                reason,
                read.intake().edits(),
                read.change(),
                !read.intake().sound(),
                question.flag("emergency"));
        EditResult result = this.change.submit(asked);
        change.record(question, reason, result);
        int status = read.intake().sound() ? ChangeAnswers.status(result) : 422;
        return Reply.of(status, json(asked, read.intake(), result).put("token", token.toString()), result.number());
    }

    static Problem changed(Bilingual why) {
        return Problem.of(412, new Bilingual("与预览不符", "not as previewed"), why);
    }

    static String reason(Question question) {
        Bilingual allowed =
                new Bilingual("1 至 " + MAX_REASON + " 个字符的原因", "why, in 1 to " + MAX_REASON + " characters");
        String reason = question.text("reason").orElseThrow(() -> Parameter.missing("reason", allowed));
        if (reason.length() > MAX_REASON || reason.indexOf('\0') >= 0) {
            throw Parameter.wrong("reason", reason, allowed);
        }
        return reason.strip();
    }

    private JsonObject json(EditRequest asked, Intake intake, EditResult result) {
        SheetPreview preview = SheetPreview.of(intake, change.shown(asked, result));
        return new JsonObject()
                .put("change", result.number())
                .put("applied", result.applied())
                .put("review", ChangeAnswers.review(result.review()))
                .mergeIn(SheetJson.preview(preview));
    }
}
