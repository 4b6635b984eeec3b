package io.greenpark.accounting.basis;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Looking at changed documents only notes what looking at everything notes. */
class RegistryReconcilerProperties {
    private static final List<ZoneId> ZONES = List.of(ParkTime.SHANGHAI, ZoneId.of("Asia/Tokyo"));
    private static final int PARKS = 3;
    private static final int ENTERPRISES = 4;

    private static BasisBooks some;
    private static BasisBooks all;

    @BeforeContainer
    static void open() throws IOException {
        Path folder = Files.createTempDirectory("greenpark-basis");
        some = new BasisBooks(Files.createDirectory(folder.resolve("some")));
        all = new BasisBooks(Files.createDirectory(folder.resolve("all")));
    }

    @AfterContainer
    static void close() {
        some.close();
        all.close();
    }

    @Property(tries = 100)
    void a_pass_over_what_changed_notes_what_a_whole_one_does(@ForAll long seed) {
        Random random = new Random(seed);
        Choices before = new Choices(random, List.of());
        Source source = new Source(registry(before));
        some.empty();
        all.empty();
        RegistryReconciler reconciler = new RegistryReconciler(some.books, source);
        reconciler.reconcile();
        whole(source.current());
        some.done().figures(source.current());
        all.done().figures(source.current());
        for (int step = 0; step < 3; step++) {
            Choices next = new Choices(random, before.made);
            source.change(registry(next));
            before = next;
            reconciler.reconcile();
            whole(source.current());
            assertThat(some.work()).as("after edit %d", step).isEqualTo(all.work());
            assertThat(some.digests()).isEqualTo(all.digests());
            assertThat(some.uses()).isEqualTo(all.uses());
            some.done();
            all.done();
            noFiguresOfAbandoned(some, source.current());
            noFiguresOfAbandoned(all, source.current());
        }
    }

    private static void whole(Registry registry) {
        new RegistryReconciler(all.books, RegistrySource.fixed(registry)).reconcile();
    }

    /** As booking the noted work leaves them. */
    private static void noFiguresOfAbandoned(BasisBooks books, Registry registry) {
        for (String park : books.figuresOf("park")) {
            if (registry.enterprisesOfPark(park).isEmpty()) {
                books.books.write(tx -> tx.handle()
                        .execute(
                                "UPDATE intensity_month SET tce = NULL, ytd_tce = NULL WHERE scope = 'PARK'"
                                        + " AND subject = ?",
                                park));
            }
        }
    }

    /** Choices as they were made for another registry, most of them again. */
    private static final class Choices {
        private final Random random;
        private final List<Integer> before;
        private final List<Integer> made = new ArrayList<>();

        Choices(Random random, List<Integer> before) {
            this.random = random;
            this.before = before;
        }

        int below(int bound) {
            boolean again = made.size() < before.size() && random.nextInt(12) > 0;
            int choice = again ? before.get(made.size()) : random.nextInt(bound);
            made.add(choice);
            return choice;
        }

        boolean likely() {
            return below(4) > 0;
        }
    }

    /** Asks for the same choices in the same order, whatever they are. */
    private static Registry registry(Choices choices) {
        TestRegistry r = new TestRegistry();
        boolean[] parks = new boolean[PARKS];
        for (int i = 0; i < PARKS; i++) {
            parks[i] = choices.likely() || i == 0;
            ZoneId zone = ZONES.get(choices.below(6) == 0 ? 1 : 0);
            if (parks[i]) {
                r.park("p" + i, zone);
            }
        }
        r.set("set", "0." + (1 + choices.below(3)));
        for (int i = 0; i < ENTERPRISES; i++) {
            enterprise(r, choices, "e" + i, parks);
        }
        target(r, "of-district", choices, true, Subject.district(TestRegistry.DISTRICT));
        for (int i = 0; i < PARKS; i++) {
            target(r, "of-p" + i, choices, parks[i], Subject.park("p" + i));
        }
        return r.registry();
    }

    private static void enterprise(TestRegistry r, Choices choices, String id, boolean[] parks) {
        int park = choices.below(PARKS);
        String name = "name " + choices.below(3);
        boolean there = choices.likely();
        if (there) {
            r.enterprise(id, parks[park] ? "p" + park : "p0", name);
        }
        for (int i = 0; i < 2; i++) {
            String meter = "m" + i + "-" + id;
            boolean metered = choices.likely();
            String ratio = "" + (1 + choices.below(2));
            boolean boundary = choices.likely();
            boolean ended = !choices.likely();
            if (there && metered) {
                r.device("d-" + meter, id)
                        .point(
                                meter,
                                "d-" + meter,
                                TestRegistry.facts(ratio, boundary),
                                ended ? Instant.parse("2026-01-01T00:00:00Z") : null);
            }
        }
        for (String month : List.of("2024-12", "2025-01", "2025-02", "2026-01")) {
            boolean stated = choices.likely();
            int iva = choices.below(3);
            AllowedUse use = AllowedUse.values()[choices.below(3)];
            if (there && stated) {
                r.statistic(new MonthlyStatistic(
                        id,
                        YearMonth.parse(month),
                        new BigDecimal(iva),
                        null,
                        FigureStatus.FINAL,
                        "return",
                        use,
                        true));
            }
        }
        target(r, "of-" + id, choices, there, Subject.enterprise(id));
    }

    private static void target(TestRegistry r, String id, Choices choices, boolean there, Subject subject) {
        boolean assigned = choices.below(3) == 0;
        String percent = "-" + (1 + choices.below(3));
        if (there && assigned) {
            r.target(id, subject, percent);
        }
    }

    private static final class Source implements RegistrySource {
        private final List<Consumer<RegistryChange>> listeners = new ArrayList<>();
        private Registry current;

        Source(Registry first) {
            current = first;
        }

        void change(Registry next) {
            RegistryChange change = RegistryChange.between(1, current, next);
            current = next;
            listeners.forEach(l -> l.accept(change));
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
