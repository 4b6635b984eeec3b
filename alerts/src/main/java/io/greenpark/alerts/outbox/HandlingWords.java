package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseHandling;
import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.alerts.handling.DetailField;
import io.greenpark.alerts.handling.StepDetails;
import io.greenpark.alerts.rule.Spells;
import io.greenpark.alerts.text.Figures;
import io.greenpark.alerts.text.SpellTexts;
import io.greenpark.alerts.text.UnitText;
import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a message says of the handling of its case: number and level, what was said with the step, and who is to do what by when. A person who reads no
 * more than the message knows what is wanted.
 */
final class HandlingWords {
    /** How thresholds are called among officers is no matter of messages; levels are told in words of their own, and so is a term that passed. */
    private static final Set<DetailField> LEFT_OUT = Set.of(
            DetailField.LEVEL_BY,
            DetailField.LEVEL,
            DetailField.LEVEL_BEFORE,
            DetailField.SHARED,
            DetailField.TERM,
            DetailField.DUE_DAY);

    private final Case told;
    private final CaseEvent event;
    private final @Nullable CaseHandling handling;
    private final StepDetails said;
    private final ZoneId zone;

    private HandlingWords(Case told, CaseEvent event, StepDetails said, ZoneId zone) {
        this.told = told;
        this.event = event;
        this.handling = told.handling();
        this.said = said;
        this.zone = zone;
    }

    /**
     * @param c as it is told, without figures that are withheld
     * @param said with the step
     */
    static HandlingWords of(Case c, CaseEvent event, StepDetails said, ZoneId zone) {
        return new HandlingWords(c, event, said, zone);
    }

    /** Lines to begin a text with; empty where there is nothing to say. */
    List<Bilingual> lines() {
        List<Bilingual> lines = new ArrayList<>();
        if (handling != null) {
            lines.add(line(
                    new Bilingual("编号", "Number"),
                    new Bilingual(
                            handling.number() + "（" + handling.level().words().zh() + "预警）",
                            handling.number() + " (level "
                                    + handling.level().words().en().toLowerCase(Locale.ROOT) + ")")));
        }
        Bilingual levels = levels();
        if (levels != null) {
            lines.add(levels);
        }
        details(lines);
        Bilingual lasting = lasting();
        if (lasting != null) {
            lines.add(lasting);
        }
        Bilingual wanted = wanted();
        if (wanted != null) {
            lines.add(line(new Bilingual("办理要求", "To do"), wanted));
        }
        return lines;
    }

    /** What to add to a line among others; null for nothing. */
    @Nullable
    Bilingual inLine() {
        return event.kind() == CaseEvent.Kind.OVERDUE ? wanted() : figure(told);
    }

    /** How far it is beyond its limit, so that a line says whether it matters. */
    private static @Nullable Bilingual figure(Case c) {
        if (!c.rule().ofLimits() || c.figure() == null || c.limit() == null) {
            return null;
        }
        String unit = c.unit() == null ? "" : " " + UnitText.of(c.unit());
        String figure = Objects.requireNonNull(c.figure()).toPlainString() + unit;
        String limit = Objects.requireNonNull(c.limit()).toPlainString();
        return new Bilingual(figure + "，限值 " + limit, figure + ", limit " + limit);
    }

    private @Nullable Bilingual levels() {
        String now = said.text(DetailField.LEVEL);
        String before = said.text(DetailField.LEVEL_BEFORE);
        if (now == null || before == null) {
            return null;
        }
        return line(
                new Bilingual("级别调整", "Level"),
                new Bilingual(
                        level(before).zh() + " → " + level(now).zh(),
                        "from " + level(before).en() + " to " + level(now).en()));
    }

    /** Why the authority hears of it now: how long it has been so, and whether there is an answer. */
    private @Nullable Bilingual lasting() {
        boolean escalated =
                event.kind() == CaseEvent.Kind.ESCALATED_TO_OFFICE || event.kind() == CaseEvent.Kind.ESCALATED_TO_PARK;
        if (!escalated || !told.rule().ofLimits() || handling == null) {
            return null;
        }
        Spells spells = told.content().spells();
        Instant to = told.content().coveredTo();
        long hours = spells.running(to).toHours();
        boolean open = handling.demanded() && handling.stage().untouched();
        Bilingual whole =
                spells.counted() ? SpellTexts.spells(spells.times(), spells.stood(to)) : new Bilingual("", "");
        return line(
                new Bilingual("目前情况", "So far"),
                new Bilingual(
                        (spells.counted() ? "本次已持续 " : "已持续 ")
                                + hours + " 小时"
                                + (spells.counted() ? "，" + whole.zh() : "")
                                + (open ? "，企业尚未反馈" : ""),
                        hours
                                + (hours == 1 ? " hour" : " hours")
                                + (spells.counted() ? " this time, " + whole.en() : "")
                                + (open ? ", and the enterprise has not answered" : "")));
    }

