package io.greenpark.lab.chaos.power;

import io.greenpark.lab.chaos.check.StoreComparison;
import io.greenpark.lab.report.Markdown;
import io.greenpark.lab.report.TextTable;
import java.util.Locale;
import java.util.stream.Stream;

/** The losses of power as Markdown. */
public final class PowerLossReport {
    private PowerLossReport() {}

    /** The report. */
    public static String of(PowerLossResult result) {
        Markdown report = new Markdown();
        report.heading(1, "Results of %d losses of power", result.cuts().size());
        report.paragraph(
                "**%s: lost %d acknowledged readings; %d of %d acknowledgements before their fsync, %d without one**",
                result.passed() ? "Passed" : "FAILED",
                result.lost(),
                result.order().early(),
                result.order().acknowledgements(),
                result.order().unknown());
        report.paragraph("""
                A server ran under strace while devices sent. From its recorded system calls the data folder was rebuilt as a
                disk would hold it after the power failed at a moment: everything made durable by an fsync that had returned,
                names of files by one of their folder; of everything else each 512-byte sector, each length and each name with
                the probability named. Then the log was read by code of its own, SQLite checked all files, and on some of the
                folders a server was started and its reading store compared.""");
        report.line(
                "- commits of the log %,d, changes of the data folder %,d",
                result.order().commits(), result.changes());
        report.paragraph(
                "- seed %d: `./greenpark chaos --power-loss %d --seed %d`",
                result.options().seed(), result.cuts().size(), result.options().seed());
        report.table(cuts(), result.cuts());
        Stream.concat(
                        result.order().differing().stream(),
                        result.cuts().stream()
                                .flatMap(c -> Stream.concat(c.troubles().stream(), c.log().differing().stream())))
                .limit(StoreComparison.NAMED)
                .forEach(d -> report.line("- %s", d));
        return report.toString();
    }

    private static TextTable<PowerLossResult.PowerCut> cuts() {
        return new TextTable<PowerLossResult.PowerCut>()
                .figure("moment (line)", 1, "%d", PowerLossResult.PowerCut::moment)
                .figure("kept of the rest", 1, "%.0f %%", c -> c.kept() * 100)
                .count("acknowledged readings", 1, c -> c.log().expected())
                .count("in the log", 1, c -> c.log().found())
                .figure("lost", 1, "%d", c -> c.log().lost())
                .words(
                        "damage",
                        0,
                        c -> c.troubles().isEmpty() ? "none" : c.troubles().size() + " files")
                .words("after a restart", 0, PowerLossReport::restarted);
    }

    private static String restarted(PowerLossResult.PowerCut cut) {
        StoreComparison books = cut.books();
        return books == null ? "" : String.format(Locale.ROOT, "%,d readings, %d lost", books.found(), books.lost());
    }
}
