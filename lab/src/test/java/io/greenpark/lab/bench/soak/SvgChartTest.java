package io.greenpark.lab.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SvgChartTest {
    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void every_figure_of_a_soak_is_a_line_in_well_formed_xml() throws Exception {
        Document plot = parsed(SoakPlot.of(new SoakSeries().result()));
        assertThat(plot.getElementsByTagName("polyline").getLength())
                .as("three of memory, the lag that is not 0 all the time, two of acknowledgements, load, processors")
                .isEqualTo(8);
    }

    @Test
    void names_are_escaped_and_no_samples_make_an_empty_plot() throws Exception {
        String svg = SvgChart.of(
                List.of(new ChartPanel("a < b & c", List.of(new ChartPanel.Line("none", List.of())))), 60, 15);
        assertThat(parsed(svg).getDocumentElement().getTextContent()).contains("a < b & c");
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void scales_end_at_round_numbers() {
        assertThat(SvgChart.rounded(0.7)).isEqualTo(1);
        assertThat(SvgChart.rounded(2.1)).isEqualTo(2.5);
        assertThat(SvgChart.rounded(640)).isEqualTo(1_000);
    }
}
