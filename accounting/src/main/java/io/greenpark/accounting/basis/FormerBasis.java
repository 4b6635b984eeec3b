package io.greenpark.accounting.basis;

import io.greenpark.config.digest.CanonicalFacts;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Books;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes over the digests that an earlier version kept. Where the facts are still those it made a digest of, the digest of
 * today takes its place and nothing else happens; where they are not, they changed. A process that dies in between finds
 * the rest next time.
 */
final class FormerBasis {
    /** What an earlier version kept per enterprise in one: members of its park, statistics, targets of all. */
    private static final String COMPARISON = "comparison:";

    private static final int DIGESTS_PER_TRANSACTION = 500;
    private static final int ENTERPRISES_PER_TRANSACTION = 50;

    private final Books books;
    private final Registry registry;
    private final RegistryDigests digests;
    private final FormerDigests former;
    private final Map<String, String> known;

    private FormerBasis(Books books, Registry registry, RegistryDigests digests, Map<String, String> known) {
        this.books = books;
        this.registry = registry;
        this.digests = digests;
        this.former = new FormerDigests(registry);
        this.known = new HashMap<>(known);
    }

    /** Returns the digests that are kept afterwards. */
    static Map<String, String> takeOver(
            Books books, Registry registry, RegistryDigests digests, Map<String, String> known) {
        if (known.entrySet().stream().noneMatch(e -> !StatisticUses.isKey(e.getKey()) && isFormer(e.getValue()))) {
            return known;
        }
        FormerBasis basis = new FormerBasis(books, registry, digests, known);
        basis.replaceShared();
        basis.replaceOwn();
        basis.replaceComparisons();
        basis.forgetComparisons();
        return basis.known;
    }

    private static boolean isFormer(String digest) {
        return !digest.isEmpty() && !CanonicalFacts.isDigest(digest);
    }

    /** What has no digest of its own yet is vouched for by that of any enterprise it was part of. */
    private void replaceShared() {
        Set<Enterprise> unchanged = new HashSet<>();
        boolean anybodyNew = false;
        for (Enterprise e : registry.facts().enterprises()) {
            String kept = known.get(COMPARISON + e.id());
            anybodyNew |= kept == null;
            if (kept != null && kept.equals(former.comparison(e))) {
                unchanged.add(e);
            }
        }
        Set<BasisKey> same = new HashSet<>();
        unchanged.forEach(e -> same.add(BasisKey.members(Subject.park(e.parkId()))));
        if (!anybodyNew) {
            same.add(BasisKey.members(Subject.district(registry.facts().districtId())));
        }
        if (!unchanged.isEmpty()) {
            registry.facts().targets().forEach(t -> same.add(BasisKey.targets(t.subject())));
        }
        same.removeIf(key -> known.containsKey(key.text()));
        write(List.copyOf(same));
    }

    private void replaceOwn() {
        List<BasisKey> same = new ArrayList<>();
        for (Point p : registry.facts().points()) {
            addIfSame(same, BasisKey.point(p.id()), p, former::point);
        }
        for (Enterprise e : registry.facts().enterprises()) {
            addIfSame(same, BasisKey.factors(e.id()), e, any -> former.coefficients());
            addIfSame(same, BasisKey.metering(e.id()), e, former::metering);
        }
        write(same);
    }

    private <T> void addIfSame(List<BasisKey> same, BasisKey key, T of, Function<T, String> digest) {
        String kept = known.get(key.text());
        if (kept != null && isFormer(kept) && kept.equals(digest.apply(of))) {
            same.add(key);
        }
    }

    private void write(List<BasisKey> same) {
        for (int i = 0; i < same.size(); i += DIGESTS_PER_TRANSACTION) {
            Map<String, String> current = current(same.subList(i, Math.min(same.size(), i + DIGESTS_PER_TRANSACTION)));
            books.write(tx -> {
                AccountBasisTable.write(tx.handle(), current);
                return true;
            });
            known.putAll(current);
        }
    }

    private Map<String, String> current(Iterable<BasisKey> keys) {
        Map<String, String> current = new LinkedHashMap<>();
        for (BasisKey key : keys) {
            String digest = digests.of(key);
            if (digest != null) {
                current.put(key.text(), digest);
            }
        }
        return current;
    }

    private void replaceComparisons() {
        List<Enterprise> some = registry.facts().enterprises().stream()
                .filter(e -> known.containsKey(COMPARISON + e.id()))
                .toList();
        for (int i = 0; i < some.size(); i += ENTERPRISES_PER_TRANSACTION) {
            replace(some.subList(i, Math.min(some.size(), i + ENTERPRISES_PER_TRANSACTION)));
        }
    }

    /** Together with what follows from another one. */
    private void replace(List<Enterprise> enterprises) {
        Map<String, String> current = new LinkedHashMap<>();
        for (Enterprise e : enterprises) {
            Set<BasisKey> statistics = new HashSet<>();
            registry.statisticsOf(e.id()).keySet().forEach(month -> statistics.add(BasisKey.statistics(e.id(), month)));
            current.putAll(current(statistics));
        }
        books.write(tx -> {
            BasisWork work = new BasisWork(tx, registry);
            for (Enterprise e : enterprises) {
                @Nullable String kept = known.get(COMPARISON + e.id());
                if (!former.comparison(e).equals(kept)) {
                    work.noteAll(e.id());
                }
                AccountBasisTable.delete(tx.handle(), COMPARISON + e.id());
            }
            AccountBasisTable.write(tx.handle(), current);
            return true;
        });
        enterprises.forEach(e -> known.remove(COMPARISON + e.id()));
        known.putAll(current);
    }

    /** Of enterprises that are gone; should one come back, its figures are computed anew. */
    private void forgetComparisons() {
        List<String> gone =
                known.keySet().stream().filter(k -> k.startsWith(COMPARISON)).toList();
        books.write(tx -> {
            gone.forEach(subject -> AccountBasisTable.delete(tx.handle(), subject));
            return true;
        });
        gone.forEach(known::remove);
    }
}
