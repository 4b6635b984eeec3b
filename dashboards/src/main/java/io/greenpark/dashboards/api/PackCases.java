package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.CaseFilter.Span;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.dashboards.table.TableFile;
import io.greenpark.paper.pack.PackWriter;
import io.greenpark.paper.pdf.PdfWriter;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cases of a pack: a list, what happened to each, who was told, and each dossier. */
final class PackCases {
    /** More than an enterprise has in years; a pack of more is asked for in parts. */
    static final int MOST = 5_000;

    private final ConsoleSources sources;
    private final DossierAnswers dossiers;
    private final Viewer viewer;
    private final Locale language;
    private final Clock clock;
    private final List<@Nullable Object[]> steps = new ArrayList<>();
    private final List<@Nullable Object[]> notices = new ArrayList<>();

    PackCases(ConsoleSources sources, DossierAnswers dossiers, Viewer viewer, Locale language, Clock clock) {
        this.sources = sources;
        this.dossiers = dossiers;
        this.viewer = viewer;
        this.language = language;
        this.clock = clock;
    }

    /** Those about an enterprise that were raised before the end of a span and not over before its begin; one more than {@link #MOST} where there are more. */
    static List<Case> of(ConsoleSources sources, String enterprise, PackSpan span) {
        CaseFilter filter =
                CaseFilter.of(Set.of(Subject.enterprise(enterprise))).raised(new Span(null, span.end()));
        return sources.cases().summaries(filter, Integer.MAX_VALUE).stream()
                .filter(c -> c.clearedAt() == null
                        || !Objects.requireNonNull(c.clearedAt()).isBefore(span.begin()))
                .filter(c -> !c.trial())
                .limit(MOST + 1L)
                .toList();
    }

    /** One of them. */
    void one(PackWriter pack, Case summary) throws IOException {
        Case c = sources.cases().find(summary.id()).orElse(null);
        if (c == null) {
            return;
        }
        JsonObject told = dossiers.told(c, viewer);
        JsonObject handling = told.getJsonObject("handling");
        String number = handling == null ? c.id() : handling.getString("number");
        told.getJsonArray("steps").forEach(each -> steps.add(step(number, (JsonObject) each)));
        told.getJsonArray("notices").forEach(each -> notices.add(notice(number, (JsonObject) each)));
        byte[] pdf = PdfWriter.bytes(dossiers.paper(told, c, viewer, language));
        pack.add("cases/dossiers/" + PackNames.safe(number + "-" + c.id()) + ".pdf", out -> out.write(pdf));
    }

    private static Object[] step(String number, JsonObject step) {
        StringBuilder details = new StringBuilder();
        if (step.getJsonArray("details") != null) {
            step.getJsonArray("details").forEach(each -> {
                JsonObject row = (JsonObject) each;
                details.append(details.isEmpty() ? "" : "; ")
                        .append(row.getString("field"))
                        .append('=')
                        .append(row.getString("value"));
            });
        }
        return new Object[] {
            number,
            step.getInteger("number"),
            step.getString("at"),
            step.getString("kind"),
            PackCsv.said(step.getString("by")),
            PackCsv.said(step.getString("comment")),
            PackCsv.said(details.toString()),
            Boolean.TRUE.equals(step.getBoolean("internal")) ? "internal" : ""
        };
    }

    private static @Nullable Object[] notice(String number, JsonObject notice) {
        return new @Nullable Object[] {
            number,
            notice.getInteger("step"),
            PackCsv.said(notice.getString("recipient")),
            notice.getString("channel"),
            notice.getString("state"),
            notice.getInteger("attempts"),
            notice.getString("deliveredAt"),
            notice.getString("id")
        };
    }

    /** The lists, once each case was written. */
    void lists(PackWriter pack, List<Case> cases) throws IOException {
        AlertJson json = new AlertJson(
                new Parks(sources.registry()),
                new CaseStaff(sources.identities()),
                new HandlingJson(sources.attachments()),
                clock);
        ShownObjections objections = new ShownObjections(sources.objectionMarks());
        AlertColumns columns =
                new AlertColumns(sources.registry().current(), json, viewer, () -> objections.cases(cases));
        Listing<Case> listing = new Listing<>(AlertTexts.TITLE, columns.all(), Case::id, cases);
        byte[] list = TableFile.CSV.write(listing, language, "");
        pack.add("cases/cases.csv", out -> out.write(list));
        pack.add(
                "cases/steps.csv",
                out -> PackCsv.write(
                        out,
                        List.of(
                                "案号 case",
                                "步 step",
                                "时间 at",
                                "事项 kind",
                                "经办 by",
                                "说明 comment",
                                "字段 details",
                                "内部 internal"),
                        csv -> steps.forEach(csv::row)));
        pack.add(
                "cases/notices.csv",
                out -> PackCsv.write(
                        out,
                        List.of(
                                "案号 case",
                                "步 step",
                                "告知对象 to",
                                "渠道 channel",
                                "状态 state",
                                "尝试 attempts",
                                "送达 delivered",
                                "消息编号 message id"),
                        csv -> notices.forEach(csv::row)));
    }
}
