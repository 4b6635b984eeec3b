package io.greenpark.deploy.app;

import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.series.IntensitySeries;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.influx.RefusedStatementException;
import io.greenpark.influx.WithheldPoints;
import io.greenpark.influx.WithheldPoints.Finding;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.registry.KeptRegistry;
import io.greenpark.registry.RegistryException;
import io.greenpark.store.books.BooksException;
import io.greenpark.store.books.BooksView;
import io.greenpark.store.loop.ExpectedFailure;
import io.greenpark.store.series.SeriesSchema;
import io.greenpark.store.series.SeriesSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Looks through an InfluxDB for figures that may not be told there, and removes them. Only reads the books, so a process may
 * run on them; that one writes nothing of the kind itself.
 */
public final class InfluxWithheld {
    private final AppConfig config;
    private final Path data;
    private final Clock clock;

    /**
     * What InfluxDB holds of one enterprise, park or district.
     *
     * @param whose such as {@code enterprise mill}
     */
    public record Held(
            String measurement, String whose, SortedSet<YearMonth> months, List<String> fields, int points) {}

    /** The registry of a change. */
    private record Kept(long change, Optional<Registry> registry) {
        static Kept of(Handle handle) {
            return new Kept(KeptRegistry.newest(handle), KeptRegistry.in(handle));
        }
    }

    public InfluxWithheld(AppConfig config, Path data, Clock clock) {
        this.config = config;
        this.data = data;
        this.clock = clock;
    }

    /**
     * What InfluxDB holds.
     *
     * @param outdated whether the registry became another one meanwhile, so that something else may be told by now
     */
    public record Looked(List<Held> held, boolean outdated) {}

    /**
     * What there is by the registry as it is now; with {@code remove} it is gone when this returns.
     *
     * @throws AppStartException if the books cannot be read or InfluxDB refuses
     */
    public Looked look(boolean remove) throws AppStartException {
        try {
            Kept kept = read(Kept::of);
            Registry registry = kept.registry().orElseThrow(() -> noRegistry(data));
            List<SeriesSource> sources =
                    Accounts.series(RegistrySource.fixed(registry), new Disclosures(config.statistics()), clock);
            try (WithheldPoints withheld = new WithheldPoints(config.influx(), sources, this::read, clock)) {
                List<Finding> findings = withheld.find();
                List<Held> held = findings.stream().map(f -> held(registry, f)).toList();
                if (remove) {
                    withheld.remove(findings);
                }
                return new Looked(held, read(KeptRegistry::newest) != kept.change());
            }
        } catch (BooksException | RegistryException | RefusedStatementException | ExpectedFailure e) {
            throw new AppStartException(String.valueOf(e.getMessage()), e);
        }
    }

    private static BooksException noRegistry(Path data) {
        return new BooksException("--data \"" + data + "\" has no registry yet; start Greenpark on it first");
    }

    private <T> T read(Function<Handle, T> work) {
        return BooksView.read(data, config.books(), work);
    }

    /** Who left the registry is called by what it was. */
    private static Subject whose(Registry registry, Finding f) {
        return IntensitySeries.subject(registry, f.subject())
                .orElseGet(() -> f.series().subjectTag().equals(SeriesSchema.TAG_ENTERPRISE)
                        ? Subject.enterprise(f.subject())
                        : Subject.park(f.subject()));
    }

    private Held held(Registry registry, Finding f) {
        Subject subject = f.series().dated()
                ? whose(registry, f)
                : read(handle -> CaseBook.find(handle, f.subject()))
                        .map(c -> c.about())
                        .orElseGet(() -> Subject.enterprise(f.subject()));
        SortedSet<YearMonth> months = new TreeSet<>();
        f.timesMs().forEach(time -> months.add(subject.time(registry).monthOf(Instant.ofEpochMilli(time))));
        String whose = subject.scope().name().toLowerCase(Locale.ROOT) + " " + subject.id();
        return new Held(
                f.series().measurement(),
                whose,
                months,
                List.copyOf(f.fields()),
                f.timesMs().size());
    }
}
