package io.greenpark.alerts.handling;

import io.greenpark.park.text.Bilingual;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something that a step of a case carries. */
public enum DetailField {
    /** What it was, as the enterprise says (原因类别). */
    CAUSE(
            Kind.CHOICE,
            new Bilingual("原因类别", "Cause"),
            List.of(
                    choice("production", "生产工况", "Production"),
                    choice("treatment", "治理设施", "Treatment"),
                    choice("instrument", "监测仪器故障", "Instrument"),
                    choice("calibration", "校准校验", "Calibration"),
                    choice("power", "停电", "Power cut"),
                    choice("communication", "通讯故障", "Communication"),
                    choice("misreport", "误报", "Misreport"),
                    choice("other", "其他", "Other"))),
    /** When it began. */
    FROM(Kind.TIME, new Bilingual("开始时间", "From")),
    /** When it was over; left out while it lasts. */
    TO(Kind.TIME, new Bilingual("结束时间", "To")),
    /** What is done about it. */
    MEASURES(Kind.TEXT, new Bilingual("处置措施", "Measures")),
    /** When it is expected to be over. */
    EXPECTED_END(Kind.TIME, new Bilingual("预计恢复时间", "Expected end")),
    /** Who of the enterprise answers for it. */
    RESPONSIBLE(Kind.LINE, new Bilingual("责任人", "Responsible person")),
    /** Number of the mark on the official platform (标记编号). */
    MARK(Kind.LINE, new Bilingual("数据标记编号", "Mark of the data")),
    /** Ids of files. */
    ATTACHMENTS(Kind.FILES, new Bilingual("照片、附件", "Photos and files")),
    /** Why. */
    REASON(Kind.TEXT, new Bilingual("理由", "Reason")),
    /** By when it is to be done. */
    TERM(Kind.TIME, new Bilingual("办理期限", "Term")),
    /** By which day it is to be put right, this one included. */
    DUE_DAY(Kind.DAY, new Bilingual("整改期限", "To be rectified by")),
    /** How it was looked into. */
    SITE(
            Kind.CHOICE,
            new Bilingual("核查方式", "How"),
            List.of(choice("off-site", "非现场核查", "Off site"), choice("on-site", "现场核查", "On site"))),
    /** Why somebody went there: a visit is the exception and needs one. */
    VISIT_REASON(
            Kind.CHOICE,
            new Bilingual("现场检查事由", "Reason of the visit"),
            List.of(
                    choice("complaint", "投诉举报", "Complaint"),
                    choice("assigned", "交办督办", "Assigned case"),
                    choice("reported-to-head", "事前报经负责人批准", "Reported to the head beforehand"))),
    /** Who approved the visit. */
    APPROVED_BY(Kind.LINE, new Bilingual("批准人", "Approved by")),
    /** When the visit was approved. */
    APPROVED_AT(Kind.TIME, new Bilingual("批准时间", "Approved at")),
    /** Whether what the case says was confirmed. */
    CONFIRMED(Kind.TRUTH, new Bilingual("情况属实", "Confirmed")),
    /** Whether it was found put right. */
    PASSED(Kind.TRUTH, new Bilingual("复核通过", "Passed")),
    /** What was found. */
    FINDING(Kind.TEXT, new Bilingual("核查情况", "Finding")),
    /** The office that it goes to. */
    OFFICE(Kind.LINE, new Bilingual("移交单位", "Office")),
    /** Number of the document that it goes with. */
    DOCUMENT(Kind.LINE, new Bilingual("文号", "Document number")),
    /** Whether the enterprise reads it, too. */
    SHARED(Kind.TRUTH, new Bilingual("企业可见", "Shown to the enterprise")),
    /** What is said. */
    WORD(Kind.TEXT, new Bilingual("说明", "Comment")),
    /** The level that a case has now, by its code; of the platform's steps. */
    LEVEL(Kind.LINE, new Bilingual("级别", "Level")),
    /** The level that it had. */
    LEVEL_BEFORE(Kind.LINE, new Bilingual("原级别", "Level before")),
    /** Which threshold gives it. */
    LEVEL_BY(Kind.LINE, new Bilingual("定级依据", "By"));

    private final Kind kind;
    private final Bilingual words;
    private final List<Choice> choices;

    DetailField(Kind kind, Bilingual words) {
        this(kind, words, List.of());
    }

    DetailField(Kind kind, Bilingual words, List<Choice> choices) {
        this.kind = kind;
        this.words = words;
        this.choices = List.copyOf(choices);
    }

    private static Choice choice(String code, String zh, String en) {
        return new Choice(code, new Bilingual(zh, en));
    }

    /** What a field takes. */
    public enum Kind {
        /** Some sentences. */
        TEXT,
        /** A name or a number. */
        LINE,
        /** An instant. */
        TIME,
        /** A day by the park's calendar. */
        DAY,
        /** One of its choices. */
        CHOICE,
        /** Yes or no. */
        TRUTH,
        /** Ids of files. */
        FILES
    }

    /** One of what a field takes. */
    public record Choice(String code, Bilingual words) {}

    public Kind kind() {
        return kind;
    }

    /** What practice calls it. */
    public Bilingual words() {
        return words;
    }

    /** Of {@link Kind#CHOICE}; empty for the others. */
    public List<Choice> choices() {
        return choices;
    }

    /** The field that is called so in the API and in the books; empty for none. */
    public static Optional<DetailField> ofCode(String code) {
        return Arrays.stream(values()).filter(f -> f.code().equals(code)).findFirst();
    }

    /** The name in the API and in the books: {@code dueDay}. */
    public String code() {
        String[] parts = name().toLowerCase(Locale.ROOT).split("_");
        List<String> rest = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            rest.add(Character.toUpperCase(parts[i].charAt(0)) + parts[i].substring(1));
        }
        return parts[0] + String.join("", rest);
    }
}
