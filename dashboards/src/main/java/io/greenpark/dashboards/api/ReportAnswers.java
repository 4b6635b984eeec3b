package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.TableFile;
import io.greenpark.paper.pdf.PdfWriter;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.greenpark.reports.content.Report;
import io.greenpark.reports.content.ReportPeriod;
import io.greenpark.reports.print.ReportPaper;
import io.greenpark.reports.workbook.ReportWorkbook;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reports of months and quarters, made anew of what is known now: to be read, printed, and computed with. */
final class ReportAnswers {
    private static final String PDF = "application/pdf";
    /** Nothing is known of before. */
    private static final YearMonth FIRST = YearMonth.of(2000, 1);

    private final Parks parks;
    private final Scope scope;
    private final ReportComposer composer;
    private final Clock clock;

    ReportAnswers(ConsoleSources sources, Scope scope, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.scope = scope;
        this.composer = new ReportComposer(sources, clock);
        this.clock = clock;
    }

    /** Whom reports can be of, the whole before its parts, and the newest month and quarter that are over. */
    JsonObject subjects(Question question) {
        question.allow();
        List<Subject> subjects = new ArrayList<>();
        if (scope.district()) {
            subjects.add(parks.district());
        }
        parks.registry().facts().parks().forEach(p -> subjects.add(Subject.park(p.id())));
        parks.registry().facts().enterprises().forEach(e -> subjects.add(Subject.enterprise(e.id())));
        YearMonth month =
                YearMonth.from(parks.districtTime().dayOf(clock.instant())).minusMonths(1);
        return new JsonObject()
                .put("month", month.toString())
                .put("quarter", quarterBefore(month.plusMonths(1)).text())
                .put("rows", Json.array(subjects, s -> parks.named(s)
                        .put("scope", s.scope().name().toLowerCase(Locale.ROOT))));
    }

    private static ReportPeriod quarterBefore(YearMonth month) {
        YearMonth begin = month.minusMonths((month.getMonthValue() - 1) % 3);
        return new ReportPeriod(begin.minusMonths(3), 3);
    }

    JsonObject report(Question question) {
        return ReportJson.of(made(question));
    }

    Reply paper(Question question) {
        Report report = made(question);
        return Reply.file(PdfWriter.bytes(ReportPaper.of(report, question.language())), PDF, fileName(report) + ".pdf");
    }

    Reply workbook(Question question) {
        Report report = made(question);
        return Reply.file(
                ReportWorkbook.of(report, question.language()),
                TableFile.XLSX.mediaType(),
                fileName(report) + "." + TableFile.XLSX.extension());
    }

    private static String fileName(Report report) {
        return "greenpark-report-" + report.subject().id().replaceAll("[^A-Za-z0-9.-]", "_") + "-"
                + report.period().text();
    }

    private Report made(Question question) {
        question.allow("scope", "period", "basis");
        Subject subject = subject(question);
        String text = question.text("period").orElseThrow(() -> Parameter.missing("period", allowed()));
        ReportPeriod period = ReportPeriod.parse(text).orElseThrow(() -> Parameter.wrong("period", text, allowed()));
        LocalDate today = subject.time(parks.registry()).dayOf(clock.instant());
        if (period.from().isAfter(today) || period.first().isBefore(FIRST)) {
            throw Parameter.wrong("period", text, allowed());
        }
        return composer.of(subject, period, question.basis(), question.viewer());
    }

    private Bilingual allowed() {
        YearMonth now = YearMonth.from(parks.districtTime().dayOf(clock.instant()));
        return new Bilingual(
                "月份或季度，如 2026-10 或 2026-Q3，自 " + FIRST + " 起，不晚于 " + now,
                "a month or a quarter such as 2026-10 or 2026-Q3, from " + FIRST + " to " + now);
    }

    private Subject subject(Question question) {
        return switch (question.choice("scope", Subject.Scope.class)
                .orElseThrow(() -> Parameter.missing("scope", Parameter.oneOf("enterprise, park, district")))) {
            case ENTERPRISE ->
                Subject.enterprise(parks.enterprise(question.id()).id());
            case PARK -> Subject.park(parks.park(question.id()).id());
            case DISTRICT -> district(question.id());
        };
    }

    private Subject district(String id) {
        if (!scope.district() || !id.equals(parks.district().id())) {
            throw Problem.notFound(new Bilingual(
                    "没有可查看的区域 \"" + id + "\"；可出报告的对象见 /api/v1/reports",
                    "there is no district \"" + id
                            + "\" that you see as a whole; /api/v1/reports lists what reports can be of"));
        }
        return parks.district();
    }
}
