package io.greenpark.deploy.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents in both languages: each {@code NAME.zh-CN.md} beside its {@code NAME.md}. */
class LanguagePairsTest {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final String CHINESE = ".zh-CN.md";

    /** The two of a document, relative to the checkout. */
    record Pair(Path english, Path chinese) {
        static Pair of(Path chinese) {
            String name = chinese.getFileName().toString().replace(CHINESE, ".md");
            return new Pair(chinese.resolveSibling(name), chinese);
        }
    }

    static List<Pair> pairs() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (Path folder : List.of(CHECKOUT, CHECKOUT.resolve("docs"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(f -> f.toString().endsWith(CHINESE)).map(Pair::of).forEach(pairs::add);
            }
        }
        return pairs;
    }

    /** But for the language that each asks for an answer in. */
    @ParameterizedTest
    @MethodSource("pairs")
    void both_languages_print_the_same_commands(Pair pair) throws IOException {
        assertThat(commands(pair.chinese()))
                .isEqualTo(commands(pair.english()).stream()
                        .map(command -> command.replace("Accept-Language: en", "Accept-Language: zh"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void both_languages_have_the_same_sections_and_rows_of_tables(Pair pair) throws IOException {
        assertThat(outline(pair.chinese())).isEqualTo(outline(pair.english()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void each_language_leads_to_the_other(Pair pair) throws IOException {
        assertThat(pair.english()).content().contains("(" + pair.chinese().getFileName() + ")");
        assertThat(pair.chinese()).content().contains("(" + pair.english().getFileName() + ")");
    }

    /** The one link that leads out of Chinese is the one to the document itself in English. */
    @ParameterizedTest
    @MethodSource("pairs")
    void a_chinese_document_leads_to_chinese_ones_where_there_are_any(Pair pair) throws IOException {
        String text = Files.readString(pair.chinese());
        for (Pair other : pairs()) {
            if (!other.equals(pair)) {
                Path link = pair.chinese().getParent().relativize(other.english());
                assertThat(text).doesNotContain("](" + link);
            }
        }
    }

    private static List<String> commands(Path document) throws IOException {
        return Snippet.of(document).stream()
                .map(s -> s.mark().replaceAll("^not run.*", "not run") + "\n"
                        + s.commands().replaceAll("#.*", ""))
                .toList();
    }

    private static List<String> outline(Path document) throws IOException {
        try (Stream<String> lines = Files.lines(document)) {
            return lines.filter(l -> l.matches("#+ .*|\\|.*"))
                    .map(l -> l.replaceAll("[^#|].*", ""))
                    .toList();
        }
    }
}
