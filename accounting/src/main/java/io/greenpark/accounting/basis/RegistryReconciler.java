package io.greenpark.accounting.basis;

import io.greenpark.accounting.basis.BasisKey.Kind;
import io.greenpark.accounting.energy.EnergyFigures;
import io.greenpark.accounting.work.IntensityWork;
import io.greenpark.accounting.work.IntensityWorkTable;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryDifference;
import io.greenpark.park.registry.RegistryFollower;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a changed registry changes in the books, also across restarts: digests of the facts each figure rests on
 * are kept beside the books. At first all are compared, later those that the changed documents have a part in, a portion at
 * a time, so that an edit that many figures rest on never holds bookings up for long. Changed facts of a point rebook all
 * its hours; changed members, statistics, targets, metering or coefficients recompute intensities, and changed coefficients
 * mark every figure stated in standard coal. Used by one thread.
 */
public final class RegistryReconciler {
    private static final int KEYS_PER_TRANSACTION = 100;
    private static final int MARKS_PER_TRANSACTION = 1_000;
    private static final String NOTHING = "";

    private final Books books;
    private final RegistryFollower follower;
    /** What changed documents may have changed and was not compared yet: a process that dies before compares all. */
    private final Set<BasisKey> waiting = new LinkedHashSet<>();

    private volatile boolean unfinished;
    private @Nullable RegistryDigests digests;

    public RegistryReconciler(Books books, RegistrySource source) {
        this.books = books;
        this.follower = new RegistryFollower(source);
    }

    /** Whether there is a registry that was not looked at yet, or not at all of it. Any thread. */
    public boolean pending() {
        return follower.pending() || unfinished;
    }

    /** Notes a portion of the work that the current registry makes; false if there is none. */
    public boolean reconcile() {
        boolean looked = follower.follow(this::look);
        boolean compared = compareSome();
        unfinished = !waiting.isEmpty();
        return looked || compared;
    }

    private void look(RegistryDifference difference) {
        if (difference.whole()) {
            reconcileAll(difference.now());
        } else {
            gather(difference);
        }
    }

    private void reconcileAll(Registry registry) {
        RegistryDigests digests = new RegistryDigests(registry);
        Map<String, String> known = FormerBasis.takeOver(books, registry, digests, books.read(AccountBasisTable::load));
        Set<BasisKey> keys = AffectedBasis.all(registry);
        // What is kept of things that are gone may have to change the figures of others.
        known.keySet().forEach(text -> BasisKey.ofText(text).ifPresent(keys::add));
        noteChanged(digests, keys, known);
        List<String> enterprises =
                registry.facts().enterprises().stream().map(Enterprise::id).toList();
        StatisticUses.markChanged(books, registry, enterprises, known);
        recomputeAbandonedParks(registry);
    }

    private void gather(RegistryDifference difference) {
        Registry now = difference.now();
        Set<String> touched = StatisticUses.enterprises(difference);
        List<String> uses = touched.stream().map(StatisticUses::key).toList();
        Set<BasisKey> keys = AffectedBasis.of(difference);
        Map<String, String> known = books.read(handle -> {
            AffectedBasis.newcomers(difference)
                    .forEach(enterprise -> keys.addAll(AccountBasisTable.statistics(handle, enterprise)));
            return AccountBasisTable.load(handle, uses);
        });
        StatisticUses.markChanged(books, now, touched, known);
        digests = new RegistryDigests(now);
        unfinished = true;
        waiting.addAll(keys);
    }

    private boolean compareSome() {
        if (waiting.isEmpty() || digests == null) {
            return false;
        }
        List<BasisKey> some = waiting.stream().limit(KEYS_PER_TRANSACTION).toList();
        Map<String, String> known = books.read(handle ->
                AccountBasisTable.load(handle, some.stream().map(BasisKey::text).toList()));
        noteChanged(digests, some, known);
        some.forEach(waiting::remove);
        return true;
    }

    /**
     * Facts that are others.
     *
     * @param were the digest kept; empty where there were none
     * @param are the digest now; empty where there are none
     */
    private record Changed(BasisKey key, String were, String are) {}

    private void noteChanged(RegistryDigests digests, Collection<BasisKey> keys, Map<String, String> known) {
        List<Changed> changed = new ArrayList<>();
        for (BasisKey key : keys) {
            String were = known.getOrDefault(key.text(), NOTHING);
            String are = digests.of(key);
            if (are != null && !are.equals(were)) {
                changed.add(new Changed(key, were, are));
            }
        }
        for (int i = 0; i < changed.size(); i += KEYS_PER_TRANSACTION) {
            note(digests.registry(), changed.subList(i, Math.min(changed.size(), i + KEYS_PER_TRANSACTION)));
        }
    }

    /** The digests are written last, with the work: after a crash in between, the rest is found changed again. */
    private void note(Registry registry, List<Changed> changed) {
        changed.stream()
                .filter(c -> c.key().kind() == Kind.FACTORS && !c.were().isEmpty())
                .forEach(c -> markFigures(c.key().enterprise()));
        books.write(tx -> {
            BasisWork work = new BasisWork(tx, registry);
            changed.forEach(
                    c -> work.note(c.key(), !c.were().isEmpty(), !c.are().isEmpty()));
            AccountBasisTable.write(
                    tx.handle(),
                    changed.stream()
                            .collect(Collectors.toMap(
                                    c -> c.key().text(), Changed::are, (a, b) -> b, LinkedHashMap::new)));
            return true;
        });
    }

    private void markFigures(String enterprise) {
        markAll(enterprise, Step.HOUR, Mark.Kind.ENERGY_HOUR);
        markAll(enterprise, Step.DAY, Mark.Kind.ENERGY_DAY);
        markAll(enterprise, Step.MONTH, Mark.Kind.ENERGY_MONTH);
    }

    private void markAll(String enterprise, Step step, Mark.Kind kind) {
        List<Long> some = starts(enterprise, step, Long.MIN_VALUE);
        while (!some.isEmpty()) {
            List<Long> marked = some;
            books.write(tx -> {
                tx.marks().mark(kind, enterprise, marked);
                return true;
            });
            some = starts(enterprise, step, marked.get(marked.size() - 1));
        }
    }

    private List<Long> starts(String enterprise, Step step, long afterMs) {
        return books.read(handle -> EnergyFigures.starts(handle, step, enterprise, afterMs, MARKS_PER_TRANSACTION));
    }

    /** Parks without enterprises whose figures were kept before members had digests: they have none any more. */
    private void recomputeAbandonedParks(Registry registry) {
        List<Subject> abandoned = books.read(FirstMonths::parks).stream()
                .filter(park -> registry.enterprisesOfPark(park).isEmpty())
                .map(Subject::park)
                .toList();
        if (abandoned.isEmpty()) {
            return;
        }
        books.write(tx -> {
            FirstMonths months = new FirstMonths(tx.handle());
            for (Subject park : abandoned) {
                Optional<Long> first = months.ofKnown(park);
                first.ifPresent(month -> IntensityWorkTable.note(tx.handle(), IntensityWork.alone(park), month));
            }
            return true;
        });
    }
}
