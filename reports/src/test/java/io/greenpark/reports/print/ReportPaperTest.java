package io.greenpark.reports.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.paper.Block;
import io.greenpark.paper.Paper;
import io.greenpark.reports.SampleReport;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** On paper figures are rounded, shares cut, and what is missing leads to its reason. */
class ReportPaperTest {
    private final Paper chinese = ReportPaper.of(SampleReport.report(), Locale.CHINESE);

    private static <T extends Block> List<T> all(Paper paper, Class<T> type) {
        return paper.blocks().stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void figures_are_grouped_and_rounded_as_their_columns_say() {
        assertThat(all(chinese, Block.Table.class).get(0).rows())
                .containsExactly(
                        List.of("=1+1", "1,234,567.89", "0.1229", "151,728.39", "99.9"),
                        List.of("none", "— [1]", "2.0000", "0.00", "99.9"),
                        List.of("合计", "", "", "151,728.39", ""));
    }

    @Test
    void why_a_figure_is_missing_stands_below_its_table() {
        assertThat(all(chinese, Block.Note.class))
                .extracting(Block.Note::text)
                .containsExactly("[1] " + SampleReport.MISSING.text().zh(), "说明");
    }

    @Test
    void it_says_of_what_it_is_by_which_basis_and_how_far_the_months_are() {
        assertThat(chinese.title()).isEqualTo("环境与能源季报");
        assertThat(chinese.subtitle()).isEqualTo("傅村园区，2026 年第 3 季度");
        assertThat(all(chinese, Block.Facts.class).get(0).facts())
                .extracting(Block.Fact::value)
                .contains("当量值", "未关账，数据可能变动", "2026-11-23 20:40 +08:00");
        assertThat(all(chinese, Block.Paragraph.class))
                .extracting(Block.Paragraph::text)
                .containsExactly("无。");
        assertThat(ReportPaper.of(SampleReport.report(), Locale.ENGLISH).title())
                .isEqualTo("Quarterly report on energy and environment");
    }
}
