package io.greenpark.lab.bench.soak;

import java.util.List;
import java.util.Locale;

/**
 * Panels as one SVG without background, in colours and greys that can be read on white and on black. Every scale begins at
 * 0, so that flat looks flat.
 */
final class SvgChart {
    private static final int WIDTH = 860;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int PANEL = 150;
    private static final int TITLE = 34;
    private static final int FOOT = 34;
    private static final int PLOT = PANEL - TITLE - 8;
    private static final int PLOT_WIDTH = WIDTH - LEFT - RIGHT;
    private static final int TICKS = 10;
    private static final double MINUTE = 60;
    private static final String GREY = "#808890";
    private static final List<String> COLOURS =
            List.of("#2f81f7", "#e3742a", "#2da44e", "#a371f7", "#d6336c", "#12a5b8", "#b08800");

    private final StringBuilder svg = new StringBuilder();
    private final double seconds;

    private SvgChart(double seconds) {
        this.seconds = seconds;
    }

    /** @param warmUp seconds at the begin that are shaded */
    static String of(List<ChartPanel> panels, double seconds, double warmUp) {
        double last = panels.stream()
                .flatMap(p -> p.lines().stream())
                .flatMap(l -> l.values().stream())
                .mapToDouble(Trend.Value::second)
                .max()
                .orElse(seconds);
        return new SvgChart(Math.max(last, seconds)).write(panels, seconds, warmUp);
    }

    private String write(List<ChartPanel> panels, double sent, double warmUp) {
        int height = panels.size() * PANEL + FOOT;
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\" fill=\"%s\">",
                WIDTH, height, GREY);
        for (int i = 0; i < panels.size(); i++) {
            int top = i * PANEL + TITLE;
            line(
                    "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill-opacity=\"0.15\"/>",
                    LEFT, top, x(warmUp) - LEFT, PLOT);
            panel(panels.get(i), top);
            upright(sent, top);
        }
        minutes(panels.size() * PANEL);
        line("</svg>");
        return svg.toString();
    }

    private void panel(ChartPanel panel, int top) {
        double most = rounded(panel.largest());
        text(LEFT, top - 10, "start", "font-weight=\"bold\"", panel.title());
        for (int part = 0; part <= 2; part++) {
            double y = top + PLOT * (1 - part / 2.0);
            line(
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"%s\" stroke-opacity=\"0.4\"/>",
                    LEFT, y, WIDTH - RIGHT, y, GREY);
            text(LEFT - 6, y + 4, "end", "", number(most * part / 2));
        }
        int place = WIDTH - RIGHT;
        for (int i = panel.lines().size() - 1; i >= 0; i--) {
            ChartPanel.Line each = panel.lines().get(i);
            String colour = COLOURS.get(i % COLOURS.size());
            text(place, top - 10, "end", "fill=\"" + colour + "\"", each.name());
            place -= 7 * each.name().length() + 18;
            course(each, top, most, colour);
        }
    }

    private void course(ChartPanel.Line line, int top, double most, String colour) {
        StringBuilder points = new StringBuilder();
        for (Trend.Value v : line.values()) {
            points.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", x(v.second()), top + PLOT * (1 - Math.max(0, v.value()) / most)));
        }
        line(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>",
                points.toString().strip(), colour);
    }

    /** Where sending ended. */
    private void upright(double second, int top) {
        line(
                "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\" stroke-dasharray=\"3 3\"/>",
                x(second), top, x(second), top + PLOT, GREY);
    }

    private void minutes(int y) {
        double minutes = seconds / MINUTE;
        double step = rounded(minutes / TICKS);
        for (double minute = 0; minute <= minutes; minute += step) {
            text(x(minute * MINUTE), y + 6, "middle", "", number(minute));
        }
        text(
                LEFT,
                y + 26,
                "start",
                "",
                "minutes since the first message; shaded: warm-up, not judged; dashed: sending ended");
    }

    private double x(double second) {
        return LEFT + PLOT_WIDTH * second / seconds;
    }

    /** The next larger of 1, 2, 2.5, 5 and 10 times a power of ten. */
    static double rounded(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 2, 2.5, 5}) {
            if (value <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private static String number(double value) {
        return value >= 10 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.3f", value).replaceFirst("0+$", "");
    }

    private void text(double x, double y, String anchor, String more, String words) {
        line(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>",
                x,
                y,
                anchor,
                more,
                words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private void line(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
