package io.greenpark.park.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayNameTest {
    @Test
    void a_path_is_left_out() {
        assertThat(DisplayName.of("../../etc/passwd")).isEqualTo("passwd");
        assertThat(DisplayName.of("C:\\Users\\li\\合同.pdf")).isEqualTo("合同.pdf");
        assertThat(DisplayName.of("a/b\\c.txt")).isEqualTo("c.txt");
        assertThat(DisplayName.of(".htaccess")).isEqualTo("htaccess");
    }

    @Test
    void what_cannot_be_seen_is_left_out() {
        assertThat(DisplayName.of("a\r\nSet-Cookie: x\0.pdf")).isEqualTo("a Set-Cookie: x.pdf");
        assertThat(DisplayName.of("photo\u202Egpj.exe")).isEqualTo("photogpj.exe");
        assertThat(DisplayName.of("a\u3000\u00a0 b\u200b.txt")).isEqualTo("a b.txt");
        assertThat(DisplayName.of("half \ud83d.txt")).isEqualTo("half .txt");
    }

    @Test
    void of_nothing_comes_a_name_all_the_same() {
        for (String nothing : new String[] {"", "..", "/", "a/", " . ", "\u0007"}) {
            assertThat(DisplayName.of(nothing)).as(nothing).isEqualTo("unnamed");
        }
    }

    @Test
    void a_long_name_is_cut_before_its_ending_and_no_character_is_halved() {
        String name = DisplayName.of("😀".repeat(300) + ".jpeg");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(DisplayName.MAX_LENGTH);
        assertThat(name).endsWith("😀.jpeg");
        assertThat(DisplayName.of("x".repeat(300))).hasSize(200);
    }
}