    private static Bilingual level(String code) {
        Bilingual words = CaseLevel.valueOf(code.toUpperCase(Locale.ROOT)).words();
        return new Bilingual(words.zh(), words.en().toLowerCase(Locale.ROOT));
    }

    /** The comment of the step is told already, and a term with what is to be done by then. */
    private void details(List<Bilingual> lines) {
        said.texts().forEach((field, text) -> {
            if (!LEFT_OUT.contains(field) && !text.equals(event.comment())) {
                lines.add(line(field.words(), words(field, text)));
            }
        });
        int files = said.attachments().size();
        if (files > 0) {
            lines.add(line(DetailField.ATTACHMENTS.words(), new Bilingual(files + " 个", String.valueOf(files))));
        }
    }

    private Bilingual words(DetailField field, String text) {
        return switch (field.kind()) {
            case TIME -> Bilingual.same(minute(Instant.parse(text)));
            case TRUTH -> text.equals("true") ? new Bilingual("是", "yes") : new Bilingual("否", "no");
            case CHOICE ->
                field.choices().stream()
                        .filter(choice -> choice.code().equals(text))
                        .map(DetailField.Choice::words)
                        .findFirst()
                        .orElse(Bilingual.same(text));
            case TEXT, LINE, DAY, FILES -> Bilingual.same(text);
        };
    }

    /** Who is to do what by when; null where nobody has to. */
    private @Nullable Bilingual wanted() {
        if (handling == null || handling.due() == null || isOver()) {
            return null;
        }
        Bilingual step = step(handling);
        if (step == null) {
            return null;
        }
        Bilingual by = by(Objects.requireNonNull(handling.due()));
        return event.kind() == CaseEvent.Kind.OVERDUE
                ? new Bilingual(
                        step.zh().replace("须", "应于 " + by.zh()) + "，现已超期",
                        step.en() + " by " + by.en() + ", which has passed")
                : new Bilingual(step.zh().replace("须", "须于 " + by.zh()), step.en() + " by " + by.en());
    }

    /** A time, or a day with all of its hours. */
    private Bilingual by(Instant due) {
        ZonedDateTime local = due.atZone(zone);
        if (local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            LocalDate day = local.toLocalDate().minusDays(1);
            return new Bilingual(day + " 前（含当日）", "the end of " + day);
        }
        return new Bilingual(minute(due) + " 前", minute(due));
    }

    /** The case went back on what it said, or ended. */
    private boolean isOver() {
        return event.kind() == CaseEvent.Kind.WITHDRAWN || event.kind() == CaseEvent.Kind.CLOSED;
    }

    private static @Nullable Bilingual step(CaseHandling handling) {
        return switch (handling.stage()) {
            case NEW -> new Bilingual("主管部门须推送企业", "the authority is to send it to the enterprise");
            case PUSHED -> new Bilingual("企业须签收", "the enterprise is to acknowledge it");
            case ACKNOWLEDGED ->
                handling.demanded()
                        ? new Bilingual("企业须反馈原因和处置措施", "the enterprise is to answer with cause and measures")
                        : null;
            case RETURNED -> new Bilingual("企业须重新反馈", "the enterprise is to answer again");
            case RECTIFYING -> new Bilingual("企业须完成整改并报送", "the enterprise is to put it right and report it");
            case ANSWERED -> new Bilingual("主管部门须核查", "the authority is to verify it");
            case RECTIFIED -> new Bilingual("主管部门须复核", "the authority is to review it");
            case VERIFIED, REVIEWED, MISREPORT -> new Bilingual("主管部门须销号", "the authority is to close it");
            case TRANSFERRED, CLOSED, ENDED -> null;
        };
    }

    private static Bilingual line(Bilingual label, Bilingual content) {
        return new Bilingual(label.zh() + "：" + content.zh(), label.en() + ": " + content.en());
    }

    private String minute(Instant at) {
        return Figures.minute(at, zone);
    }
}
