package io.greenpark.paper.pdf;

import io.greenpark.paper.Block;
import io.greenpark.paper.Block.Chart;
import io.greenpark.paper.Block.Fact;
import io.greenpark.paper.Block.Facts;
import io.greenpark.paper.Block.Heading;
import io.greenpark.paper.Block.Note;
import io.greenpark.paper.Block.Paragraph;
import io.greenpark.paper.Block.Table;
import io.greenpark.paper.Paper;
import io.greenpark.park.text.Bilingual;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Writes papers as PDF on A4. Needs no folder to write to, no fonts of the machine and no screen. Any thread may call. */
public final class PdfWriter {
    private final Paper paper;
    private final PDDocument document;
    private final PaperFont font;
    private final Sheets sheets;
    private final Lines lines;
    private final TablePrinter tables;
    private final ChartPrinter charts;

    private PdfWriter(Paper paper, PDDocument document) throws IOException {
        this.paper = paper;
        this.document = document;
        this.font = new PaperFont(document);
        this.sheets = new Sheets(document, font);
        this.lines = new Lines(font, paper.language());
        this.tables = new TablePrinter(sheets, lines, font);
        this.charts = new ChartPrinter(sheets, font, paper.language());
    }

    /** The bytes of a paper. */
    public static byte[] bytes(Paper paper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(paper, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes a paper; the stream stays open. */
    public static void write(Paper paper, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            new PdfWriter(paper, document).print();
            document.save(out);
        }
    }

    private void print() throws IOException {
        describe();
        try (sheets) {
            sheets.next();
            sheets.lines(lines.of(paper.title(), Look.TITLE, sheets.width()), Look.TITLE, Look.INK, true);
            if (!paper.subtitle().isEmpty()) {
                sheets.lines(lines.of(paper.subtitle(), Look.BODY, sheets.width()), Look.BODY, Look.PALE, false);
            }
            sheets.down(6);
            for (Block block : paper.blocks()) {
                print(block);
            }
        }
        frames();
        font.report(paper.title());
    }

    private void describe() {
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(paper.title());
        about.setSubject(paper.header());
        about.setCreator("Greenpark");
        document.getDocumentCatalog().setLanguage(paper.language().toLanguageTag());
        PDViewerPreferences shown =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        shown.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(shown);
    }

    private void print(Block block) throws IOException {
        if (block instanceof Heading heading) {
            float size = heading.level() == 1 ? Look.PART : Look.SUBPART;
            sheets.require(size * Look.LEADING + 5 * Look.BODY * Look.LEADING);
            sheets.down(heading.level() == 1 ? 10 : 5);
            sheets.lines(lines.of(heading.text(), size, sheets.width()), size, Look.INK, true);
            sheets.down(2);
        } else if (block instanceof Paragraph text) {
            sheets.lines(lines.of(text.text(), Look.BODY, sheets.width()), Look.BODY, Look.INK, false);
            sheets.down(3);
        } else if (block instanceof Note note) {
            sheets.lines(lines.of(note.text(), Look.SMALL, sheets.width()), Look.SMALL, Look.PALE, false);
            sheets.down(3);
        } else if (block instanceof Facts facts) {
            facts(facts);
        } else if (block instanceof Table table) {
            tables.print(table);
        } else if (block instanceof Chart chart) {
            charts.print(chart.chart(), lines);
        }
    }

    private void facts(Facts facts) throws IOException {
        float names = sheets.width() * 0.24f;
        for (Fact fact : facts.facts()) {
            List<String> name = lines.of(fact.name(), Look.BODY, names - 8);
            List<String> value = lines.of(fact.value(), Look.BODY, sheets.width() - names);
            for (int i = 0; i < Math.max(name.size(), value.size()); i++) {
                sheets.require(Look.BODY * Look.LEADING);
                sheets.down(Look.BODY * Look.LEADING);
                float foot = sheets.y() + Look.BODY * 0.35f;
                sheets.text(i < name.size() ? name.get(i) : "", Look.MARGIN, foot, Look.BODY, Look.PALE, false);
                sheets.text(
                        i < value.size() ? value.get(i) : "", Look.MARGIN + names, foot, Look.BODY, Look.INK, false);
            }
        }
        sheets.down(4);
    }

    /** Header and footer of all pages, once it is known how many they are. */
    private void frames() throws IOException {
        int all = document.getNumberOfPages();
        for (int i = 0; i < all; i++) {
            PDPage page = document.getPage(i);
            try (PDPageContentStream to = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                float top = PDRectangle.A4.getHeight() - 38;
                String number = number(i + 1, all).in(paper.language());
                float right = PDRectangle.A4.getWidth() - Look.MARGIN - font.width(number, Look.SMALL);
                small(to, fitting(paper.header(), sheets.width()), Look.MARGIN, top);
                small(to, fitting(paper.footer(), right - Look.MARGIN - 10), Look.MARGIN, 34);
                small(to, number, right, 34);
                to.setStrokingColor(Look.RULE[0], Look.RULE[1], Look.RULE[2]);
                to.setLineWidth(0.5f);
                for (float y : new float[] {top - 6, 46}) {
                    to.moveTo(Look.MARGIN, y);
                    to.lineTo(PDRectangle.A4.getWidth() - Look.MARGIN, y);
                }
                to.stroke();
            }
        }
    }

    private static Bilingual number(int page, int all) {
        return new Bilingual("第 " + page + " 页，共 " + all + " 页", "Page " + page + " of " + all);
    }

    private String fitting(String text, float width) {
        List<String> broken = lines.of(text, Look.SMALL, width - font.width("…", Look.SMALL));
        return broken.size() == 1 ? broken.get(0) : broken.get(0) + "…";
    }

    private void small(PDPageContentStream to, String text, float x, float foot) throws IOException {
        Sheets.print(to, font, text, x, foot, Look.SMALL, Look.PALE, false);
    }
}
