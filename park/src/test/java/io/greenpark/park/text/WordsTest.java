package io.greenpark.park.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Bilingual words = new Bilingual("报文无法解析", "the payload cannot be read");

    @Test
    void a_reader_of_chinese_gets_chinese_and_everyone_else_english() {
        assertThat(words.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("报文无法解析");
        assertThat(words.in(Locale.UK)).isEqualTo("the payload cannot be read");
        assertThat(words.in(Locale.GERMANY)).isEqualTo("the payload cannot be read");
    }

    @Test
    void what_stands_in_one_language_only_stands_for_both() {
        assertThat(Bilingual.same("old")).isEqualTo(new Bilingual("old", "old"));
    }
}
