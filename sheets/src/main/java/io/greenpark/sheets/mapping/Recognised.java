package io.greenpark.sheets.mapping;

import io.greenpark.sheets.cell.Book;
import io.greenpark.sheets.layout.Layout;
import io.greenpark.sheets.layout.LayoutSearch;
import io.greenpark.sheets.mapping.SheetMapping.ColumnUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sheets of a file with one header, and what is known of it.
 *
 * @param layouts one per sheet
 * @param fitting the mappings of that very header
 * @param chosen the one that the sheets are read by; null where none fits, or several do and nobody chose
 * @param like the mapping whose header comes nearest, where none fits; null where none is near
 */
public record Recognised(
        List<Layout> layouts,
        List<KeptMapping> fitting,
        @Nullable KeptMapping chosen,
        @Nullable Like like) {
    private static final double NEAR = 0.3;

    public Recognised {
        layouts = List.copyOf(layouts);
        fitting = List.copyOf(fitting);
    }

    /**
     * A mapping of another header.
     *
     * @param added headings that it does not know
     * @param missing headings that it knows and that are not there
     */
    public record Like(KeptMapping mapping, List<String> added, List<String> missing, double nearness) {
        public Like {
            added = List.copyOf(added);
            missing = List.copyOf(missing);
        }
    }

    /**
     * The sheets of a file.
     *
     * @param read them by header
     * @param unread names of sheets without a header that can be found
     */
    public record Sheets(List<Recognised> read, List<String> unread) {
        public Sheets {
            read = List.copyOf(read);
            unread = List.copyOf(unread);
        }
    }

    /**
     * What is known of the sheets of a file.
     *
     * @param wanted ids of mappings that somebody chose where several fit
     */
    public static Sheets of(Book book, List<KeptMapping> kept, Set<String> wanted) {
        Set<String> known = kept.stream().map(k -> k.mapping().fingerprint()).collect(Collectors.toSet());
        // Headings that nobody could guess are mapped by hand: where a person did so already, or the file has no
        // others.
        boolean guessed =
                book.sheets().stream().anyMatch(s -> LayoutSearch.of(s).isPresent());
        Map<String, List<Layout>> byHeader = new LinkedHashMap<>();
        List<String> unread = new ArrayList<>();
        book.sheets().forEach(sheet -> {
            Optional<Layout> layout = LayoutSearch.of(sheet)
                    .or(() -> LayoutSearch.headed(sheet).filter(l -> !guessed || known.contains(l.fingerprint())));
            layout.ifPresent(l -> byHeader.computeIfAbsent(l.fingerprint(), f -> new ArrayList<>())
                    .add(l));
            if (layout.isEmpty() && !sheet.rows().isEmpty()) {
                unread.add(sheet.name());
            }
        });
        List<Recognised> read = new ArrayList<>();
        byHeader.forEach((fingerprint, layouts) -> read.add(of(fingerprint, layouts, kept, wanted)));
        return new Sheets(read, unread);
    }

    private static Recognised of(String fingerprint, List<Layout> layouts, List<KeptMapping> kept, Set<String> wanted) {
        List<KeptMapping> fitting = kept.stream()
                .filter(k -> k.mapping().fingerprint().equals(fingerprint))
                .toList();
        KeptMapping chosen = fitting.size() == 1
                ? fitting.get(0)
                : fitting.stream()
                        .filter(k -> wanted.contains(k.id()))
                        .findFirst()
                        .orElse(null);
        Like like = fitting.isEmpty()
                ? kept.stream()
                        .map(k -> like(layouts.get(0), k))
                        .filter(l -> l.nearness() >= NEAR)
                        .max(Comparator.comparingDouble(Like::nearness))
                        .orElse(null)
                : null;
        return new Recognised(layouts, fitting, chosen, like);
    }

    private static Like like(Layout layout, KeptMapping kept) {
        List<String> known =
                kept.mapping().columns().stream().map(ColumnUse::heading).toList();
        List<String> added =
                layout.keys().stream().filter(k -> !known.contains(k)).toList();
        List<String> missing =
                known.stream().filter(k -> !layout.keys().contains(k)).toList();
        Set<String> all = new HashSet<>(known);
        all.addAll(layout.keys());
        double both = known.size() - missing.size();
        return new Like(kept, added, missing, all.isEmpty() ? 0 : both / all.size());
    }
}
