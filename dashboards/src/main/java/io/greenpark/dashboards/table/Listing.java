package io.greenpark.dashboards.table;

import io.greenpark.park.text.Bilingual;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows with their columns, of which a reader asks for a part.
 *
 * @param title what the rows are
 * @param id of a row, the same at every asking
 * @param rows in their usual order
 */
public record Listing<T>(Bilingual title, List<Column<T>> columns, Function<T, String> id, List<T> rows) {
    /** Codes of all columns. */
    public List<String> codes() {
        return columns.stream().map(Column::code).toList();
    }

    /** A column by its code. */
    public Optional<Column<T>> column(String code) {
        return columns.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** Those that are asked for. */
    public Listing<T> filter(Predicate<T> asked) {
        return of(rows.stream().filter(asked).toList());
    }

    /** Those that have every word of a search somewhere, whatever case its letters have. */
    public Listing<T> search(String words, Locale language) {
        List<String> wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return of(rows.stream()
                .filter(row -> {
                    String all = text(row, language);
                    return wanted.stream().allMatch(all::contains);
                })
                .toList());
    }

    /** Names are found in either language. */
    private String text(T row, Locale language) {
        StringBuilder text = new StringBuilder();
        for (Column<T> column : columns) {
            Cell cell = column.value().apply(row);
            if (cell instanceof Cell.Words words) {
                text.append(words.words().zh())
                        .append('\n')
                        .append(words.words().en());
            } else if (cell != null) {
                text.append(cell.text(language));
            }
            text.append('\n');
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    /** The same in an order of one of its columns; rows that are alike there keep their usual order. */
    public Listing<T> sort(Order order, Locale language) {
        Column<T> column = column(order.column()).orElseThrow();
        Comparator<@Nullable Cell> cells = order.cells(language);
        List<Keyed<T>> keyed = new ArrayList<>();
        rows.forEach(row -> keyed.add(new Keyed<>(column.value().apply(row), row)));
        keyed.sort((a, b) -> cells.compare(a.key, b.key));
        return of(keyed.stream().map(Keyed::row).toList());
    }

    private record Keyed<T>(@Nullable Cell key, T row) {}

    /** Only these columns, in this order. */
    public Listing<T> choose(List<String> codes) {
        return new Listing<>(
                title, codes.stream().map(code -> column(code).orElseThrow()).toList(), id, rows);
    }

    /**
     * A page of the rows.
     *
     * @param next id of the last of these rows, to go on after; null if there are no more
     */
    public record Page<T>(List<T> rows, @Nullable String next) {}

    /**
     * A page of at most {@code limit} rows.
     *
     * @param after id of the row that the page before ended with; null for the first page
     * @return empty if there is no such row any more
     */
    public Optional<Page<T>> page(@Nullable String after, int limit) {
        int from = 0;
        if (after != null) {
            from = 1 + indexOf(after);
            if (from == 0) {
                return Optional.empty();
            }
        }
        int to = Math.min(rows.size(), from + limit);
        String next = to < rows.size() ? id.apply(rows.get(to - 1)) : null;
        return Optional.of(new Page<>(rows.subList(from, to), next));
    }

    private int indexOf(String wanted) {
        for (int i = 0; i < rows.size(); i++) {
            if (Objects.equals(id.apply(rows.get(i)), wanted)) {
                return i;
            }
        }
        return -1;
    }

    private Listing<T> of(List<T> others) {
        return new Listing<>(title, columns, id, others);
    }
}
