package io.greenpark.lab.chaos.notices;

import io.greenpark.lab.report.Markdown;
import io.greenpark.lab.report.TextTable;
import java.util.Locale;
import java.util.stream.Collectors;

/** A run as Markdown, for people who were not there. */
public final class NoticesReport {
    private NoticesReport() {}

    public static String of(NoticesResult result) {
        NoticesOptions options = result.options();
        Markdown report = new Markdown();
        report.heading(1, "Telling people of %d cases through %d kills", result.cases(), result.kills());
        report.paragraph(
                "**%s**: lost %d, told twice %d, out of order %d, unknown %d",
                result.passed() ? "Passed" : "FAILED",
                result.channels().stream().mapToLong(ChannelTally::lost).sum(),
                result.channels().stream().mapToLong(ChannelTally::twice).sum(),
                result.channels().stream().mapToLong(ChannelTally::outOfOrder).sum(),
                result.channels().stream().mapToLong(ChannelTally::strange).sum());
        report.paragraph("""
                The process that judges, raises cases and delivers was killed (SIGKILL) again and again, %d times while a receiver had
                a message of it in hand. Receivers took three of four messages and were as bad as receivers are with the others.
                What each took, in order, was compared with the books afterwards.""", result.amidDelivery());
        result.failures().forEach(failure -> report.line("- did not end well: %s", failure));
        report.line("- cases: %d, of these cleared: %d", result.cases(), result.cleared());
        report.line(
                "- what receivers did: %s",
                result.moods().entrySet().stream()
                        .map(e -> e.getKey().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + e.getValue())
                        .collect(Collectors.joining(", ")));
        report.line("- books in SQLite; the run took %d s", result.took().toSeconds());
        report.paragraph(
                "- repeat it: `./greenpark chaos --notices %d --kills %d --seed %d`",
                options.cases(), options.kills(), options.seed());
        report.table(
                new TextTable<ChannelTally>()
                        .words("channel", 0, ChannelTally::channel)
                        .count("steps", 1, ChannelTally::steps)
                        .count("messages", 1, ChannelTally::messages)
                        .count("lost", 1, ChannelTally::lost)
                        .count("twice", 1, ChannelTally::twice)
                        .count("out of order", 1, ChannelTally::outOfOrder)
                        .count("unknown", 1, ChannelTally::strange)
                        .count("repeats", 1, ChannelTally::repeats),
                result.channels());
        report.paragraph("""
                A step is a case raised or cleared, told to one receiver; several may come in one message. A repeat is the same message under
                the same id, by which a receiver knows it.""");
        for (ChannelTally tally : result.channels()) {
            tally.differing().forEach(d -> report.line("- %s: %s", tally.channel(), d));
        }
        return report.toString();
    }
}
