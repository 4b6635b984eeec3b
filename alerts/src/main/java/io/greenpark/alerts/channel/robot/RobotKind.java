package io.greenpark.alerts.channel.robot;

import io.greenpark.alerts.outbox.DeliveryResult;
import io.greenpark.alerts.outbox.Group;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs between the robots: how a message is put and signed, and what their answers say. All of them answer 200 when they refuse. */
enum RobotKind {
    DINGTALK(Group.Kind.DINGTALK, "errcode", "errmsg", 20_000, Set.of(), Set.of("300001")) {
        @Override
        String url(Group group, Instant now) {
            String secret = group.secret();
            if (secret == null) {
                return group.url();
            }
            long timeMs = now.toEpochMilli();
            return group.url() + (group.url().contains("?") ? "&" : "?") + "timestamp=" + timeMs + "&sign="
                    + URLEncoder.encode(RobotSignature.ofDingTalk(timeMs, secret), StandardCharsets.UTF_8);
        }

        @Override
        @Nullable
        Duration rest(String code) {
            // Sent too fast, a robot takes nothing for ten minutes.
            return code.equals("130101") ? Duration.ofMinutes(10) : null;
        }
    },
    WECOM(Group.Kind.WECOM, "errcode", "errmsg", 2_048, Set.of("40058"), Set.of("93000")) {
        @Override
        @Nullable
        Duration rest(String code) {
            return code.equals("45009") ? Duration.ofMinutes(1) : null;
        }
    },
    FEISHU(Group.Kind.FEISHU, "code", "msg", 20_000, Set.of("9499"), Set.of("19001")) {
        @Override
        JsonObject body(Group group, String text, Instant now) {
            JsonObject body = new JsonObject();
            String secret = group.secret();
            if (secret != null) {
                long timeS = now.getEpochSecond();
                body.put("timestamp", String.valueOf(timeS)).put("sign", RobotSignature.ofFeishu(timeS, secret));
            }
            return body.put("msg_type", "text").put("content", new JsonObject().put("text", text));
        }

        @Override
        @Nullable
        Duration rest(String code) {
            return code.equals("11232") ? Duration.ofMinutes(1) : null;
        }
    };

    private static final int LONGEST_ANSWER = 120;

    private final Group.Kind kind;
    private final String codeField;
    private final String wordsField;
    private final int mostBytes;

    /** Codes of a message that will never be taken. */
    private final Set<String> ofMessage;

    /** Codes of a robot that is not there. */
    private final Set<String> ofAddress;

    RobotKind(
            Group.Kind kind,
            String codeField,
            String wordsField,
            int mostBytes,
            Set<String> ofMessage,
            Set<String> ofAddress) {
        this.kind = kind;
        this.codeField = codeField;
        this.wordsField = wordsField;
        this.mostBytes = mostBytes;
        this.ofMessage = ofMessage;
        this.ofAddress = ofAddress;
    }

    static RobotKind of(Group.Kind kind) {
        for (RobotKind robot : values()) {
            if (robot.kind == kind) {
                return robot;
            }
        }
        throw new IllegalArgumentException("there is no robot of " + kind);
    }

    Group.Kind kind() {
        return kind;
    }

    /** How much text in UTF-8 one message may have. */
    int mostBytes() {
        return mostBytes;
    }

    /** How much the robot takes that takes least. */
    static int leastBytes() {
        return Arrays.stream(values()).mapToInt(RobotKind::mostBytes).min().orElseThrow();
    }

    /** Where a message goes. */
    String url(Group group, Instant now) {
        return group.url();
    }

    /** What is sent. */
    JsonObject body(Group group, String text, Instant now) {
        return new JsonObject().put("msgtype", "text").put("text", new JsonObject().put("content", text));
    }

    /** How long a robot that answers with a code is to be left alone; null for no longer than usual. */
    @Nullable
    abstract Duration rest(String code);

    /** What an answer with status 200 says: taken only if it says so. */
    DeliveryResult result(String robot, String answer) {
        JsonObject document;
        try {
            document = new JsonObject(answer);
        } catch (RuntimeException e) {
            return new DeliveryResult.Retry(robot + " answered something that is not a robot's answer").ofAddress();
        }
        Object code = document.getValue(codeField);
        if (code == null && kind == Group.Kind.FEISHU) {
            code = document.getValue("StatusCode");
        }
        if (code == null) {
            return new DeliveryResult.Retry(robot + " answered without " + codeField).ofAddress();
        }
        String told = String.valueOf(code);
        if (told.equals("0")) {
            return new DeliveryResult.Delivered();
        }
        String words = String.valueOf(document.getValue(wordsField, ""));
        String reason = robot + " answered " + told + " "
                + (words.length() > LONGEST_ANSWER ? words.substring(0, LONGEST_ANSWER) + "…" : words);
        if (ofMessage.contains(told)) {
            return new DeliveryResult.Undeliverable(reason);
        }
        if (ofAddress.contains(told)) {
            return new DeliveryResult.Undeliverable(reason, reason);
        }
        // Among them a wrong secret, keyword or IP list, which the operator can put right while the message waits.
        return new DeliveryResult.Retry(reason).ofAddress().after(rest(told));
    }
}
