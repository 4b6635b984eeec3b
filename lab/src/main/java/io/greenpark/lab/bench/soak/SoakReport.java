package io.greenpark.lab.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A soak as Markdown, for people who were not there, with a plot in a file beside it. */
public final class SoakReport {
    private static final double MB = 1 << 20;

    private final SoakResult result;
    private final List<Judgement.Verdict> verdicts;

    SoakReport(SoakResult result) {
        this.result = result;
        this.verdicts = Judgement.of(result);
    }

    /** Whether everything stayed as it was and nothing is lost. */
    public boolean flat() {
        return verdicts.stream().allMatch(Judgement.Verdict::good);
    }

    List<Judgement.Verdict> verdicts() {
        return verdicts;
    }

    /** Writes the report, and the plot beside it under the same name with the ending svg. */
    public void write(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        String name = file.getFileName().toString();
        String plot = (name.endsWith(".md") ? name.substring(0, name.length() - ".md".length()) : name) + ".svg";
        Files.writeString(file.resolveSibling(plot), SoakPlot.of(result));
        Files.writeString(file, text(plot));
    }

    /** The report without a plot. */
    public String text() {
        return text("");
    }

    private String text(String plot) {
        StringBuilder text = new StringBuilder();
        line(text, "# Readings for %s", minutes(result.options().duration().toSeconds()));
        line(text, "");
        line(text, "**%s**", verdict());
        line(text, "");
        if (!plot.isEmpty()) {
            line(text, "![memory, lag, acknowledgements and load over time](%s)", plot);
            line(text, "");
        }
        conditions(text);
        judgement(text);
        figures(text);
        return text.toString();
    }

    private String verdict() {
        List<String> bad = verdicts.stream()
                .filter(v -> !v.good())
                .map(v -> v.what() + " (" + v.words() + ")")
                .toList();
        return bad.isEmpty()
                ? "Flat: memory, lags and handles stayed as they were, and nothing acknowledged is lost."
                : "NOT FLAT: " + String.join("; ", bad);
    }

    private void conditions(StringBuilder text) {
        SoakOptions options = result.options();
        line(text, "## Conditions");
        line(text, "");
        result.conditions().forEach(c -> line(text, "- %s", c));
        line(
                text,
                "- load: MQTT 3.1.1 QoS 1, %,d data loggers of %d points, each sends its points together every %,d ms by a"
                        + " schedule, each message a minute later by the device's time: %,.0f readings/s",
                options.devices(),
                SoakPark.POINTS_PER_DEVICE,
                result.interval().toMillis(),
                result.rate());
        result.sustained()
                .ifPresentOrElse(
                        s -> line(
                                text,
                                "- that is half of %,.0f readings/s, which the same devices sustained just before: their last"
                                        + " %d minutes as fast as acknowledged, until no reader had a lag",
                                s,
                                SoakBench.CALIBRATION_MESSAGES),
                        () -> line(text, "- the rate was given, not found"));
        line(
                text,
                "- of %s the first %s are a warm-up: code is compiled, heap and caches find their size; they are plotted"
                        + " and not judged",
                minutes(options.duration().toSeconds()),
                minutes(options.warmUp().toSeconds()));
        line(text, "- a look at the server every %.0f s", options.sampleEvery().toMillis() / 1e3);
        line(text, "");
    }

    private void judgement(StringBuilder text) {
        line(text, "## Judgement");
        line(text, "");
        line(text, "| what | | figures |");
        line(text, "| --- | --- | --- |");
        verdicts.forEach(v -> line(text, "| %s | %s | %s |", v.what(), v.good() ? "good" : "**NOT**", v.words()));
        line(text, "");
        line(
                text,
                "A trend is Theil and Sen's: the median of the slopes between all pairs of samples. Memory is not flat");
        line(
                text,
                "if its trend and the last third's peak both say so. The heap after collections is what is left when");
        line(
                text,
                "the server is told to collect its whole heap, every %d s; that is why acknowledgements have peaks then (where",
                result.options().collectEvery().toSeconds());
        line(
                text,
                "Java brings no jcmd: the smallest heap in use of each of up to %d parts of the judged time).",
                Judgement.HEAP_PARTS);
        line(text, "");
    }

    private void figures(StringBuilder text) {
        line(text, "## Figures of the judged time");
        line(text, "");
        line(text, "| figure | smallest | median | largest | last |");
        line(text, "| --- | ---: | ---: | ---: | ---: |");
        figure(text, "resident MB", s -> s.residentBytes() / MB);
        figure(text, "heap in use MB", s -> s.heapBytes() / MB);
        figure(text, "direct memory MB", s -> s.directBytes() / MB);
        figure(text, "acknowledged after p50 ms", s -> s.p50Micros() / 1e3);
        figure(text, "acknowledged after p99 ms", s -> s.p99Micros() / 1e3);
        figure(text, "readings/s acknowledged", Sample::readingsPerSecond);
        figure(text, "processors busy", Sample::cpus);
        figure(text, "data folder MB", s -> s.diskBytes() / MB);
        figure(text, "open files and sockets", Sample::files);
        figure(text, "threads", Sample::threads);
        line(text, "");
    }

    private void figure(StringBuilder text, String name, ToDoubleFunction<Sample> figure) {
        List<Sample> judged = result.judged();
        if (judged.isEmpty()) {
            return;
        }
        double[] sorted = judged.stream().mapToDouble(figure).sorted().toArray();
        line(
                text,
                "| %s | %,.1f | %,.1f | %,.1f | %,.1f |",
                name,
                sorted[0],
                sorted[sorted.length / 2],
                sorted[sorted.length - 1],
                figure.applyAsDouble(judged.get(judged.size() - 1)));
    }

    private static String minutes(long seconds) {
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
