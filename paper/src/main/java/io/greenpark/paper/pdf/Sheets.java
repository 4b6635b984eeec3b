package io.greenpark.paper.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;

/** Pages that are filled from their top; a place on them is told by its distance from the left and from the foot, in points. */
final class Sheets implements AutoCloseable {
    private final PDDocument document;
    private final PaperFont font;
    private @Nullable PDPageContentStream content;
    private float y;

    Sheets(PDDocument document, PaperFont font) {
        this.document = document;
        this.font = font;
    }

    float width() {
        return PDRectangle.A4.getWidth() - 2 * Look.MARGIN;
    }

    float y() {
        return y;
    }

    /** What is left of the page. */
    float room() {
        return y - Look.BOTTOM;
    }

    /** What a page has at all. */
    static float wholeRoom() {
        return PDRectangle.A4.getHeight() - Look.TOP - Look.BOTTOM;
    }

    void next() throws IOException {
        close();
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, true);
        y = PDRectangle.A4.getHeight() - Look.TOP;
    }

    /** Goes on to the next page where less than so much is left. */
    void require(float height) throws IOException {
        if (content == null || room() < Math.min(height, wholeRoom())) {
            next();
        }
    }

    void down(float height) {
        y -= height;
    }

    PDPageContentStream content() {
        if (content == null) {
            throw new IllegalStateException("no page was begun");
        }
        return content;
    }

    /** A line of printable text whose foot is at a height. */
    void text(String text, float x, float foot, float size, float[] colour, boolean bold) throws IOException {
        print(content(), font, text, x, foot, size, colour, bold);
    }

    /** What stands bold is drawn around, as the one font that comes along has one weight. */
    static void print(
            PDPageContentStream to,
            PaperFont font,
            String text,
            float x,
            float foot,
            float size,
            float[] colour,
            boolean bold)
            throws IOException {
        if (text.isEmpty()) {
            return;
        }
        to.saveGraphicsState();
        to.setNonStrokingColor(colour[0], colour[1], colour[2]);
        to.setStrokingColor(colour[0], colour[1], colour[2]);
        to.setLineWidth(size * 0.028f);
        to.beginText();
        to.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        to.setFont(font.font(), size);
        to.newLineAtOffset(x, foot);
        to.showText(text);
        to.endText();
        to.restoreGraphicsState();
    }

    /** Lines of text from the left margin on, over as many pages as it takes. */
    void lines(List<String> lines, float size, float[] colour, boolean bold) throws IOException {
        for (String line : lines) {
            require(size * Look.LEADING);
            down(size * Look.LEADING);
            text(line, Look.MARGIN, y + size * 0.35f, size, colour, bold);
        }
    }

    void rule(float fromX, float fromY, float toX, float toY, float[] colour, float width) throws IOException {
        PDPageContentStream to = content();
        to.setStrokingColor(colour[0], colour[1], colour[2]);
        to.setLineWidth(width);
        to.moveTo(fromX, fromY);
        to.lineTo(toX, toY);
        to.stroke();
    }

    void area(float x, float foot, float width, float height, float[] colour) throws IOException {
        PDPageContentStream to = content();
        to.setNonStrokingColor(colour[0], colour[1], colour[2]);
        to.addRect(x, foot, width, height);
        to.fill();
    }

    @Override
    public void close() throws IOException {
        if (content != null) {
            content.close();
            content = null;
        }
    }
}
