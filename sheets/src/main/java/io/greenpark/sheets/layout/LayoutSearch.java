package io.greenpark.sheets.layout;

import io.greenpark.sheets.cell.CellRange;
import io.greenpark.sheets.cell.Sheet;
import io.greenpark.sheets.cell.SheetCell;
import io.greenpark.sheets.figure.Plain;
import io.greenpark.sheets.layout.Layout.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header of somebody's own sheet: the row that says by what enterprises are known, with the rows above it that group columns and
 * those below that divide them.
 */
public final class LayoutSearch {
    private static final int FIRST_ROWS = 30;
    private static final int MOST_HEADER_ROWS = 4;
    private static final int LEAST_COLUMNS = 2;
    private static final int SHORT = 12;

    private final Sheet sheet;
    private final MergedCells merged;
    private final int columns;

    private LayoutSearch(Sheet sheet) {
        this.sheet = sheet;
        this.merged = new MergedCells(sheet);
        this.columns = sheet.rows().headMap(FIRST_ROWS + MOST_HEADER_ROWS).values().stream()
                .filter(row -> !row.cells().isEmpty())
                .mapToInt(row -> row.cells().lastKey() + 1)
                .max()
                .orElse(0);
    }

    /** The layout of a sheet; empty where no row says by what enterprises are known beside figures. */
    public static Optional<Layout> of(Sheet sheet) {
        return headed(sheet).filter(LayoutSearch::hasFigures);
    }

    /** The layout of a sheet that says by what enterprises are known, though no heading sounds like figures: a person may know which has them. */
    public static Optional<Layout> headed(Sheet sheet) {
        return new LayoutSearch(sheet).search();
    }

    private static boolean hasFigures(Layout layout) {
        return layout.columns().stream()
                .map(c -> Guess.of(c.heading(), layout.title()).role())
                .anyMatch(r -> r == Role.AMOUNT || r == Role.TOTAL);
    }

    private Optional<Layout> search() {
        int anchor = -1;
        int best = 0;
        for (int row = 0; row < FIRST_ROWS; row++) {
            int score = score(row);
            if (score > best) {
                best = score;
                anchor = row;
            }
        }
        if (anchor < 0) {
            return Optional.empty();
        }
        int first = first(anchor);
        int last = last(anchor);
        SortedMap<Integer, List<String>> words = words(first, last);
        List<Column> found = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        words.forEach((at, said) -> {
            Heading heading = Heading.of(said);
            if (!heading.key().isEmpty()) {
                // Months of one group share a key; another column of the same words is another one.
                int n = heading.monthly() ? 1 : seen.merge(heading.key(), 1, Integer::sum);
                found.add(new Column(at, n == 1 || heading.total() ? heading : heading.numbered(n)));
            }
        });
        return found.size() < LEAST_COLUMNS
                ? Optional.empty()
                : Optional.of(new Layout(sheet, first, last, found, title(first)));
    }

    /** How much a row looks like a header; 0 where it does not say by what enterprises are known. */
    private int score(int row) {
        int identifying = 0;
        int others = 0;
        for (int column = 0; column < columns; column++) {
            String plain = Plain.of(text(sheet.cell(row, column)));
            if (!plain.isEmpty() && !stands(plain)) {
                Optional<Role> role = Guess.words(plain);
                if (role.filter(Role::identifies).isPresent()) {
                    identifying++;
                } else if (role.isPresent()
                        || Heading.of(List.of(plain)).monthly()
                        || Guess.figure(plain).isPresent()) {
                    others++;
                }
            }
        }
        return identifying == 0 ? 0 : 3 * identifying + others;
    }

    /** Words with a colon say something about the sheet, such as 单位：万元, and head no column. */
    private static boolean stands(String plain) {
        return plain.contains(":") || plain.startsWith("单位") && plain.length() > 4 && plain.contains("元");
    }

    private boolean identifies(int row, int column) {
        return Guess.words(Plain.of(shown(row, column)))
                .filter(Role::identifies)
                .isPresent();
    }

    private int identifying(int row) {
        return IntStream.range(0, columns)
                .filter(c -> identifies(row, c))
                .findFirst()
                .orElse(0);
    }

