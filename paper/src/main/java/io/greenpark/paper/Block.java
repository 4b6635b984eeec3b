package io.greenpark.paper;

import java.util.List;

/** One thing after another of what stands on paper. */
public sealed interface Block {
    /**
     * A heading; it never stands alone at the foot of a page.
     *
     * @param level 1 for parts of the document, 2 for parts of those
     */
    record Heading(int level, String text) implements Block {
        public Heading {
            if (level < 1 || level > 2) {
                throw new IllegalArgumentException("headings have level 1 or 2, not " + level);
            }
        }
    }

    /** Running text; line breaks stay. */
    record Paragraph(String text) implements Block {}

    /** The same smaller and paler: what is to be known about what stands above. */
    record Note(String text) implements Block {}

    /** Names with what they are, one below the other. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** One of them. */
    record Fact(String name, String value) {}

    /**
     * A table. Its head is printed again on every page it goes on to; a row that is longer than a page goes on, too.
     *
     * @param rows each with as many cells as there are columns
     */
    record Table(List<Column> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "a row has " + row.size() + " cells, the table " + columns.size() + " columns");
                }
            }
        }
    }

    /**
     * A column of a table.
     *
     * @param weight how wide it is beside the others
     * @param figures whether it holds figures, which stand to the right
     */
    record Column(String title, int weight, boolean figures) {
        public static Column text(String title, int weight) {
            return new Column(title, weight, false);
        }

        public static Column figures(String title, int weight) {
            return new Column(title, weight, true);
        }
    }

    /** A figure over time. */
    record Chart(TimeChart chart) implements Block {}
}
