package io.greenpark.park.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class BilingualTest {
    private final Bilingual words = new Bilingual("报文无法解析", "the payload cannot be read");

    @Test
    void chinese_readers_get_chinese_and_all_others_english() {
        assertThat(words.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("报文无法解析");
        assertThat(words.in(Locale.UK)).isEqualTo("the payload cannot be read");
        assertThat(words.in(Locale.GERMANY)).isEqualTo("the payload cannot be read");
    }

    @Test
    void a_text_in_one_language_serves_both() {
        assertThat(Bilingual.same("old")).isEqualTo(new Bilingual("old", "old"));
    }
}
