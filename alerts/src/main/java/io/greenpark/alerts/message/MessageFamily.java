package io.greenpark.alerts.message;

import io.greenpark.park.text.Bilingual;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Channels that share their wording. SMS has that of its approved templates, into which variables are put. */
public enum MessageFamily {
    MAIL("mail", "邮件", "Mail", EnumSet.allOf(MessagePart.class)),
    /** Robots of chat groups. */
    ROBOT("robot", "群机器人", "Robots", EnumSet.complementOf(EnumSet.of(MessagePart.SUBJECT))),
    /** Work messages of the government's DingTalk. */
    WORK("work", "浙政钉工作通知", "Work messages", EnumSet.complementOf(EnumSet.of(MessagePart.SUBJECT, MessagePart.FOOT))),
    /** A line of several that are told together. */
    LINE("line", "汇总中的一行", "A line of a digest", EnumSet.of(MessagePart.HEADING));

    private final String code;
    private final Bilingual words;
    private final Set<MessagePart> parts;

    MessageFamily(String code, String zh, String en, Set<MessagePart> parts) {
        this.code = code;
        this.words = new Bilingual(zh, en);
        this.parts = Set.copyOf(parts);
    }

    public String code() {
        return code;
    }

    public Bilingual words() {
        return words;
    }

    /** Which parts such a message has. */
    public Set<MessagePart> parts() {
        return parts;
    }

    static Optional<MessageFamily> ofCode(String code) {
        return Arrays.stream(values()).filter(f -> f.code.equals(code)).findFirst();
    }
}
