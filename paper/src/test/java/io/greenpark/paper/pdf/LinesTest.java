package io.greenpark.paper.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinesTest {
    private PDDocument document;
    private PaperFont font;
    private Lines lines;

    @BeforeEach
    void open() throws IOException {
        document = new PDDocument();
        font = new PaperFont(document);
        lines = new Lines(font, Locale.CHINESE);
    }

    @AfterEach
    void close() throws IOException {
        document.close();
    }

    @Test
    void no_line_is_wider_than_told_and_nothing_is_lost() {
        String text = "氮氧化物小时均值 214.3 mg/m³，超过限值 200 mg/m³，为限值的 1.07 倍；the mean of an hour exceeds its limit.";
        List<String> broken = lines.of(text, 10, 90);
        assertThat(broken).allSatisfy(line -> assertThat(font.width(line, 10)).isLessThanOrEqualTo(90));
        assertThat(String.join("", broken).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }

    @Test
    void words_stay_whole_and_no_line_begins_with_a_comma() {
        assertThat(lines.of("exceeds its limit", 10, 45)).containsExactly("exceeds", "its limit");
        assertThat(lines.of("超标，已停", 10, 21)).noneMatch(line -> line.startsWith("，"));
    }

    @Test
    void what_fits_on_no_line_is_cut() {
        String hash = "0dac72593f631cef0f5bb80cd161bad29cbf629a";
        List<String> broken = lines.of(hash, 10, 60);
        assertThat(broken).hasSizeGreaterThan(1);
        assertThat(String.join("", broken)).isEqualTo(hash);
    }

    @Test
    void line_breaks_stay() {
        assertThat(lines.of("a\n\nb", 10, 60)).containsExactly("a", "", "b");
    }
}
