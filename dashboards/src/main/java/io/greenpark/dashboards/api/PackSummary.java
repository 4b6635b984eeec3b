package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.marking.MarkState;
import io.greenpark.dashboards.pack.Pack;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.paper.Block;
import io.greenpark.paper.Block.Column;
import io.greenpark.paper.Block.Fact;
import io.greenpark.paper.Block.Facts;
import io.greenpark.paper.Block.Heading;
import io.greenpark.paper.Block.Note;
import io.greenpark.paper.Block.Paragraph;
import io.greenpark.paper.Block.Table;
import io.greenpark.paper.Paper;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The first things read of a pack: what it is, and on some pages what of the enterprise matters most. */
final class PackSummary {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ConsoleSources sources;
    private final String enterprise;
    private final PackSpan span;
    private final Locale language;
    private final Clock clock;

    PackSummary(ConsoleSources sources, String enterprise, PackSpan span, Locale language, Clock clock) {
        this.sources = sources;
        this.enterprise = enterprise;
        this.span = span;
        this.language = language;
        this.clock = clock;
    }

    private String say(String zh, String en) {
        return new Bilingual(zh, en).in(language);
    }

    String readMe(Pack about) {
        return """
                Greenpark 检查包 / inspection pack %s

                企业 enterprise: %s
                时段 period: %s – %s (%s)

                summary.pdf              概要 / on a few pages
                data/discharge/          各测点小时、日均值 / hourly and daily means of each point of an outlet
                data/energy/             小时、日、月能耗 / energy by hour, day and month
                cases/                   预警清单、经过、告知、案卷 / cases, what happened, who was told, dossiers
                marks/                   企业对自身数据的标记 / what the enterprise marked of its own data
                objections/              企业异议及决定 / what it objects to, and how that was decided
                registry/                时段内有效的登记信息（许可、限值、设备、联系人）各版本 / what the registry said, every version in force
                access/                  谁看过、谁做过 / who looked, and who did what
                attachments/             附件 / files
                SHA256SUMS               以上每个文件的 SHA-256 / of each file above

                核验 / to check: sha256sum -c SHA256SUMS
                与平台留存的哈希比对 / against the hash that the platform kept: greenpark pack verify FILE --data FOLDER

                监测数据供核实使用，不作处罚依据。
                Monitoring data are to be verified and are no basis for a penalty.
                """.formatted(about.id(), enterprise, span.from(), span.to(), span.zone());
    }

