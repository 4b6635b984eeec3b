package io.greenpark.paper.pdf;

import io.greenpark.paper.TimeChart;
import io.greenpark.paper.TimeChart.Bound;
import io.greenpark.paper.TimeChart.Period;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Figures over time: a step a period, what is marked in red, lines for what it is held against, gaps for what is missing. */
final class ChartPrinter {
    private static final float LEFT = 46;
    private static final float RIGHT = 8;
    private static final float BELOW = 16;
    private static final int LABELS_ACROSS = 6;
    private static final int LABELS_UP = 4;

    private final Sheets sheets;
    private final PaperFont font;
    private final Locale language;

    ChartPrinter(Sheets sheets, PaperFont font, Locale language) {
        this.sheets = sheets;
        this.font = font;
        this.language = language;
    }

    void print(TimeChart chart, Lines lines) throws IOException {
        sheets.require(Look.CHART_HEIGHT + 2 * Look.CELL * Look.LEADING);
        sheets.lines(lines.of(chart.title(), Look.CELL, sheets.width()), Look.CELL, Look.PALE, false);
        float top = sheets.y() - 6;
        Frame frame = Frame.of(
                chart,
                Look.MARGIN + LEFT,
                top - Look.CHART_HEIGHT + BELOW,
                sheets.width() - LEFT - RIGHT,
                Look.CHART_HEIGHT - BELOW);
        values(frame);
        times(chart, frame);
        for (Bound bound : chart.bounds()) {
            bound(bound, frame);
        }
        for (Period period : chart.periods()) {
            period(period, frame);
        }
        sheets.down(Look.CHART_HEIGHT + 14);
    }

    private void values(Frame frame) throws IOException {
        for (int i = 0; i <= LABELS_UP; i++) {
            double value = frame.low + (frame.high - frame.low) * i / LABELS_UP;
            float y = frame.y(value);
            sheets.rule(frame.left, y, frame.left + frame.width, y, Look.RULE, 0.4f);
            String text = number(value, frame.high - frame.low);
            sheets.text(text, frame.left - 5 - font.width(text, Look.SMALL), y - 2.5f, Look.SMALL, Look.PALE, false);
        }
    }

    /** As many decimals as tell the labels apart. */
    private static String number(double value, double span) {
        int decimals = (int) Math.max(0, Math.min(6, 1 - Math.floor(Math.log10(span))));
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString()
                .replace('-', '−');
    }

    private void times(TimeChart chart, Frame frame) throws IOException {
        boolean longer = Duration.between(frame.from, frame.to).toDays() > 2;
        String pattern = longer ? "MM-dd" : "MM-dd HH:mm";
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(pattern, language).withZone(chart.zone());
        for (int i = 0; i <= LABELS_ACROSS; i++) {
            Instant at = frame.from.plus(
                    Duration.between(frame.from, frame.to).multipliedBy(i).dividedBy(LABELS_ACROSS));
            String text = format.format(at);
            float x = frame.x(at);
            float width = font.width(text, Look.SMALL);
            float left = Math.min(x - width / 2, frame.left + frame.width - width + RIGHT);
            sheets.rule(x, frame.foot, x, frame.foot - 3, Look.RULE, 0.6f);
            sheets.text(text, left, frame.foot - 12, Look.SMALL, Look.PALE, false);
        }
    }

    private void bound(Bound bound, Frame frame) throws IOException {
        float y = frame.y(bound.value().doubleValue());
        PDPageContentStream to = sheets.content();
        to.saveGraphicsState();
        to.setLineDashPattern(new float[] {4, 3}, 0);
        sheets.rule(frame.left, y, frame.left + frame.width, y, Look.MARK, 0.8f);
        to.restoreGraphicsState();
        sheets.text(font.printable(bound.name()), frame.left + 4, y + 2.5f, Look.SMALL, Look.MARK, false);
    }

    private void period(Period period, Frame frame) throws IOException {
        float y = frame.y(period.value().doubleValue());
        float from = frame.x(period.from());
        float to = Math.max(frame.x(period.to()), from + 0.8f);
        sheets.rule(from, y, to, y, period.marked() ? Look.MARK : Look.LINE, period.marked() ? 2f : 1.4f);
    }

    /** Where on the page a time and a value lie. */
    private record Frame(
            Instant from, Instant to, double low, double high, float left, float foot, float width, float height) {
        static Frame of(TimeChart chart, float left, float foot, float width, float height) {
            double[] values = Stream.concat(
                            chart.periods().stream().map(Period::value),
                            chart.bounds().stream().map(Bound::value))
                    .mapToDouble(BigDecimal::doubleValue)
                    .toArray();
            double least = values[0];
            double most = values[0];
            for (double value : values) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            double low = Math.min(0, least);
            double high = most > low ? most + (most - low) * 0.12 : low + 1;
            Instant end = chart.periods().stream()
                    .map(Period::to)
                    .max(Instant::compareTo)
                    .orElseThrow();
            return new Frame(chart.periods().get(0).from(), end, low, high, left, foot, width, height);
        }

        float x(Instant at) {
            double all = Math.max(1, Duration.between(from, to).toMillis());
            return (float) (left + width * Duration.between(from, at).toMillis() / all);
        }

        float y(double value) {
            return (float) (foot + height * (value - low) / (high - low));
        }
    }
}
