package io.greenpark.alerts.message;

import io.greenpark.park.text.Bilingual;

/** A part of a message that a template gives the words of. */
public enum MessagePart {
    /** Of a mail, one line. */
    SUBJECT("subject", "主题", "Subject", 200, 1),
    /** The first line. */
    HEADING("heading", "首行", "First line", 200, 1),
    /** Lines; one of which nothing that it names is known is left out. */
    BODY("body", "正文", "Body", 2_000, 40),
    /** What stands before the address in the console. */
    GO("go", "平台链接前的文字", "Before the link to the console", 40, 1),
    /** What stands before the link that acknowledges, for an enterprise. */
    ACKNOWLEDGE("acknowledge", "签收链接前的文字（企业）", "Before the link that acknowledges, for an enterprise", 40, 1),
    /** What stands before the same link for an office, which says that it has seen the case. */
    SEEN("seen", "已阅链接前的文字（管理部门）", "Before the link that marks it as seen, for an office", 40, 1),
    /** The last line. */
    FOOT("foot", "末行", "Last line", 200, 1);

    private final String code;
    private final Bilingual words;
    private final int longest;
    private final int lines;

    MessagePart(String code, String zh, String en, int longest, int lines) {
        this.code = code;
        this.words = new Bilingual(zh, en);
        this.longest = longest;
        this.lines = lines;
    }

    public String code() {
        return code;
    }

    public Bilingual words() {
        return words;
    }

    /** How many characters its template may have. */
    public int longest() {
        return longest;
    }

    /** How many lines it may have. */
    public int lines() {
        return lines;
    }
}
