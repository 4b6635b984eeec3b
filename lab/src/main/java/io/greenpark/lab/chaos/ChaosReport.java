package io.greenpark.lab.chaos;

import io.greenpark.lab.chaos.check.StoreComparison;
import io.greenpark.lab.ledger.LedgerBook;
import io.greenpark.lab.report.Markdown;
import io.greenpark.lab.report.TextTable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run as Markdown, for people who were not there. */
public final class ChaosReport {
    private final ChaosResult result;
    private final Markdown report = new Markdown();

    private ChaosReport(ChaosResult result) {
        this.result = result;
    }

    /** The report, plan and differences included. */
    public static String of(ChaosResult result) {
        return new ChaosReport(result).write();
    }

    private String write() {
        long kills = result.incidents().stream()
                .map(i -> i.planned().fault())
                .filter(f -> f == Fault.KILL || f == Fault.KILL_STARTING)
                .count();
        report.heading(
                1,
                "Results of %d kills and %d other faults",
                kills,
                result.incidents().size() - kills);
        report.paragraph("**%s**", summary());
        report.paragraph("""
                A made-up park sent readings to a Greenpark whose process, disk, clock, network and neighbours were broken by
                plan. A ledger outside of the server noted every message as sent and as acknowledged. Afterwards each store was
                read by independent code and compared with the ledger, reading by reading; the accounts were compared with a sum
                taken straight from the ledger.""");
        result.failures().forEach(f -> report.line("- did not end well: %s", f));
        conditions();
        totals();
        stores();
        faults();
        incidents();
        return report.toString();
    }

    private String summary() {
        return (result.passed() ? "Passed" : "FAILED") + ": lost " + sum(StoreComparison::lost) + ", counted twice "
                + sum(StoreComparison::twice) + ", with another value " + sum(StoreComparison::wrong) + ", never sent "
                + sum(StoreComparison::strange);
    }

    private long sum(ToLongFunction<StoreComparison> what) {
        return result.comparisons().stream().mapToLong(what).sum();
    }

    private void conditions() {
        ChaosOptions options = result.options();
        report.heading(2, "Conditions");
        report.line("- machine: %s", result.host().hardware());
        report.line("- versions: %s", result.host().versions());
        report.line("- full disk: %s", result.host().disk());
        report.line(
                "- load: %d devices of %d enterprises over MQTT 3.1.1 QoS 1, %,d readings/s asked of the meters",
                result.load().devices().size(), options.enterprises(), options.readingsPerSecond());
        report.line(
                "- seed %d, faults spread over %d s; the run took %d s, of which %.1f s to work everything off at the end",
                options.seed(), options.spread().toSeconds(), result.took().toSeconds(), seconds(result.drained()));
        report.paragraph(
                "- repeat it: `./greenpark chaos --kills %d --seconds %d --seed %d --rate %d --enterprises %d%s`",
                options.kills(),
                options.spread().toSeconds(),
                options.seed(),
                options.readingsPerSecond(),
                options.enterprises(),
                (options.influx() ? " --influx" : "") + (options.postgres() ? " --books postgres" : ""));
    }

    /** How much was sent in one sense; without readings where only messages are counted. */
    private record SentTotal(
            String what, long messages, @Nullable Long readings) {}

    private void totals() {
        LedgerBook book = result.book();
        report.heading(2, "Sent and acknowledged");
        report.table(
                new TextTable<SentTotal>()
                        .words("what", 0, SentTotal::what)
                        .count("messages", 1, SentTotal::messages)
                        .figure("readings", 1, "%,d", SentTotal::readings),
                List.of(
                        new SentTotal("sent", book.messagesSent(), LedgerBook.readings(result.load(), book.sent())),
                        new SentTotal(
                                "acknowledged",
                                book.messagesAcknowledged(),
                                LedgerBook.readings(result.load(), book.acknowledged())),
                        new SentTotal("sent again", book.sendings() - book.messagesSent(), null)));
        report.paragraph(
                "%,d connections broke or were refused; their devices connected again.", result.lostConnections());
    }

    private void stores() {
        report.heading(2, "Store by store");
        report.table(
                new TextTable<StoreComparison>()
                        .words("store", 0, StoreComparison::store)
                        .words("what", 0, StoreComparison::of)
                        .count("acknowledged", 1, StoreComparison::expected)
                        .count("found", 1, StoreComparison::found)
                        .count("lost", 1, StoreComparison::lost)
                        .count("twice", 1, StoreComparison::twice)
                        .count("another value", 1, StoreComparison::wrong)
                        .count("never sent", 1, StoreComparison::strange)
                        .count("repeats", 1, StoreComparison::repeats),
                result.comparisons());
        report.paragraph("""
                Repeats are allowed where they are counted once further on: the log keeps a message that was sent twice, a
                notice may come again under the message id of the first.""");
        for (StoreComparison comparison : result.comparisons()) {
            if (!comparison.differing().isEmpty()) {
                report.paragraph("The first differences of the %s:", comparison.store());
                comparison.differing().forEach(d -> report.line("- %s", d));
                report.line("");
            }
        }
    }

    /** How long the server took to come back from the faults of a kind, sorted; at least one. */
    private record Recoveries(Fault fault, List<Duration> times) {
        static Stream<Recoveries> of(Fault fault, List<Incident> incidents) {
            List<Duration> times = incidents.stream()
                    .filter(i -> i.planned().fault() == fault)
                    .map(i -> i.ready().plus(i.recovered()))
                    .sorted()
                    .toList();
            return times.isEmpty() ? Stream.empty() : Stream.of(new Recoveries(fault, times));
        }
    }

    private void faults() {
        report.heading(2, "Fault by fault");
        report.table(
                new TextTable<Recoveries>()
                        .words("fault", 0, r -> name(r.fault()))
                        .words("what", 0, r -> r.fault().words())
                        .count("times", 1, r -> r.times().size())
                        .decimal(
                                "back after, median s",
                                1,
                                2,
                                r -> seconds(r.times().get(r.times().size() / 2)))
                        .decimal(
                                "longest s",
                                1,
                                2,
                                r -> seconds(r.times().get(r.times().size() - 1))),
                Arrays.stream(Fault.values())
                        .flatMap(fault -> Recoveries.of(fault, result.incidents()))
                        .toList());
        report.paragraph("""
                "Back" is counted from the new start, or from where the fault was undone, to the next acknowledgement; for
                InfluxDB and PostgreSQL until the reader that needs them works again.""");
    }

    private void incidents() {
        report.heading(2, "What was done when");
        report.table(
                new TextTable<Incident>()
                        .decimal("at s", 1, 1, i -> seconds(i.at()))
                        .words("fault", 0, i -> name(i.planned().fault()))
                        .words("amount", 0, ChaosReport::amount)
                        .decimal("stood s", 1, 2, i -> seconds(i.lasted()))
                        .decimal("ready after s", 1, 2, i -> seconds(i.ready()))
                        .decimal("went on after s", 1, 2, i -> seconds(i.recovered())),
                result.incidents());
        int planned = result.plan().faults().size();
        if (result.incidents().size() < planned) {
            report.line(
                    "Of %d planned faults %d were made.",
                    planned, result.incidents().size());
        }
    }

    private static String amount(Incident incident) {
        Duration amount = incident.planned().amount();
        return amount.isZero() ? "" : amount.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static String name(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }
}
