package io.greenpark.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextTableTest {
    /** A line of a table. */
    private record Fruit(
            String name,
            long count,
            double weight,
            @Nullable Double ratio,
            String origin) {}

    private static final List<Fruit> FRUIT =
            List.of(new Fruit("apple", 1_234, 0.256, 1.5, "Yantai"), new Fruit("melon", 5, 1_200.04, null, "Hami"));

    private static final TextTable<Fruit> TABLE = new TextTable<Fruit>()
            .words("fruit", 8, Fruit::name)
            .count("count", 7, Fruit::count)
            .decimal("kg", 8, 1, Fruit::weight)
            .figure("ratio", 6, "%.2f", Fruit::ratio)
            .words("from", 0, Fruit::origin);

    @Test
    void columns_are_aligned_and_a_missing_figure_is_a_dash() {
        assertThat(TABLE.plain(FRUIT).lines())
                .containsExactly(
                        "",
                        "fruit      count       kg  ratio  from",
                        "apple      1,234      0.3   1.50  Yantai",
                        "melon          5   1200.0      -  Hami");
    }

    @Test
    void markdown_has_the_same_cells_without_padding() {
        assertThat(TABLE.markdown(FRUIT).lines())
                .containsExactly(
                        "| fruit | count | kg | ratio | from |",
                        "| --- | ---: | ---: | ---: | --- |",
                        "| apple | 1,234 | 0.3 | 1.50 | Yantai |",
                        "| melon | 5 | 1200.0 | - | Hami |");
    }

    @Test
    void conditions_are_indented_behind_their_label() {
        String text = new Conditions()
                .add("load", "%d connections,\neach once\n", 7)
                .add("server", "100 % of it")
                .toString();
        assertThat(text.lines())
                .containsExactly("load       7 connections,", "           each once", "server     100 % of it");
    }
}
