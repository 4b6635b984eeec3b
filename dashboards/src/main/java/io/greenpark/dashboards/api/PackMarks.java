package io.greenpark.dashboards.api;

import io.greenpark.alerts.marking.DataMark;
import io.greenpark.alerts.marking.MarkFilter;
import io.greenpark.alerts.marking.MarkState;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.paper.pack.PackWriter;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an enterprise marked of its own data of a pack's time, as the API says it to whoever asks: the same JSON, so no more. */
final class PackMarks {
    static final String FILE = "marks/marks.csv";

    private static final List<String> HEADINGS = List.of(
            "编号 id",
            "对象类型 scope",
            "对象 target",
            "测点 points",
            "类别 kind",
            "开始 from",
            "结束 to",
            "理由 reason",
            "标记人 made by",
            "标记时间 made at",
            "期限 term",
            "状态 state",
            "判定影响 effect",
            "影响至 effect until",
            "决定时间 decided at",
            "决定人 decided by",
            "决定说明 word",
            "规则版本 rules",
            "文件数 files");

    private final MarkJson json;
    private final Viewer viewer;
    private final PackSpan span;
    private final Instant now;
    private final List<DataMark> marks;

    PackMarks(ConsoleSources sources, Viewer viewer, String enterprise, PackSpan span, Instant now) {
        this.json = new MarkJson(sources.registry(), sources.attachments());
        this.viewer = viewer;
        this.span = span;
        this.now = now;
        MarkFilter filter = new MarkFilter(List.of(enterprise), Set.of(), null, null, span.begin(), span.end());
        this.marks = sources.marks().list(filter, Integer.MAX_VALUE);
    }

    int count() {
        return marks.size();
    }

    long count(MarkState state) {
        return marks.stream().filter(m -> m.state() == state).count();
    }

    /** What their files belong to. */
    List<DocumentOwner> owners() {
        return marks.stream()
                .map(m -> new DocumentOwner(MarkJson.OWNER, m.id()))
                .toList();
    }

    void write(PackWriter pack) throws IOException {
        pack.add(FILE, out -> PackCsv.write(out, HEADINGS, csv -> marks.forEach(m -> csv.row(row(m)))));
    }

    private @Nullable Object[] row(DataMark m) {
        JsonObject told = json.whole(m, viewer, now);
        JsonObject decision = told.getJsonObject("decision");
        return new @Nullable Object[] {
            m.id(),
            told.getString("scope"),
            told.getString("target"),
            String.join("; ", m.points()),
            told.getString("kind"),
            told.getString("from"),
            told.getString("to"),
            said(told.getString("reason")),
            said(told.getString("madeBy")),
            told.getString("madeAt"),
            told.getString("term"),
            told.getString("state"),
            told.getString("effect"),
            told.getString("effectTo"),
            decision == null ? null : decision.getString("at"),
            said(decision == null ? null : decision.getString("by")),
            said(decision == null ? null : decision.getString("word")),
            m.rules(),
            told.getInteger("files")
        };
    }

    private static String said(@Nullable String text) {
        return PackCsv.said(text == null ? null : PackLooks.masked(text));
    }

    /** The marks that meet a time of a point, with their states; empty where none does. Those that were taken back say nothing of it. */
    String of(String point, Instant from, Instant to) {
        return marks.stream()
                .filter(m -> m.state() != MarkState.WITHDRAWN && meets(m, m.to(), point, from, to))
                .map(m -> m.id() + " " + EnumCode.of(m.state()))
                .collect(Collectors.joining("; "));
    }

    /** What the accepted ones of them do to judging that time; empty where none does anything. */
    String effects(String point, Instant from, Instant to) {
        return marks.stream()
                .filter(DataMark::leavesOut)
                .filter(m -> meets(m, Objects.requireNonNull(m.effectTo()), point, from, to))
                .map(m -> EnumCode.of(m.effect()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static boolean meets(DataMark m, Instant until, String point, Instant from, Instant to) {
        return m.points().contains(point) && m.from().isBefore(to) && until.isAfter(from);
    }
}
