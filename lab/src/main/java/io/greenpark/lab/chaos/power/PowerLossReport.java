package io.greenpark.lab.chaos.power;

import io.greenpark.lab.chaos.check.Comparison;
import java.util.Locale;
import java.util.stream.Stream;

/** The losses of power as Markdown. */
public final class PowerLossReport {
    private final StringBuilder text = new StringBuilder();

    private PowerLossReport() {}

    /** The report. */
    public static String of(PowerLossResult result) {
        return new PowerLossReport().write(result);
    }

    private String write(PowerLossResult result) {
        line("# What came of %d losses of power", result.cuts().size());
        line("");
        line(
                "**%s: lost %d acknowledged readings; %d of %d acknowledgements before their fsync, %d without one**",
                result.passed() ? "Passed" : "FAILED",
                result.lost(),
                result.order().early(),
                result.order().acknowledgements(),
                result.order().unknown());
        line("");
        line(
                "A server ran under strace while devices sent. From its recorded system calls the data folder was rebuilt as a");
        line(
                "disk would hold it after the power failed at a moment: everything made durable by an fsync that had returned,");
        line(
                "names of files by one of their folder; of everything else each 512-byte sector, each length and each name with");
        line(
                "the probability named. Then the log was read by code of its own, SQLite checked all files, and on some of the");
        line("folders a server was started and its reading store compared.");
        line("");
        line(
                "- commits of the log %,d, changes of the data folder %,d",
                result.order().commits(), result.changes());
        line(
                "- seed %d: `./greenpark chaos --power-loss %d --seed %d`",
                result.options().seed(), result.cuts().size(), result.options().seed());
        line("");
        line(
                "| moment (line) | kept of the rest | acknowledged readings | in the log | lost | damage | after a restart |");
        line("| ---: | ---: | ---: | ---: | ---: | --- | --- |");
        result.cuts().forEach(this::cut);
        line("");
        Stream.concat(
                        result.order().differing().stream(),
                        result.cuts().stream()
                                .flatMap(c -> Stream.concat(c.troubles().stream(), c.log().differing().stream())))
                .limit(Comparison.NAMED)
                .forEach(d -> line("- %s", d));
        return text.toString();
    }

    private void cut(PowerLossResult.Cut c) {
        Comparison books = c.books();
        line(
                "| %d | %.0f %% | %,d | %,d | %d | %s | %s |",
                c.moment(),
                c.kept() * 100,
                c.log().expected(),
                c.log().found(),
                c.log().lost(),
                c.troubles().isEmpty() ? "none" : c.troubles().size() + " files",
                books == null ? "" : String.format(Locale.ROOT, "%,d readings, %d lost", books.found(), books.lost()));
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
