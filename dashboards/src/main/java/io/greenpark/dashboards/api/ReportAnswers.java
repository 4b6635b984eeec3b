package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.TableFile;
import io.greenpark.paper.pdf.PdfWriter;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.reports.content.Report;
import io.greenpark.reports.content.ReportPeriod;
import io.greenpark.reports.print.ReportPaper;
import io.greenpark.reports.workbook.ReportWorkbook;
import java.time.Clock;
import java.time.YearMonth;

/** Reports of months and quarters, made anew of what is known now: to be read, printed, and computed with. */
final class ReportAnswers {
    private static final String PDF = "application/pdf";

    private final Parks parks;
    private final ReportComposer composer;
    private final Clock clock;

    ReportAnswers(ConsoleSources sources, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.composer = new ReportComposer(sources, clock);
        this.clock = clock;
    }

    Reply ofEnterprise(Question question) {
        return shown(enterprise(question), question);
    }

    Reply ofPark(Question question) {
        return shown(park(question), question);
    }

    Reply ofDistrict(Question question) {
        return shown(parks.district(), question);
    }

    Reply paperOfEnterprise(Question question) {
        return paper(enterprise(question), question);
    }

    Reply paperOfPark(Question question) {
        return paper(park(question), question);
    }

    Reply paperOfDistrict(Question question) {
        return paper(parks.district(), question);
    }

    private Subject enterprise(Question question) {
        return Subject.enterprise(parks.enterprise(question.id()).id());
    }

    private Subject park(Question question) {
        return Subject.park(parks.park(question.id()).id());
    }

    private Reply shown(Subject subject, Question question) {
        Report report = made(subject, question);
        return question.file() == TableFile.XLSX
                ? Reply.file(
                        ReportWorkbook.of(report, question.language()),
                        TableFile.XLSX.mediaType(),
                        fileName(report, TableFile.XLSX.extension()))
                : Reply.ok(ReportJson.of(report));
    }

    private Reply paper(Subject subject, Question question) {
        Report report = made(subject, question);
        return Reply.file(PdfWriter.bytes(ReportPaper.of(report, question.language())), PDF, fileName(report, "pdf"));
    }

    private static String fileName(Report report, String extension) {
        return "greenpark-report-" + report.subject().id().replaceAll("[^A-Za-z0-9.-]", "_") + "-"
                + report.period().text() + "." + extension;
    }

    private Report made(Subject subject, Question question) {
        question.allow("period", "basis");
        YearMonth now = YearMonth.from(subject.time(parks.registry()).dayOf(clock.instant()));
        Bilingual allowed = new Bilingual(
                "月份或季度，如 2026-10 或 2026-Q3，起始月不晚于 " + now,
                "a month or a quarter such as 2026-10 or 2026-Q3 that begins in " + now + " at the latest");
        String text = question.text("period").orElseThrow(() -> Parameter.missing("period", allowed));
        ReportPeriod period = ReportPeriod.parse(text).orElseThrow(() -> Parameter.wrong("period", text, allowed));
        if (period.first().isAfter(now)) {
            throw Parameter.wrong("period", text, allowed);
        }
        return composer.of(subject, period, question.basis(), question.viewer());
    }
}