    Paper paper(Pack about, List<Case> cases, PackMarks marks, PackObjections objections, Viewer viewer) {
        Registry registry = sources.registry().current();
        Enterprise of = registry.enterprise(enterprise).orElseThrow();
        String name = of.name().in(language);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Facts(List.of(
                new Fact(say("企业", "Enterprise"), name + " (" + enterprise + ")"),
                new Fact(say("园区", "Park"), registry.parkOf(of).name().in(language)),
                new Fact(say("时段", "Period"), span.from() + " – " + span.to()),
                new Fact(say("用途", "Reason"), about.order().reason()),
                new Fact(say("编号", "Id"), about.id()))));
        blocks.add(new Heading(1, say("一、排放口与许可", "1 Outlets and permits")));
        outlets(blocks, registry);
        blocks.add(new Heading(1, say("二、限值", "2 Limits")));
        limits(blocks, registry);
        blocks.add(new Heading(1, say("三、预警事件", "3 Cases")));
        cases(blocks, cases, viewer);
        blocks.add(new Heading(1, say("四、数据标记与异议", "4 Marks of own data, objections")));
        blocks.add(new Facts(List.of(
                new Fact(say("数据标记", "Marks of own data"), counted(marks)),
                new Fact(say("企业异议", "Objections"), counted(objections)))));
        blocks.add(
                new Note(
                        say(
                                "限值为时段末所用，排放口为现登记；时段内各版本见 registry/。监测数据供核实使用，不作处罚依据。",
                                "Limits are those at the end of the period, outlets those registered now; every version of the period is in registry/. Monitoring data are to be verified and are no basis for a penalty.")));
        String made = MINUTE.format(clock.instant().atZone(span.zone()));
        return new Paper(
                say("检查包概要", "Inspection pack: summary"),
                name + say("，", ", ") + span.from() + " – " + span.to(),
                say("检查包", "Inspection pack") + " · " + name,
                say("Greenpark 生成于 " + made, "Made by Greenpark at " + made),
                language,
                blocks);
    }

    private void outlets(List<Block> blocks, Registry registry) {
        List<List<String>> rows = registry.outletsOfEnterprise(enterprise).stream()
                .map(o -> List.of(
                        o.name().in(language),
                        text(o.code()),
                        text(o.permit()),
                        ExceedanceTexts.of(o.medium()).in(language),
                        ExceedanceTexts.evidence(o.standing() == Outlet.Standing.EVIDENCE)
                                .in(language)))
                .toList();
        add(
                blocks,
                List.of(
                        Column.text(say("排放口", "Outlet"), 28),
                        Column.text(say("编号", "Code"), 14),
                        Column.text(say("许可证号", "Permit"), 28),
                        Column.text(say("类型", "Medium"), 12),
                        Column.text(say("数据性质", "Standing"), 18)),
                rows);
    }

    private void limits(List<Block> blocks, Registry registry) {
        // The last moment of the span, or now where that is still to come.
        Instant end = span.end().minusMillis(1);
        Instant at = end.isBefore(clock.instant()) ? end : clock.instant();
        List<List<String>> rows = new ArrayList<>();
        for (Point point : registry.pointsOfEnterprise(enterprise)) {
            for (Limit limit : registry.limitsAt(point.id(), at)) {
                rows.add(List.of(
                        point.name().in(language),
                        limit.averaging() == Limit.Averaging.DAY ? say("日均值", "day") : say("小时均值", "hour"),
                        ReportOutlets.bound(limit),
                        limit.unit().symbol().replace("m3", "m³"),
                        limit.sourceText().in(language),
                        limit.confirmed() ? say("已确认", "yes") : say("未确认", "no")));
            }
        }
        add(
                blocks,
                List.of(
                        Column.text(say("测点", "Point"), 22),
                        Column.text(say("均值", "Mean"), 11),
                        Column.figures(say("限值", "Limit"), 14),
                        Column.text(say("单位", "Unit"), 10),
                        Column.text(say("依据", "Basis"), 32),
                        Column.text(say("确认", "Confirmed"), 11)),
                rows);
    }

    private void cases(List<Block> blocks, List<Case> cases, Viewer viewer) {
        List<List<String>> rows = cases.stream()
                .map(c -> List.of(
                        c.handling() == null ? c.id() : c.handling().number(),
                        MINUTE.format(c.raisedAt().atZone(span.zone())),
                        c.title().in(language),
                        c.handling() == null
                                ? AlertTexts.of(c.state()).in(language)
                                : HandlingSight.stage(c.handling().stage(), viewer)
                                        .words()
                                        .in(language)))
                .toList();
        add(
                blocks,
                List.of(
                        Column.text(say("编号", "Number"), 18),
                        Column.text(say("触发时间", "Raised"), 18),
                        Column.text(say("内容", "Title"), 46),
                        Column.text(say("阶段", "Stage"), 18)),
                rows);
    }

    private String counted(PackMarks marks) {
        return counted(marks.count(), MarkState.values(), marks::count, state -> state.words(), PackMarks.FILE);
    }

    private String counted(PackObjections objections) {
        return counted(
                objections.count(),
                ObjectionState.values(),
                objections::count,
                ObjectionTexts::of,
                PackObjections.FILE);
    }

    /** So many, of these in each state, and the file they are in. */
    private <S> String counted(
            int all, S[] states, ToLongFunction<S> count, Function<S, Bilingual> words, String file) {
        if (all == 0) {
            return say("无", "none");
        }
        return all
                + Arrays.stream(states)
                        .filter(state -> count.applyAsLong(state) > 0)
                        .map(state -> words.apply(state).in(language) + " " + count.applyAsLong(state))
                        .collect(Collectors.joining(say("，", ", "), say("（", " ("), say("）", ")")))
                + say("，见 ", ", see ")
                + file;
    }

    private void add(List<Block> blocks, List<Column> columns, List<List<String>> rows) {
        blocks.add(rows.isEmpty() ? new Paragraph(say("无。", "None.")) : new Table(columns, rows));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
