package io.greenpark.lab.chaos;

import io.greenpark.lab.chaos.check.Comparison;
import io.greenpark.lab.ledger.LedgerBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A run as Markdown, for people who were not there. */
public final class ChaosReport {
    private final ChaosResult result;
    private final StringBuilder text = new StringBuilder();

    private ChaosReport(ChaosResult result) {
        this.result = result;
    }

    /** The report, plan and differences included. */
    public static String of(ChaosResult result) {
        return new ChaosReport(result).write();
    }

    private String write() {
        line(
                "# What came of %d kills and %d other faults",
                kills(), result.incidents().size() - kills());
        line("");
        line("**%s**", verdict());
        line("");
        line(
                "A made-up park sent readings to a Greenpark whose process, disk, clock, network and neighbours were broken by");
        line(
                "plan. A ledger outside of the server noted every message as sent and as acknowledged. Afterwards each store was");
        line(
                "read by code of its own and compared with the ledger, reading by reading; the accounts were compared with a sum");
        line("taken straight from the ledger.");
        line("");
        result.failures().forEach(f -> line("- did not end well: %s", f));
        conditions();
        totals();
        stores();
        faults();
        incidents();
        return text.toString();
    }

    private long kills() {
        return result.incidents().stream()
                .map(i -> i.step().fault())
                .filter(f -> f == Fault.KILL || f == Fault.KILL_STARTING)
                .count();
    }

    private String verdict() {
        long lost = sum(Comparison::lost);
        long twice = sum(Comparison::twice);
        return (result.passed() ? "Passed" : "FAILED") + ": lost " + lost + ", counted twice " + twice
                + ", with another value " + sum(Comparison::wrong) + ", never sent " + sum(Comparison::strange);
    }

    private long sum(Function<Comparison, Long> what) {
        return result.comparisons().stream().mapToLong(what::apply).sum();
    }

    private void conditions() {
        line("## Conditions");
        line("");
        line("- machine: %s", result.machine().hardware());
        line("- versions: %s", result.machine().versions());
        line("- full disk: %s", result.machine().disk());
        line(
                "- load: %d devices of %d enterprises over MQTT 3.1.1 QoS 1, %,d readings/s asked of the meters",
                result.load().devices().size(),
                result.options().enterprises(),
                result.options().readingsPerSecond());
        line(
                "- seed %d, faults spread over %d s; the run took %d s, of which %.1f s to work everything off at the end",
                result.options().seed(),
                result.options().spread().toSeconds(),
                result.took().toSeconds(),
                seconds(result.drained()));
        line(
                "- repeat it: `./greenpark chaos --kills %d --seconds %d --seed %d --rate %d --enterprises %d%s`",
                result.options().kills(),
                result.options().spread().toSeconds(),
                result.options().seed(),
                result.options().readingsPerSecond(),
                result.options().enterprises(),
                (result.options().influx() ? " --influx" : "")
                        + (result.options().postgres() ? " --books postgres" : ""));
        line("");
    }

    private void totals() {
        LedgerBook book = result.book();
        line("## Sent and acknowledged");
        line("");
        line("| what | messages | readings |");
        line("| --- | ---: | ---: |");
        line("| sent | %,d | %,d |", book.messagesSent(), LedgerBook.readings(result.load(), book.sent()));
        line(
                "| acknowledged | %,d | %,d |",
                book.messagesAcknowledged(), LedgerBook.readings(result.load(), book.acknowledged()));
        line("| sent again | %,d | |", book.sendings() - book.messagesSent());
        line("");
        line("%,d connections broke or were refused; their devices connected again.", result.lostConnections());
        line("");
    }

    private void stores() {
        line("## Store by store");
        line("");
        line("| store | what | acknowledged | found | lost | twice | another value | never sent | repeats |");
        line("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (Comparison c : result.comparisons()) {
            line(
                    "| %s | %s | %,d | %,d | %d | %d | %d | %d | %,d |",
                    c.store(),
                    c.of(),
                    c.expected(),
                    c.found(),
                    c.lost(),
                    c.twice(),
                    c.wrong(),
                    c.strange(),
                    c.repeats());
        }
        line("");
        line(
                "Repeats are allowed where they are counted once further on: the log keeps a message that was sent twice, a");
        line("notice may come again under the message id of the first.");
        line("");
        for (Comparison c : result.comparisons()) {
            if (!c.differing().isEmpty()) {
                line("The first differences of the %s:", c.store());
                line("");
                c.differing().forEach(d -> line("- %s", d));
                line("");
            }
        }
    }

    private void faults() {
        line("## Fault by fault");
        line("");
        line("| fault | what | times | back after, median s | longest s |");
        line("| --- | --- | ---: | ---: | ---: |");
        for (Fault fault : Fault.values()) {
            List<Duration> times = new ArrayList<>(result.incidents().stream()
                    .filter(i -> i.step().fault() == fault)
                    .map(i -> i.ready().plus(i.recovered()))
                    .sorted()
                    .toList());
            if (!times.isEmpty()) {
                line(
                        "| %s | %s | %d | %.2f | %.2f |",
                        name(fault),
                        fault.words(),
                        times.size(),
                        seconds(times.get(times.size() / 2)),
                        seconds(times.get(times.size() - 1)));
            }
        }
        line("");
        line(
                "\"Back\" is counted from the new start, or from where the fault was undone, to the next acknowledgement; for");
        line("InfluxDB and PostgreSQL until the reader that needs them works again.");
        line("");
    }

    private void incidents() {
        line("## What was done when");
        line("");
        line("| at s | fault | amount | stood s | ready after s | went on after s |");
        line("| ---: | --- | --- | ---: | ---: | ---: |");
        for (Incident i : result.incidents()) {
            line(
                    "| %.1f | %s | %s | %.2f | %.2f | %.2f |",
                    seconds(i.at()),
                    name(i.step().fault()),
                    i.step().amount().isZero()
                            ? ""
                            : i.step().amount().toString().substring(2).toLowerCase(Locale.ROOT),
                    seconds(i.lasted()),
                    seconds(i.ready()),
                    seconds(i.recovered()));
        }
        int planned = result.plan().steps().size();
        if (result.incidents().size() < planned) {
            line("");
            line(
                    "Of %d planned faults %d were made.",
                    planned, result.incidents().size());
        }
    }

    private static String name(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
