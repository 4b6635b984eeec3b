package io.greenpark.lab.bench.rules;

import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.CaseRemarks;
import io.greenpark.alerts.cases.WithheldFigures;
import io.greenpark.alerts.desk.CaseDeskConfig;
import io.greenpark.alerts.desk.CaseHandlings;
import io.greenpark.alerts.evaluation.DoorInputs;
import io.greenpark.alerts.evaluation.JudgingRules;
import io.greenpark.alerts.evaluation.ReaderLag;
import io.greenpark.alerts.evaluation.RegistryExpectations;
import io.greenpark.alerts.evaluation.RuleEvaluator;
import io.greenpark.alerts.evaluation.RuleInputs;
import io.greenpark.alerts.evaluation.RulesConfig;
import io.greenpark.alerts.explain.Explaining;
import io.greenpark.alerts.link.CaseLinks;
import io.greenpark.alerts.message.Messages;
import io.greenpark.alerts.notice.NoticePlanKind;
import io.greenpark.alerts.outbox.LinksConfig;
import io.greenpark.alerts.outbox.Maintainers;
import io.greenpark.alerts.outbox.Outbox;
import io.greenpark.alerts.outbox.OutboxConfig;
import io.greenpark.alerts.outbox.Recipients;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.alerts.rulebook.AlertRule;
import io.greenpark.alerts.rulebook.RuleBook;
import io.greenpark.alerts.rulebook.RulePlace;
import io.greenpark.alerts.stopped.StopOrders;
import io.greenpark.alerts.stopped.StoppedEnterprises;
import io.greenpark.alerts.text.CaseTexts;
import io.greenpark.config.folder.FileTree;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.SqliteBooks;
import io.greenpark.store.live.LivenessWindow;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Measures what it costs to judge points that send a value a minute, with many rules and with those for the whole district alone, and how soon what
 * raises is in the outbox: from the mark that the accounts make of a changed mean until the transaction with the case and its rows of the outbox is durable.
 * What taking in and booking cost is for the pipeline bench.
 */
public final class RulesBench {
    private static final int LOOKUPS = 2_000_000;

    private final RulesOptions options;
    private final PrintStream out;
    private final Clock clock;
    private final RulesPark park;
    private final RegistrySource registry;

    private RulesBench(RulesOptions options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
        this.park = new RulesPark(options.points());
        this.registry = RegistrySource.fixed(park.registry());
    }

    /** Runs it and prints what it found. */
    public static void run(RulesOptions options, PrintStream out, Clock clock)
            throws IOException, InterruptedException {
        RulesBench bench = new RulesBench(options, out, clock);
        out.printf("%,d points, a value a minute each, for %d s%n%n", options.points(), options.seconds());
        out.println(
                "| rules | judged/s | rules, share of a core | process, share of a core | raised | p50 ms | p99 ms | look-up ns |");
        out.println("| --: | --: | --: | --: | --: | --: | --: | --: |");
        bench.measure(0);
        bench.measure(options.rules());
    }

