package io.greenpark.lab.bench.registry;

import io.greenpark.accounting.basis.RegistryReconciler;
import io.greenpark.accounting.discharge.BooksDischargeAccounts;
import io.greenpark.accounting.intensity.IntensityBooking;
import io.greenpark.alerts.evaluation.LimitChangeDetector;
import io.greenpark.config.folder.FileTree;
import io.greenpark.lab.bench.DiskProbe;
import io.greenpark.lab.bench.registry.EditCost.Part;
import io.greenpark.lab.report.Conditions;
import io.greenpark.lab.report.TextTable;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.park.registry.RegistryFollower;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.SqliteBooks;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What an edit of one document costs; every part alone, in time of the processor. */
public final class RegistryBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int MANY = 5;

    private final RegistryBenchOptions options;
    private final PrintStream out;
    private final Clock clock;
    private final LargeRegistry facts;
    private final EditedSource source;

    private RegistryBench(RegistryBenchOptions options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
        this.facts = new LargeRegistry(options);
        this.source = new EditedSource(facts.registry());
    }

    /** Runs it and prints what it found. */
    public static void run(RegistryBenchOptions options, PrintStream out, Clock clock) throws IOException {
        Path folder = Files.createTempDirectory(options.folder(), "bench-registry-");
        RegistryBench bench = new RegistryBench(options, out, clock);
        out.print(bench.conditions(DiskProbe.fsyncMicros(folder)));
        try (Books books = SqliteBooks.open(folder.resolve("books.db"), BooksConfig.defaults(), clock)) {
            bench.measure(books);
        } finally {
            FileTree.delete(folder);
        }
    }

    private String conditions(long fsyncMicros) {
        return new Conditions()
                .machine("nobody", fsyncMicros)
                .add(
                        "registry",
                        "%,d enterprises in %d parks, %,d points, %,d statistics, %,d limits, %,d targets",
                        options.enterprises(),
                        LargeRegistry.PARKS,
                        facts.points.size(),
                        facts.statistics.size(),
                        facts.limits.size(),
                        facts.targets.size())
                .add("figures", "ms of processor time; edits of %d documents of a kind", options.edits())
                .toString();
    }

    private void measure(Books books) {
        LargeBooks.fill(books, source.current(), options.months());
        Listeners listeners = new Listeners(books, source);
        out.printf("%nfirst look   accounts %,.0f ms, rules %,.0f ms%n", listeners.accounts(), listeners.rules());
        Listeners restarted = new Listeners(books, source);
        out.printf("restart      accounts %,.0f ms, rules %,.0f ms%n", restarted.accounts(), restarted.rules());
        out.printf("intensities  all of them %,.0f ms%n", restarted.intensities());
        Edit.all().forEach(edit -> edits(edit, MANY, restarted));
        List<EditCost> costs = new ArrayList<>();
        Edit.all().forEach(edit -> costs.add(edits(edit, options.edits(), restarted)));
        out.print(new TextTable<EditCost>()
                .words("edited", 18, c -> c.kind)
                .decimal("snapshot", 10, 1, c -> c.median(Part.SNAPSHOT))
                .decimal("max", 8, 1, c -> c.max(Part.SNAPSHOT))
                .decimal("accounts", 10, 1, c -> c.median(Part.ACCOUNTS))
                .decimal("max", 8, 1, c -> c.max(Part.ACCOUNTS))
                .decimal("at a time", 11, 1, c -> c.median(Part.ACCOUNTS_AT_A_TIME))
                .decimal("max", 8, 1, c -> c.max(Part.ACCOUNTS_AT_A_TIME))
                .decimal("intensity", 10, 1, c -> c.median(Part.INTENSITIES))
                .decimal("max", 8, 1, c -> c.max(Part.INTENSITIES))
                .decimal("rules", 10, 1, c -> c.median(Part.RULES))
                .decimal("max", 8, 1, c -> c.max(Part.RULES))
                .plain(costs));
    }

    private EditCost edits(Edit edit, int times, Listeners listeners) {
        EditCost cost = new EditCost(edit.name());
        for (int i = 0; i < times; i++) {
            Set<DocumentKey> keys = Set.of(edit.editor().edit(facts, ++source.number));
            cost.add(Part.SNAPSHOT, cpuMs(() -> source.edited(facts.registry())));
            source.tell(new RegistryChange(source.number, keys));
            List<Double> portions = listeners.portions();
            cost.add(
                    Part.ACCOUNTS,
                    portions.stream().mapToDouble(Double::doubleValue).sum());
            cost.add(
                    Part.ACCOUNTS_AT_A_TIME,
                    portions.stream().mapToDouble(Double::doubleValue).max().orElse(0));
            cost.add(Part.INTENSITIES, listeners.intensities());
            cost.add(Part.RULES, listeners.rules());
        }
        return cost;
    }

    private static double cpuMs(Runnable work) {
        long begun = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - begun) / 1e6;
    }

    /** Those that follow the registry, on the thread that measures. */
    private final class Listeners {
        private final RegistryReconciler reconciler;
        private final IntensityBooking intensity;
        private final RegistryFollower follower;
        private final LimitChangeDetector detector;

        Listeners(Books books, RegistrySource source) {
            reconciler = new RegistryReconciler(books, source);
            intensity = new IntensityBooking(books, clock);
            follower = new RegistryFollower(source);
            detector = new LimitChangeDetector(books, new BooksDischargeAccounts(books, source));
        }

        double accounts() {
            return portions().stream().mapToDouble(Double::doubleValue).sum();
        }

        List<Double> portions() {
            List<Double> portions = new ArrayList<>();
            while (reconciler.pending()) {
                portions.add(cpuMs(reconciler::reconcile));
            }
            return portions;
        }

        /** What the changed figures themselves cost, once. */
        double intensities() {
            return cpuMs(() -> intensity.book(source.current(), tx -> {}));
        }

        double rules() {
            return cpuMs(() -> {
                follower.follow(difference -> detector.detect(difference, clock.instant()));
                while (detector.step(clock.instant())) {
                    // Until all periods of changed limits are scheduled.
                }
            });
        }
    }

    private static final class EditedSource implements RegistrySource {
        private final List<Consumer<RegistryChange>> listeners = new ArrayList<>();
        private Registry current;
        private int number;

        EditedSource(Registry first) {
            current = first;
        }

        void edited(Registry next) {
            current = next;
        }

        void tell(RegistryChange change) {
            listeners.forEach(listener -> listener.accept(change));
        }

        @Override
        public Registry current() {
            return current;
        }

        @Override
        public void onChange(Consumer<RegistryChange> listener) {
            listeners.add(listener);
        }
    }
}
