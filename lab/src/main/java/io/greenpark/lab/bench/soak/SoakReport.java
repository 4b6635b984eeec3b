package io.greenpark.lab.bench.soak;

import io.greenpark.lab.report.Markdown;
import io.greenpark.lab.report.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A soak as Markdown, for people who were not there, with a plot in a file beside it. */
public final class SoakReport {
    private static final double MB = 1 << 20;

    private final SoakResult result;
    private final List<SoakCriteria.Criterion> criteria;

    SoakReport(SoakResult result) {
        this.result = result;
        this.criteria = SoakCriteria.of(result);
    }

    /** Whether everything stayed as it was and nothing is lost. */
    public boolean flat() {
        return criteria.stream().allMatch(SoakCriteria.Criterion::good);
    }

    List<SoakCriteria.Criterion> criteria() {
        return criteria;
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
        Markdown report = new Markdown();
        report.heading(1, "Readings for %s", minutes(result.options().duration().toSeconds()));
        report.paragraph("**%s**", summary());
        if (!plot.isEmpty()) {
            report.paragraph("![memory, lag, acknowledgements and load over time](%s)", plot);
        }
        conditions(report);
        criteria(report);
        figures(report);
        return report.toString();
    }

    private String summary() {
        List<String> bad = criteria.stream()
                .filter(v -> !v.good())
                .map(v -> v.what() + " (" + v.words() + ")")
                .toList();
        return bad.isEmpty()
                ? "Flat: memory, lags and handles stayed as they were, and nothing acknowledged is lost."
                : "NOT FLAT: " + String.join("; ", bad);
    }

    private void conditions(Markdown report) {
        SoakOptions options = result.options();
        report.heading(2, "Conditions");
        result.conditions().forEach(c -> report.line("- %s", c));
        report.line(
                "- load: MQTT 3.1.1 QoS 1, %,d data loggers of %d points, each sends its points together every %,d ms by a"
                        + " schedule, each message a minute later by the device's time: %,.0f readings/s",
                options.devices(), SoakPark.POINTS_PER_DEVICE, result.interval().toMillis(), result.rate());
        result.sustained()
                .ifPresentOrElse(
                        s -> report.line(
                                "- that is half of %,.0f readings/s, which the same devices sustained just before: their last"
                                        + " %d minutes as fast as acknowledged, until no reader had a lag",
                                s, SoakBench.CALIBRATION_MESSAGES),
                        () -> report.line("- the rate was given, not found"));
        report.line(
                "- of %s the first %s are a warm-up: code is compiled, heap and caches find their size; they are plotted"
                        + " and not judged",
                minutes(options.duration().toSeconds()),
                minutes(options.warmUp().toSeconds()));
        report.paragraph(
                "- the server is sampled every %.0f s", options.sampleEvery().toMillis() / 1e3);
    }

    private void criteria(Markdown report) {
        report.heading(2, "Criteria");
        report.table(
                new TextTable<SoakCriteria.Criterion>()
                        .words("what", 0, SoakCriteria.Criterion::what)
                        .words("", 0, c -> c.good() ? "good" : "**NOT**")
                        .words("figures", 0, SoakCriteria.Criterion::words),
                criteria);
        report.paragraph("""
                A trend is Theil and Sen's: the median of the slopes between all pairs of samples. Memory is not flat
                if its trend and the last third's peak both say so. The heap after collections is what is left when
                the server is asked to collect its whole heap, every %d s; that is why acknowledgements have peaks then (where
                Java brings no jcmd: the smallest heap in use of each of up to %d parts of the judged time).""", result.options().collectEvery().toSeconds(), SoakCriteria.HEAP_PARTS);
    }

    /** A figure over the judged time. */
    private record Course(String name, double[] sorted, double last) {}

    private void figures(Markdown report) {
        report.heading(2, "Figures of the judged time");
        report.table(
                new TextTable<Course>()
                        .words("figure", 0, Course::name)
                        .figure("smallest", 1, "%,.1f", c -> c.sorted()[0])
                        .figure("median", 1, "%,.1f", c -> c.sorted()[c.sorted().length / 2])
                        .figure("largest", 1, "%,.1f", c -> c.sorted()[c.sorted().length - 1])
                        .figure("last", 1, "%,.1f", Course::last),
                result.judged().isEmpty() ? List.of() : courses());
    }

    private List<Course> courses() {
        return List.of(
                course("resident MB", s -> s.residentBytes() / MB),
                course("heap in use MB", s -> s.heapBytes() / MB),
                course("direct memory MB", s -> s.directBytes() / MB),
                course("acknowledged after p50 ms", s -> s.latency().p50Micros() / 1e3),
                course("acknowledged after p99 ms", s -> s.latency().p99Micros() / 1e3),
                course("readings/s acknowledged", SoakSample::readingsPerSecond),
                course("processors busy", SoakSample::cpus),
                course("data folder MB", s -> s.diskBytes() / MB),
                course("open files and sockets", SoakSample::files),
                course("threads", SoakSample::threads));
    }

    private Course course(String name, ToDoubleFunction<SoakSample> figure) {
        double[] values = result.judged().stream().mapToDouble(figure).toArray();
        double last = values[values.length - 1];
        Arrays.sort(values);
        return new Course(name, values, last);
    }

    private static String minutes(long seconds) {
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
