package io.greenpark.alerts.marking;

import io.greenpark.alerts.marking.DataMark.Decision;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/** What people are written about marks. */
final class MarkTexts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Bilingual NOT_OFFICIAL = new Bilingual(
            "本平台的标记不代替在国家、省自动监控平台上的标记。", "A mark here does not replace marking on the official platform.");

    private MarkTexts() {}

    static Bilingual title(Registry registry, DataMark m) {
        Bilingual state = m.state().words();
        Bilingual target = m.target().name(registry);
        return new Bilingual(
                "数据标记" + state.zh() + "：" + target.zh() + " " + m.kind().words().zh(),
                "Mark of data: " + state.en().toLowerCase(java.util.Locale.ROOT) + ", " + target.en());
    }

    static Bilingual text(Registry registry, DataMark m) {
        Decision decision = Objects.requireNonNull(m.decision());
        ZoneId zone = registry.timeOf(m.enterpriseId()).zone();
        Bilingual target = m.target().name(registry);
        Bilingual effect = effect(m, zone);
        String times = time(m.from(), zone) + " — " + time(m.to(), zone);
        return new Bilingual(
                "标记 " + m.id() + "：" + target.zh() + "，" + m.kind().words().zh() + "，" + times + "。审核结果："
                        + m.state().words().zh() + "。"
                        + (decision.word().isEmpty() ? "" : "说明：" + decision.word() + "。")
                        + effect.zh() + NOT_OFFICIAL.zh(),
                "Mark " + m.id() + ": " + target.en() + ", " + m.kind().words().en() + ", " + times + ". "
                        + m.state().words().en() + ". "
                        + (decision.word().isEmpty() ? "" : "In words: " + decision.word() + ". ") + effect.en()
                        + NOT_OFFICIAL.en());
    }

    private static Bilingual effect(DataMark m, ZoneId zone) {
        Instant to = m.effectTo();
        if (m.state() == MarkState.REVOKED) {
            return new Bilingual("该时段已重新判定。", "That time is judged after all. ");
        }
        if (m.state() != MarkState.ACCEPTED || to == null) {
            return new Bilingual("该时段照常判定。", "That time is judged as ever. ");
        }
        Bilingual does = m.effect().words();
        boolean cut = m.leavesOut() && to.isBefore(m.to());
        return new Bilingual(
                "效力：" + does.zh() + (cut ? "（至 " + time(to, zone) + "，已达规定时长）" : "") + "。",
                "Effect: " + does.en() + (cut ? " (until " + time(to, zone) + ": no longer is granted)" : "") + ". ");
    }

    private static String time(Instant at, ZoneId zone) {
        return at.atZone(zone).format(TIME);
    }
}
