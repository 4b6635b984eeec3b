package io.greenpark.accounting.basis;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.Mark;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/** Books with figures of everything in a registry, and the work that is noted in them. */
final class BasisBooks implements AutoCloseable {
    /** Every enterprise, park and district has figures from here on. */
    static final String FIRST = "2024-11";

    private static final String CONSUMER = "test";
    private static final List<String> TABLES = List.of(
            "account_basis",
            "account_work",
            "account_intensity_work",
            "energy_hour_point",
            "energy_hour",
            "energy_month",
            "intensity_month");

    final Books books;

    BasisBooks(Path folder) {
        books = BooksKind.SQLITE.fresh(folder).open(Clock.systemUTC());
        books.write(tx -> {
            tx.marks().subscribe(CONSUMER, Set.of(Mark.Kind.ENERGY_HOUR, Mark.Kind.ENERGY_DAY, Mark.Kind.ENERGY_MONTH));
            return true;
        });
    }

    static long month(String month) {
        return ParkTime.shanghai().startOf(YearMonth.parse(month)).toEpochMilli();
    }

    /** All that is kept of a registry's subjects; parks without enterprises have no figures. */
    BasisBooks figures(Registry registry) {
        long first = month(FIRST);
        books.write(tx -> {
            for (Point p : registry.facts().points()) {
                tx.handle()
                        .execute(
                                "INSERT INTO energy_hour_point (point, hour_ms, amount, covered_ms, quality, booked_ms)"
                                        + " VALUES (?, ?, 1, 1, 'MEASURED', 0)",
                                p.id(),
                                first);
            }
            for (Enterprise e : registry.facts().enterprises()) {
                energy(tx.handle(), "energy_month", e.id(), first);
                energy(tx.handle(), "energy_hour", e.id(), first);
                intensity(tx.handle(), Subject.enterprise(e.id()), first);
            }
            for (Park p : registry.facts().parks()) {
                if (!registry.enterprisesOfPark(p.id()).isEmpty()) {
                    intensity(tx.handle(), Subject.park(p.id()), first);
                }
            }
            intensity(tx.handle(), Subject.district(registry.facts().districtId()), first);
            return true;
        });
        return this;
    }

    private static void energy(Handle handle, String table, String enterprise, long startMs) {
        handle.execute(
                "INSERT INTO " + table + " (enterprise, carrier, start_ms, amount, covered_ms, estimated, corrected)"
                        + " VALUES (?, 'ELECTRICITY', ?, 1, 1, 0, 0)",
                enterprise,
                startMs);
    }

    static void intensity(Handle handle, Subject subject, long monthMs) {
        handle.execute(
                "INSERT INTO intensity_month (scope, subject, basis, month_ms, tce, ytd_tce, status, computed_ms)"
                        + " VALUES (?, ?, 'EQUIVALENT', ?, '1.5', '3', 'FINAL', 0)",
                subject.scope().name(),
                subject.id(),
                monthMs);
    }

    /** What is to be done: intensities as they are kept, with their first month; "hours of ..." and "mark of ...". */
    Map<String, Long> work() {
        return books.read(handle -> {
            Map<String, Long> work = new TreeMap<>();
            handle.createQuery("SELECT enterprise, min(month_ms) AS m FROM account_intensity_work GROUP BY enterprise")
                    .map((row, context) -> work.put(row.getString("enterprise"), row.getLong("m")))
                    .list();
            handle.createQuery("SELECT point, min(from_ms) AS m FROM account_work GROUP BY point")
                    .map((row, context) -> work.put("hours of " + row.getString("point"), row.getLong("m")))
                    .list();
            books.ports(handle)
                    .marks()
                    .pending(CONSUMER, Set.of(Mark.Kind.ENERGY_HOUR, Mark.Kind.ENERGY_MONTH), 10_000)
                    .forEach(m -> work.put(m.kind() + " of " + m.subject(), m.startMs()));
            return work;
        });
    }

    /** As if all work were done. */
    BasisBooks done() {
        books.write(tx -> {
            tx.handle().execute("DELETE FROM account_work");
            tx.handle().execute("DELETE FROM account_intensity_work");
            tx.marks()
                    .done(
                            CONSUMER,
                            tx.marks()
                                    .pending(CONSUMER, Set.of(Mark.Kind.ENERGY_HOUR, Mark.Kind.ENERGY_MONTH), 10_000));
            return true;
        });
        return this;
    }

    BasisBooks empty() {
        done();
        books.write(tx -> {
            TABLES.forEach(table -> tx.handle().execute("DELETE FROM " + table));
            return true;
        });
        return this;
    }

    /** The ids of one scope of which something is known. */
    List<String> figuresOf(String scope) {
        return books.read(
                handle -> handle.createQuery("SELECT DISTINCT subject FROM intensity_month WHERE scope = upper(:scope)"
                                + " AND (tce IS NOT NULL OR ytd_tce IS NOT NULL)")
                        .bind("scope", scope)
                        .mapTo(String.class)
                        .list());
    }

    /** Of the facts that figures rest on. */
    Map<String, String> digests() {
        return kept("NOT LIKE");
    }

    /** Of the uses that statistics are allowed, which change no figure. */
    Map<String, String> uses() {
        return kept("LIKE");
    }

    private Map<String, String> kept(String like) {
        return new TreeMap<>(books.<Map<String, String>, RuntimeException>read(handle -> handle.createQuery(
                        "SELECT subject, digest FROM account_basis WHERE subject " + like + " 'use:%'")
                .setMapKeyColumn("subject")
                .setMapValueColumn("digest")
                .collectInto(new GenericType<Map<String, String>>() {})));
    }

    void keep(Map<String, String> digests) {
        books.write(tx -> {
            AccountBasisTable.write(tx.handle(), digests);
            return true;
        });
    }

    @Override
    public void close() {
        books.close();
    }
}
