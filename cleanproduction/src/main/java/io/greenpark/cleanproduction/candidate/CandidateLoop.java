package io.greenpark.cleanproduction.candidate;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks through the books for candidates, at each enterprise once a day. Used by one thread. */
public final class CandidateLoop {
    private final Books books;
    private final RegistrySource registry;
    private final CandidateFinder finder;
    private final Clock clock;

    public CandidateLoop(Books books, RegistrySource registry, CandidateFinder finder, Clock clock) {
        this.books = books;
        this.registry = registry;
        this.finder = finder;
        this.clock = clock;
    }

    /** Looks at one enterprise; returns whether there may be more to do at once. */
    public boolean step() {
        Registry current = registry.current();
        Instant now = clock.instant();
        Map<String, Instant> looks = books.read(CandidateTable::looks);
        List<String> gone = looks.keySet().stream()
                .filter(id -> current.enterprise(id).isEmpty())
                .toList();
        if (!gone.isEmpty()) {
            books.write(tx -> {
                gone.forEach(id -> CandidateTable.forget(tx.handle(), id));
                return true;
            });
        }
        Optional<Enterprise> next = current.facts().enterprises().stream()
                .filter(e -> isDue(current, e, looks.get(e.id()), now))
                .findFirst();
        next.ifPresent(enterprise -> {
            List<Candidate> found = finder.of(current, enterprise, now);
            books.write(tx -> {
                CandidateTable.looked(tx.handle(), enterprise.id(), now, found);
                return true;
            });
        });
        return next.isPresent();
    }

    private static boolean isDue(Registry registry, Enterprise enterprise, @Nullable Instant looked, Instant now) {
        LocalDate today = registry.parkOf(enterprise).time().dayOf(now);
        return looked == null
                || registry.parkOf(enterprise).time().dayOf(looked).isBefore(today);
    }
}
