package io.greenpark.accounting.basis;

import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryDifference;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Mark;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Marks months of which something else may be told and judged since a statistic is allowed another use. The figures in the
 * books stay as they are, so recomputing alone would mark nothing. The uses are kept as text by enterprise; where none are
 * kept, as in books of an earlier version, they are noted and nothing is marked.
 */
final class StatisticUses {
    private static final String KEY = "use:";
    private static final int MARKS_PER_TRANSACTION = 1_000;
    private static final int KEYS_PER_TRANSACTION = 200;

    private StatisticUses() {}

    /** A kept month of an enterprise, a park or the district. */
    record SubjectMonth(String subject, long monthMs) {}

    /** How the uses of an enterprise's statistics are kept. */
    static String key(String enterprise) {
        return KEY + enterprise;
    }

    static boolean isKey(String text) {
        return text.startsWith(KEY);
    }

    /** The enterprises of which a difference may have changed uses. */
    static Set<String> enterprises(RegistryDifference difference) {
        Set<String> enterprises = new LinkedHashSet<>(difference.ids(DocumentKind.ENTERPRISE));
        difference.ids(DocumentKind.STATISTIC).forEach(id -> enterprises.add(id.substring(0, id.lastIndexOf(':'))));
        enterprises.removeIf(id -> difference.now().enterprise(id).isEmpty());
        return enterprises;
    }

    /** @param known the digests beside the books, at least those of these enterprises */
    static void markChanged(Books books, Registry registry, Collection<String> enterprises, Map<String, String> known) {
        Map<String, String> changed = new TreeMap<>();
        for (String enterprise : enterprises) {
            Map<YearMonth, AllowedUse> now = guarded(registry, enterprise);
            String was = known.get(key(enterprise));
            if (!text(now).equals(was)) {
                changed.put(key(enterprise), text(now));
                first(now, was)
                        .ifPresent(month -> mark(
                                books,
                                enterprise,
                                registry.timeOf(enterprise).startOf(month).toEpochMilli()));
            }
        }
        keep(books, List.copyOf(changed.entrySet()));
    }

    /** After the marks: after a crash in between, they are found changed again. */
    private static void keep(Books books, List<Map.Entry<String, String>> changed) {
        for (int i = 0; i < changed.size(); i += KEYS_PER_TRANSACTION) {
            Map<String, String> some = new TreeMap<>();
            changed.subList(i, Math.min(changed.size(), i + KEYS_PER_TRANSACTION))
                    .forEach(e -> some.put(e.getKey(), e.getValue()));
            books.write(tx -> {
                AccountBasisTable.write(tx.handle(), some);
                return true;
            });
        }
    }

    /** Uses other than the usual one. */
    private static Map<YearMonth, AllowedUse> guarded(Registry registry, String enterprise) {
        return registry.statisticsOf(enterprise).values().stream()
                .filter(s -> s.allowedUse() != AllowedUse.JUDGE)
                .collect(Collectors.toMap(MonthlyStatistic::month, MonthlyStatistic::allowedUse));
    }

    private static String text(Map<YearMonth, AllowedUse> uses) {
        return new TreeMap<>(uses)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" "));
    }

    /** The first month of another use than before; empty if nothing is known of before. */
    private static Optional<YearMonth> first(Map<YearMonth, AllowedUse> now, @Nullable String was) {
        if (was == null) {
            return Optional.empty();
        }
        Map<String, String> before = words(was);
        Map<String, String> after = words(text(now));
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(month -> !before.getOrDefault(month, "").equals(after.getOrDefault(month, "")))
                .map(YearMonth::parse)
                .min(YearMonth::compareTo);
    }

    private static Map<String, String> words(String text) {
        return Stream.of(text.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toMap(w -> w.substring(0, w.indexOf('=')), w -> w));
    }

    /** With its park and the district all other parks, as one of them may have been kept back for its sake. */
    private static void mark(Books books, String enterprise, long fromMs) {
        List<SubjectMonth> months = books.read(handle -> months(handle, enterprise, fromMs));
        for (int i = 0; i < months.size(); i += MARKS_PER_TRANSACTION) {
            List<SubjectMonth> some = months.subList(i, Math.min(months.size(), i + MARKS_PER_TRANSACTION));
            books.write(tx -> {
                some.forEach(m -> tx.marks().mark(Mark.Kind.INTENSITY_MONTH, m.subject(), m.monthMs()));
                return true;
            });
        }
    }

    /** From the month on all, since later ones are compared with it. */
    private static List<SubjectMonth> months(Handle handle, String enterprise, long fromMs) {
        return handle.createQuery("SELECT DISTINCT subject, month_ms FROM intensity_month WHERE month_ms >= :from"
                        + " AND (scope <> 'ENTERPRISE' OR subject = :enterprise) ORDER BY subject, month_ms")
                .bind("from", fromMs)
                .bind("enterprise", enterprise)
                .map(ConstructorMapper.of(SubjectMonth.class))
                .list();
    }
}
