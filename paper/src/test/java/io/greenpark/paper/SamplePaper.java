package io.greenpark.paper;

import io.greenpark.paper.Block.Chart;
import io.greenpark.paper.Block.Column;
import io.greenpark.paper.Block.Fact;
import io.greenpark.paper.Block.Facts;
import io.greenpark.paper.Block.Heading;
import io.greenpark.paper.Block.Note;
import io.greenpark.paper.Block.Paragraph;
import io.greenpark.paper.Block.Table;
import io.greenpark.paper.TimeChart.Bound;
import io.greenpark.paper.TimeChart.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A paper with one of everything, in both languages at once. */
public final class SamplePaper {
    public static final String HASH = "0dac72593f631cef0f5bb80cd161bad29cbf629a75bd35bc5f0e34bd7b03e017";

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    private SamplePaper() {}

    /** @param rows how many rows its table has */
    public static Paper of(Locale language, int rows) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(1, "基本情况 Facts"));
        blocks.add(new Facts(List.of(
                new Fact("案号 Number", "YJ-2026-0012"),
                new Fact("限值 Limit", "≤ 200 mg/m³, ±5 ℃, 3 µg/m³, −3.20 %, CO₂, 1 000 m², ①"),
                new Fact("哈希 SHA-256", HASH))));
        blocks.add(
                new Paragraph("企业已答复：脱硝系统喷枪堵塞，已于当日停炉检修。The nozzle was blocked; the furnace was stopped the same day, "
                        + "cleaned, and started again after the denitrification had come up to temperature."));
        blocks.add(new Note("监测数据超标预警，供核实，不作处罚依据。"));
        blocks.add(new Chart(chart()));
        blocks.add(new Heading(2, "数据 Figures"));
        blocks.add(new Table(
                List.of(Column.text("时段 Period", 3), Column.figures("均值 mg/m³", 2), Column.text("说明 Remark", 5)),
                IntStream.range(0, rows)
                        .mapToObj(i -> List.of(
                                "第 " + i + " 小时",
                                "21" + i % 10 + ".4",
                                i % 9 == 0 ? "超过限值 Over the limit 张喆、王堃、陈垟" : ""))
                        .toList()));
        return new Paper(
                "预警事件案卷 Dossier of a case",
                "氮氧化物小时均值超标",
                "预警事件案卷 YJ-2026-0012",
                "2026-11-30 18:00 由 Greenpark 生成",
                language,
                blocks);
    }

    private static TimeChart chart() {
        List<Period> periods = IntStream.range(0, 48)
                .filter(i -> i < 20 || i > 25)
                .mapToObj(i -> new Period(
                        BEGIN.plusSeconds(3600L * i),
                        BEGIN.plusSeconds(3600L * (i + 1)),
                        BigDecimal.valueOf(150 + (i * 37) % 90),
                        (i * 37) % 90 > 50))
                .toList();
        return new TimeChart(
                "氮氧化物 NOx, mg/m³",
                ZoneId.of("Asia/Shanghai"),
                periods,
                List.of(new Bound("限值 Limit 200", BigDecimal.valueOf(200))));
    }
}
