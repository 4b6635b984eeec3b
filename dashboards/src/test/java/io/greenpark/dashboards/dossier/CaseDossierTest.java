package io.greenpark.dashboards.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.paper.Block;
import io.greenpark.paper.Block.Chart;
import io.greenpark.paper.Block.Facts;
import io.greenpark.paper.Block.Table;
import io.greenpark.paper.Paper;
import io.greenpark.paper.pdf.PdfWriter;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What was judged stands in a dossier with value, limit, unit, completeness and basis, and drawn. */
class CaseDossierTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-23T12:40:00Z");

    private static JsonObject both(String zh, String en) {
        return new JsonObject().put("zh", zh).put("en", en);
    }

    private static JsonObject verdict(int hour, String figure, String outcome) {
        return new JsonObject()
                .put("from", "2026-11-23T%02d:00:00+08:00".formatted(hour))
                .put("to", "2026-11-23T%02d:00:00+08:00".formatted(hour + 1))
                .put("outcome", outcome)
                .put("figure", figure)
                .put("limit", "50")
                .put("unit", "mg/m3")
                .put("confirmed", true)
                .put("completeness", 0.9996)
                .put("source", "permit")
                .put("sourceText", both("排污许可证 表 2", "discharge permit, table 2"));
    }

    private static JsonObject told() {
        JsonArray evidence = new JsonArray();
        for (int hour = 8; hour < 20; hour++) {
            evidence.add(
                    verdict(hour, hour < 12 ? "43.5" : String.valueOf(50 + hour), hour < 12 ? "CLEARS" : "RAISES"));
        }
        evidence.add(new JsonObject()
                .put("from", "2026-11-23T20:00:00+08:00")
                .put("to", "2026-11-23T21:00:00+08:00")
                .put("outcome", "UNJUDGED")
                .put("reasonText", both("没有有效数据", "no valid data")));
        return new JsonObject()
                .put("id", "c-1")
                .put("state", "OPEN")
                .put("about", new JsonObject().put("id", "e").put("name", both("兴华新型建材有限公司", "Xinghua")))
                .put("title", both("氮氧化物超标", "NOx over its limit"))
                .put("text", both("一号烟囱氮氧化物小时均值超标。", "Stack 1: NOx over its hourly limit."))
                .put("figure", "69")
                .put("limit", "50")
                .put("unit", "mg/m3")
                .put(
                        "objection",
                        new JsonObject().put("number", "YY-2026-0001").put("text", both("异议办理中", "objected to")))
                .put(
                        "judgedBy",
                        new JsonObject()
                                .put("rule", "limit-exceeded-2")
                                .put("version", 3)
                                .put("confirmed", false)
                                .put(
                                        "bases",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("document", both("排污许可管理条例", "Permit regulation"))
                                                        .put("article", "21")
                                                        .put("confirmed", true))))
                .put("evidence", evidence)
                .put("steps", new JsonArray())
                .put("notices", new JsonArray());
    }

    private static Paper paper(Locale language) {
        Bilingual none = CaseDossier.Named.NONE;
        return CaseDossier.of(
                told(),
                new CaseDossier.Named(
                        new Bilingual("排放超标", "Limit exceeded"),
                        none,
                        new Bilingual("一号烟囱（DA001）", "Stack 1 (DA001)"),
                        new Bilingual("氮氧化物", "NOx"),
                        none),
                language,
                "li.na",
                NOW,
                ZONE);
    }

    private static Table judged(Paper paper) {
        return paper.blocks().stream()
                .filter(block -> block instanceof Table)
                .map(block -> (Table) block)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_says_by_what_was_judged_and_that_it_is_objected_to() {
        List<String> facts = paper(Locale.CHINESE).blocks().stream()
                .filter(block -> block instanceof Facts)
                .flatMap(block -> ((Facts) block).facts().stream())
                .map(fact -> fact.toString())
                .toList();
        assertThat(String.join("\n", facts))
                .contains("limit-exceeded-2（第 3 版）（未核实）", "排污许可管理条例，21", "YY-2026-0001 · 异议办理中");
    }

    @Test
    void each_period_has_its_figure_and_what_is_not_complete_never_reads_as_complete() throws IOException {
        Paper paper = paper(Locale.CHINESE);
        List<List<String>> rows = judged(paper).rows();
        assertThat(rows).hasSize(13);
        assertThat(rows.get(4)).containsExactly("2026-11-23 12:00 – 13:00", "62", "50", "mg/m³", "99.9 %", "超出");
        assertThat(rows.get(12)).contains("无", "未判断：没有有效数据");
        Files.createDirectories(Path.of("target", "papers"));
        Files.write(Path.of("target", "papers", "judged.pdf"), PdfWriter.bytes(paper));
    }

    @Test
    void it_is_drawn_beside_its_limit_and_what_is_missing_is_not() {
        Chart chart = paper(Locale.ENGLISH).blocks().stream()
                .filter(block -> block instanceof Chart)
                .map(block -> (Chart) block)
                .findFirst()
                .orElseThrow();
        assertThat(chart.chart().title()).isEqualTo("NOx mg/m³");
        assertThat(chart.chart().periods()).hasSize(12);
        assertThat(chart.chart().periods().get(4).marked()).isTrue();
        assertThat(chart.chart().bounds()).singleElement().satisfies(bound -> assertThat(bound.name())
                .isEqualTo("Limit 50"));
    }

    @Test
    void the_basis_is_named_once() {
        Block.Facts finding = paper(Locale.ENGLISH).blocks().stream()
                .filter(block -> block instanceof Block.Facts)
                .map(block -> (Block.Facts) block)
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(finding.facts()).contains(new Block.Fact("Basis", "discharge permit, table 2"));
    }
}