    private int last(int anchor) {
        CellRange range = merged.at(anchor, identifying(anchor));
        if (range != null && range.last().row() > anchor) {
            return Math.min(range.last().row(), anchor + MOST_HEADER_ROWS - 1);
        }
        int at = identifying(anchor);
        int last = anchor;
        while (last - anchor < MOST_HEADER_ROWS - 1 && divides(last + 1, at)) {
            last++;
        }
        return last;
    }

    /** Whether a row below the header's first belongs to it: nothing under what identifies, and headings elsewhere. */
    private boolean divides(int row, int identifying) {
        if (!text(sheet.cell(row, identifying)).isEmpty()) {
            return false;
        }
        Sheet.Row cells = sheet.rows().get(row);
        return cells != null
                && cells.cells().values().stream()
                        .map(c -> Plain.of(c.text()))
                        .filter(t -> !t.isEmpty())
                        .anyMatch(t -> Heading.of(List.of(t)).monthly()
                                || Guess.figure(t).isPresent());
    }

    /** Rows right above that group columns of figures, and are no title over all of them. */
    private int first(int anchor) {
        int first = anchor;
        int at = identifying(anchor);
        while (first > 0 && anchor - first < MOST_HEADER_ROWS - 1 && groups(first - 1, at)) {
            first--;
        }
        return first;
    }

    private boolean groups(int row, int identifying) {
        if (!shown(row, identifying).isEmpty()) {
            return false;
        }
        List<Integer> said = IntStream.range(identifying + 1, columns)
                .filter(c -> {
                    String plain = Plain.of(text(sheet.cell(row, c)));
                    return !plain.isEmpty() && !stands(plain);
                })
                .boxed()
                .toList();
        // A lone long text that is not merged is a title that somebody wrote in the middle.
        return said.size() > 1
                || said.stream()
                        .anyMatch(c -> merged.at(row, c) != null
                                || text(sheet.cell(row, c)).length() <= SHORT);
    }

    /** What stands above each column, one below the other. */
    private SortedMap<Integer, List<String>> words(int first, int last) {
        SortedMap<Integer, List<String>> words = new TreeMap<>();
        for (int column = 0; column < columns; column++) {
            List<String> said = new ArrayList<>();
            for (int row = first; row <= last; row++) {
                String text = shown(row, column);
                if (text.isEmpty() && row < last && !shown(last, column).isEmpty()) {
                    text = leftOf(row, column);
                }
                if (!text.isEmpty()
                        && !stands(Plain.of(text))
                        && (said.isEmpty() || !said.get(said.size() - 1).equals(text))) {
                    said.add(text);
                }
            }
            if (!said.isEmpty()) {
                words.put(column, said);
            }
        }
        return words;
    }

    /** The group that a column belongs to though its cells are not merged: what stands next on the left, unless that heads a column itself. */
    private String leftOf(int row, int column) {
        for (int left = column - 1; left >= 0; left--) {
            String text = shown(row, left);
            if (!text.isEmpty()) {
                boolean own = identifies(row, left)
                        || Guess.words(Plain.of(text)).isPresent()
                        || merged.at(row, left) != null
                        || shown(row + 1, left).isEmpty();
                return own || stands(Plain.of(text)) ? "" : text;
            }
        }
        return "";
    }

    private List<String> title(int first) {
        List<String> title = new ArrayList<>(List.of(sheet.name()));
        sheet.rows().headMap(first).values().forEach(row -> row.cells().values().stream()
                .map(SheetCell::text)
                .filter(t -> !t.isBlank())
                .forEach(title::add));
        // Units beside groups say something of the sheet too.
        sheet.rows().subMap(first, first + MOST_HEADER_ROWS).values().forEach(row -> row.cells().values().stream()
                .map(SheetCell::text)
                .filter(t -> Plain.of(t).contains("单位:"))
                .forEach(title::add));
        return title;
    }

    /** What a cell shows, merged or not. */
    private String shown(int row, int column) {
        return text(merged.shown(row, column));
    }

    private static String text(@Nullable SheetCell cell) {
        return cell == null ? "" : cell.text().strip();
    }
}