    private void measure(int rules) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(options.folder(), "bench-rules-");
        try (Books books = SqliteBooks.open(folder.resolve("books.db"), BooksConfig.defaults(), clock)) {
            write(books, rules);
            Settings none = Settings.ofTexts(Map.of());
            JudgingRules judging = new JudgingRules(RulesConfig.from(none, new Problems()));
            judging.refresh(books);
            long lookUp = lookUpNanos(books, judging);
            RunningMeans means = new RunningMeans(clock, options.points());
            Watched watched = new Watched(outbox(none));
            RuleEvaluator evaluator = new RuleEvaluator(
                    books,
                    new RuleInputs(
                            registry,
                            means,
                            (subject, from, to, basis) -> List.of(),
                            (subject, from, to, step, basis) -> List.of(),
                            Disclosures.standard(),
                            new ReaderLag(() -> new LivenessWindow(clock.instant(), clock.instant(), 0), () -> 0),
                            DoorInputs.NONE,
                            StopOrders.NONE),
                    judging,
                    new CaseReconciler(
                            new CaseTexts(
                                    registry,
                                    new WithheldFigures(registry, Disclosures.standard()),
                                    StoppedEnterprises.byFiles()),
                            watched,
                            new RegistryExpectations(registry, judging, StoppedEnterprises.byFiles(), clock),
                            new CaseHandlings(registry, CaseDeskConfig.defaults())),
                    clock);
            evaluator.subscribe();
            RulesRun run = new RulesRun(books, evaluator, means, watched, options);
            run.run();
            out.printf(
                    "| %,d | %,.0f | %.3f | %.3f | %,d | %.0f | %.0f | %,d |%n",
                    rules,
                    run.judgedPerSecond(),
                    run.rulesShare(),
                    run.processShare(),
                    run.raised(),
                    run.percentileMs(0.5),
                    run.percentileMs(0.99),
                    lookUp);
        } finally {
            FileTree.delete(folder);
        }
    }

    private Outbox outbox(Settings none) {
        return new Outbox(
                registry,
                new Recipients(OutboxConfig.from(none, new Problems()), Maintainers.NONE),
                List.of(new NoMail()),
                LinksConfig.from(none, new Problems()).urls("http://127.0.0.1"),
                Messages.shipped(),
                new CaseLinks(new byte[32], Duration.ofDays(7), clock),
                new WithheldFigures(registry, Disclosures.standard()),
                new Policies<>(new NoticePlanKind()),
                CaseRemarks.NONE,
                Explaining.NONE);
    }

    /** As officers would make them, one after the other; a third is seasonal, a tenth on trial. */
    private void write(Books books, int rules) {
        String today = LocalDate.ofInstant(clock.instant(), ParkTime.SHANGHAI).toString();
        books.write(tx -> {
            for (int i = 0; i < rules; i++) {
                String[] target = park.target(i);
                String kind = i % 2 == 0 ? "limit-exceeded" : "limit-warning";
                String own = i % 2 == 0 ? "\"worsenPercent\": 20" : "\"minRunningPercent\": 25";
                String season = i % 3 == 0 ? "{\"from\": \"01-01\", \"to\": \"12-31\"}" : "null";
                tx.handle()
                        .execute(
                                "INSERT INTO policy_version (kind, version, at_ms, by_whom, reason, document)"
                                        + " VALUES (?, 1, ?, 'bench', 'bench', ?)",
                                "alert-rule/bench-" + i,
                                clock.millis(),
                                "{\"kind\": \"" + kind + "\", \"scope\": \"" + target[0] + "\", \"target\": \""
                                        + target[1]
                                        + "\", \"parameters\": {\"raiseAfter\": 1, \"clearAfter\": 2,"
                                        + " \"minCompletenessPercent\": 75, \"clearPercent\": 95, " + own
                                        + "}, \"season\": " + season + ", \"trial\": " + (i % 10 == 9)
                                        + ", \"from\": \""
                                        + today + "\", \"confirmed\": true}");
            }
            tx.handle().execute("INSERT INTO alert_rulebook (id, changes) VALUES (1, ?)", rules);
            return true;
        });
    }

    /** How long it takes to find the rule of a point. */
    private long lookUpNanos(Books books, JudgingRules judging) {
        RuleBook book = books.read(judging.books()::current);
        Registry all = registry.current();
        List<Point> points = all.facts().points();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ParkTime.SHANGHAI);
        long found = 0;
        long begun = 0;
        for (int i = 0; i < 2 * LOOKUPS; i++) {
            if (i == LOOKUPS) {
                begun = System.nanoTime();
            }
            AlertRule rule =
                    book.inForce(Case.Rule.LIMIT_WARNING, RulePlace.of(all, points.get(i % points.size())), today);
            found += rule.version();
        }
        long nanos = (System.nanoTime() - begun) / LOOKUPS;
        return found < 0 ? 0 : nanos;
    }
}
