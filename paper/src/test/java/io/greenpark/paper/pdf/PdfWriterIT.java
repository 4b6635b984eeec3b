package io.greenpark.paper.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.paper.Block.Column;
import io.greenpark.paper.Block.Paragraph;
import io.greenpark.paper.Block.Table;
import io.greenpark.paper.Paper;
import io.greenpark.paper.SamplePaper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs find in the papers that are written. */
class PdfWriterIT {
    private static final Path KEPT = Path.of("target", "papers");

    @TempDir
    Path folder;

    private Path written(Paper paper, String name) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, PdfWriter.bytes(paper));
        return file;
    }

    @Test
    void chinese_and_english_can_be_copied_with_their_signs_and_a_hash_is_whole_on_one_line() throws IOException {
        String text = Poppler.text(written(SamplePaper.of(Locale.CHINESE, 10), "a.pdf"));
        assertThat(text)
                .contains("预警事件案卷 Dossier of a case")
                .contains("YJ-2026-0012")
                .contains("≤ 200 mg/m³, ±5 ℃, 3 µg/m³, −3.20 %")
                .contains("1 000 m²")
                .contains("企业已答复：脱硝系统喷枪堵塞")
                .contains("张喆、王堃、陈垟")
                .contains(SamplePaper.HASH)
                .contains("第 1 页，共 1 页");
    }

    @Test
    void the_font_goes_along_cut_to_what_is_used() throws IOException {
        Path pdf = written(SamplePaper.of(Locale.ENGLISH, 10), "a.pdf");
        assertThat(Poppler.fonts(pdf).lines().skip(2))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).contains("NotoSansSC").containsPattern("yes +yes +yes"));
        assertThat(Files.size(pdf)).isLessThan(80_000);
        assertThat(Poppler.about(pdf)).contains("预警事件案卷").contains("Greenpark").contains("A4");
    }

    @Test
    void a_table_goes_on_over_pages_with_its_head_on_each() throws IOException {
        Path pdf = written(SamplePaper.of(Locale.ENGLISH, 120), "long.pdf");
        String[] pages = Poppler.text(pdf).split("\f");
        assertThat(pages).hasSizeGreaterThan(2);
        for (int i = 1; i < pages.length; i++) {
            assertThat(pages[i])
                    .contains("时段 Period")
                    .contains("Page " + (i + 1) + " of " + pages.length)
                    .contains("预警事件案卷 YJ-2026-0012");
        }
        assertThat(String.join("", pages)).contains("第 0 小时").contains("第 119 小时");
        Files.createDirectories(KEPT);
        Poppler.draw(pdf, KEPT.resolve("long"));
        assertThat(KEPT.resolve("long-1.png")).exists();
    }

    @Test
    void a_cell_longer_than_a_page_is_printed_to_its_end() throws IOException {
        String words = "整改情况说明".repeat(900) + "完毕";
        Paper paper = new Paper(
                "T",
                "",
                "H",
                "F",
                Locale.CHINESE,
                List.of(new Table(List.of(Column.text("时间", 1), Column.text("内容", 2)), List.of(List.of("今天", words)))));
        String text = Poppler.text(written(paper, "cell.pdf"));
        assertThat(text.split("\f")).hasSizeGreaterThan(2);
        assertThat(text.replaceAll("\\s", "")).contains("说明完毕");
    }

    @Test
    void a_character_that_the_font_lacks_is_printed_as_a_box() throws IOException {
        Paper paper = new Paper(
                "T", "", "H", "F", Locale.CHINESE, List.of(new Paragraph("已处理😀，𠮷田，CO₂，\t制表\u0000，零\u200B宽")));
        assertThat(Poppler.text(written(paper, "lacking.pdf"))).contains("已处理□，□田，CO2， 制表 ，零宽");
    }
}
