package io.greenpark.alerts.channel.mail;

import io.greenpark.alerts.outbox.RecentMeans;
import io.greenpark.alerts.outbox.RecentMeans.Mean;
import io.greenpark.alerts.text.UnitText;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail for programs that show more than text: tables with styles of their own and nothing to be fetched, which is what Outlook and the web mails of
 * QQ and 163 show alike. The chart is a table too: pictures within a mail are held back by many of them.
 */
final class HtmlMail {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final int WIDTH = 600;
    private static final int BARS = 360;
    private static final int LEAST = 2;
    private static final int DIGITS = 5;
    private static final String FONT = "font-family:'Microsoft YaHei','PingFang SC',Arial,sans-serif;";
    private static final String OVER = "#c62828";
    private static final String WITHIN = "#5b8db8";

    private HtmlMail() {}

    /** A link and what stands on it. */
    record Link(String words, String url) {}

    /** A title, lines of which those with a label are set as two columns, a chart where there is one, and the links. */
    static String of(String title, List<String> lines, String chart, List<Link> links, String foot, Locale in) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"" + in.getLanguage()
                + "\"><head><meta charset=\"utf-8\"></head><body style=\"margin:0;padding:12px;background:#ffffff;\">"
                + "<table width=\"" + WIDTH + "\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"" + FONT
                + "font-size:14px;color:#222222;\"><tr><td colspan=\"2\" style=\"padding:0 0 10px;font-size:17px;"
                + "font-weight:bold;\">" + escaped(title) + "</td></tr>");
        lines.forEach(line -> html.append(row(line)));
        if (!chart.isEmpty()) {
            html.append("<tr><td colspan=\"2\" style=\"padding:12px 0 4px;\">")
                    .append(chart)
                    .append("</td></tr>");
        }
        for (Link link : links) {
            html.append("<tr><td colspan=\"2\" style=\"padding:14px 0;\"><a href=\"")
                    .append(escaped(link.url()))
                    .append("\" style=\"color:#1a5fa8;\">")
                    .append(escaped(link.words()))
                    .append("</a><br><span style=\"font-size:12px;color:#666666;\">")
                    .append(escaped(link.url()))
                    .append("</span></td></tr>");
        }
        return html.append("<tr><td colspan=\"2\" style=\"font-size:12px;color:#666666;border-top:1px solid #dddddd;"
                        + "padding:8px 0;\">")
                .append(escaped(foot))
                .append("</td></tr></table></body></html>")
                .toString();
    }

    /** {@code 数值：212.4} is a label and what is said of it; a line without one goes over both columns. */
    private static String row(String line) {
        int wide = line.indexOf('：');
        int narrow = line.indexOf(": ");
        int at = wide < 0 ? narrow : narrow < 0 ? wide : Math.min(wide, narrow);
        int longestLabel = 24;
        if (at <= 0 || at > longestLabel) {
            return "<tr><td colspan=\"2\" style=\"padding:3px 0;\">" + escaped(line) + "</td></tr>";
        }
        return "<tr><td width=\"110\" valign=\"top\" style=\"padding:3px 10px 3px 0;color:#666666;\">"
                + escaped(line.substring(0, at)) + "</td><td style=\"padding:3px 0;\">"
                + escaped(line.substring(at + 1).strip()) + "</td></tr>";
    }

    /** Bars of the last means, those over the limit in another colour and said to be so; empty where there is nothing to compare. */
    static String chart(RecentMeans recent, ZoneId zone, Locale in) {
        List<Mean> means = recent.means();
        BigDecimal most = means.stream()
                .flatMap(m -> Stream.of(m.figure(), m.limit()))
                .filter(Objects::nonNull)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        if (means.size() < LEAST || most.signum() <= 0) {
            return "";
        }
        String unit = recent.unit() == null ? "" : " (" + UnitText.of(recent.unit()) + ")";
        Bilingual title = recent.daily()
                ? new Bilingual(
                        "近 " + means.size() + " 个日均值与限值" + unit,
                        "The last " + means.size() + " daily means and the limit" + unit)
                : new Bilingual(
                        "近 " + means.size() + " 个小时均值与限值" + unit,
                        "The last " + means.size() + " hourly means and the limit" + unit);
        StringBuilder html = new StringBuilder("<div style=\"font-weight:bold;padding:0 0 4px;\">"
                + escaped(title.in(in)) + "</div><table cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\""
                + FONT
                + "font-size:11px;color:#222222;\">");
        DateTimeFormatter format = recent.daily() ? DAY : HOUR;
        for (Mean mean : means) {
            String over = mean.isOver() ? new Bilingual(" 超标", " over").in(in) : "";
            html.append(bar(
                    format.format(mean.from().atZone(zone)),
                    width(mean.figure(), most),
                    mean.isOver() ? OVER : WITHIN,
                    text(mean.figure()) + over));
        }
        BigDecimal limit = means.get(means.size() - 1).limit();
        if (limit != null) {
            html.append(bar(new Bilingual("限值", "Limit").in(in), width(limit, most), "#888888", text(limit)));
        }
        return html.append("</table>").toString();
    }

    private static int width(@Nullable BigDecimal figure, BigDecimal most) {
        return figure == null || figure.signum() <= 0
                ? 1
                : Math.max(
                        1,
                        figure.multiply(BigDecimal.valueOf(BARS))
                                .divide(most, MathContext.DECIMAL32)
                                .intValue());
    }

    private static String text(@Nullable BigDecimal figure) {
        return figure == null
                ? "—"
                : figure.round(new MathContext(DIGITS)).stripTrailingZeros().toPlainString();
    }

    private static String bar(String label, int width, String colour, String figure) {
        return "<tr><td style=\"padding:1px 8px 1px 0;white-space:nowrap;\">" + escaped(label)
                + "</td><td style=\"padding:1px 0;\"><table cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td width=\""
                + width + "\" height=\"10\" bgcolor=\"" + colour
                + "\" style=\"font-size:1px;line-height:10px;\">&nbsp;</td>"
                + "<td style=\"padding:0 0 0 6px;font-size:11px;white-space:nowrap;\">" + escaped(figure)
                + "</td></tr></table></td></tr>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
