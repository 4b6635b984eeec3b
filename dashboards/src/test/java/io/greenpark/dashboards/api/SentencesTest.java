package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said to people here is said in both languages: a refusal cannot be made without Chinese, nor with English in its place. */
class SentencesTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final String PAIR = "new Bilingual(";
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,} [a-z]{2,}");
    /** A text for both languages that is made of words. */
    private static final Pattern SAME = Pattern.compile("Bilingual\\s*\\.same\\(\\s*\"[^\"]*[\\p{IsHan}a-z]");

    @Test
    void a_problem_is_made_of_both_languages_only() {
        List<Method> makers = Arrays.stream(Problem.class.getDeclaredMethods())
                .filter(m -> m.getReturnType() == Problem.class)
                .toList();
        assertThat(makers).hasSizeGreaterThan(3);
        assertThat(makers).allSatisfy(m -> assertThat(m.getParameterTypes()).doesNotContain(String.class));
        assertThat(Problem.class.getDeclaredConstructors())
                .allSatisfy(c -> assertThat(c.getParameterTypes()).doesNotContain(String.class));
    }

    @Test
    void the_first_of_a_pair_is_chinese_and_the_second_english() throws IOException {
        int pairs = 0;
        for (Path file : sources()) {
            String text = Files.readString(file);
            for (int at = text.indexOf(PAIR); at >= 0; at = text.indexOf(PAIR, at + 1)) {
                List<String> said = literals(text, at + PAIR.length());
                String where = file.getFileName() + ": " + said;
                assertThat(said).as(where).hasSize(2);
                assertThat(HAN.matcher(said.get(1)).find()).as(where).isFalse();
                if (ENGLISH.matcher(said.get(1)).find()) {
                    assertThat(HAN.matcher(said.get(0)).find()).as(where).isTrue();
                    pairs++;
                }
            }
        }
        assertThat(pairs).isGreaterThan(100);
    }

    @Test
    void words_of_one_language_do_not_stand_for_both() throws IOException {
        for (Path file : sources()) {
            Matcher same = SAME.matcher(Files.readString(file));
            assertThat(same.find()).as(file.toString()).isFalse();
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** What stands in quotation marks in each argument of the call whose arguments begin here. */
    private static List<String> literals(String text, int begin) {
        List<String> arguments = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        int depth = 0;
        for (int i = begin; depth >= 0; i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                int end = endOfLiteral(text, i);
                said.append(text, i + 1, end);
                i = end;
            } else if (c == '(' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}') {
                depth--;
            }
            if (depth < 0 || depth == 0 && c == ',') {
                arguments.add(said.toString());
                said.setLength(0);
            }
        }
        return arguments;
    }

    private static int endOfLiteral(String text, int begin) {
        int end = begin + 1;
        while (text.charAt(end) != text.charAt(begin)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return end;
    }
}
