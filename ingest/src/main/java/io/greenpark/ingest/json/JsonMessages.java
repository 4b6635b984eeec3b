package io.greenpark.ingest.json;

import io.greenpark.park.text.Bilingual;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every sentence about an unreadable payload. Quoted text of the sender is shortened here. */
final class JsonMessages {
    private static final String SHAPE_ZH = "应为 {\"ts\": …, \"values\": {…}}、由其组成的数组，或 {\"key\": number}";
    private static final String SHAPE =
            "expected {\"ts\": …, \"values\": {…}}, an array of these, or {\"key\": number}";
    private static final String VALUE = "{\"v\": number, \"flag\": \"N\"}";

    private JsonMessages() {}

    // The payload as a whole

    static Bilingual limitExceeded(String parserMessage) {
        String why = Texts.shorten(parserMessage);
        return new Bilingual(
                "报文超出限制：" + why + "；请缩短文本或减少嵌套层数",
                "the payload exceeds a limit: " + why + "; shorten its texts or nest less");
    }

    static Bilingual notJson(long at, String parserMessage) {
        String why = Texts.shorten(parserMessage);
        return new Bilingual(
                "报文在第 " + at + " 字节处不是 JSON：" + why + "；请发送完整、正确的 JSON",
                "the payload is not JSON at byte " + at + ": " + why + "; send complete and correct JSON");
    }

    static Bilingual notUtf8() {
        return new Bilingual(
                "报文不是 UTF-8 编码的 JSON 文本；请发送 UTF-8 JSON", "the payload is not UTF-8 JSON text; send JSON in UTF-8");
    }

    static Bilingual noGatewayObject() {
        return new Bilingual(
                "报文应为“设备 → {\"ts\": …, \"values\": {…}} 数组”的对象；请按此格式发送",
                "expected an object of device → array of {\"ts\": …, \"values\": {…}}; send this form");
    }

    static Bilingual trailingContent() {
        return new Bilingual(
                "JSON 文档结束后还有内容；每条消息请只发送一个文档",
                "something follows the end of the JSON document; send one document per message");
    }

    static Bilingual noValue() {
        return new Bilingual("报文中没有任何值；" + SHAPE_ZH, "the payload carries no value; " + SHAPE);
    }

    /**
     * @param sent the text at the top; null if there was nothing
     */
    static Bilingual notAnItem(@Nullable String sent) {
        String quoted = sent == null ? null : "\"" + Texts.shorten(sent) + "\"";
        return new Bilingual(
                "报文顶层为" + (quoted == null ? "空" : " " + quoted) + "；" + SHAPE_ZH,
                "found " + (quoted == null ? "nothing" : quoted) + " at the top; " + SHAPE);
    }

    static Bilingual tooManyValues(int max) {
        return new Bilingual(
                "一条消息的值多于 " + max + " 个；请分成几条消息发送",
                "the message carries more than " + max + " values; send several messages");
    }

    // Times

    static Bilingual repeatedTime() {
        return new Bilingual("\"ts\" 出现两次；请只发送一次", "\"ts\" appears twice; send it once");
    }

    static Bilingual unreadableTime(String sent) {
        String time = Texts.shorten(sent);
        return new Bilingual(
                "时间 \"" + time + "\" 无法解析；请发送毫秒时间戳，或 ISO 8601 时间，如 2026-01-31T08:15:00+08:00",
                "time \"" + time
                        + "\" cannot be read; send epoch milliseconds or ISO 8601 such as 2026-01-31T08:15:00+08:00");
    }

    static Bilingual unreadableMember(String name, String sent) {
        String member = member(name, sent);
        return new Bilingual(
                member + " 名为时间，却无法解析；请以 \"ts\" 发送值的时间：毫秒时间戳，或 ISO 8601 时间，如 2026-01-31T08:15:00+08:00",
                member
                        + " has the name of a time and cannot be read as one; send the time of the values as \"ts\": epoch"
                        + " milliseconds or ISO 8601 such as 2026-01-31T08:15:00+08:00");
    }

    static Bilingual someTime(String name, String sent) {
        String member = member(name, sent);
        return new Bilingual(
                member + " 看来是时间，但不能确定是否为值的时间；若是，请以 \"ts\" 发送；若不是，请另发 \"ts\"，或省去该项",
                member
                        + " is a time, but whether it is that of the values cannot be known; if it is, send it as \"ts\"; if"
                        + " not, send \"ts\" beside it or leave it out");
    }

    static Bilingual twoTimes(String name, String sent, String otherName, String otherSent) {
        String one = member(name, sent);
        String other = member(otherName, otherSent);
        return new Bilingual(
                one + " 与 " + other + " 是两个不同的时间，无法确定哪个是值的时间；请只以 \"ts\" 发送值的时间",
                one + " and " + other
                        + " are two different times, so which is that of the values is unknown; send that one alone, as"
                        + " \"ts\"");
    }

    static Bilingual notThatOfTs(String name, String sent, String ts) {
        String member = member(name, sent);
        String time = member("ts", ts);
        return new Bilingual(
                member + " 与 " + time + " 不是同一时间；值的时间取 \"ts\"；请省去 \"" + Texts.shorten(name) + "\"",
                member + " is another time than " + time + ", which is that of the values; leave \""
                        + Texts.shorten(name) + "\" out");
    }

    private static String member(String name, String sent) {
        return "\"" + Texts.shorten(name) + "\" = \"" + Texts.shorten(sent) + "\"";
    }

    // Single values

    static Bilingual besideValues(String key) {
        return new Bilingual(
                "键 \"" + Texts.shorten(key) + "\" 与 \"values\" 并列；请移入 \"values\" 之内",
                "key \"" + Texts.shorten(key) + "\" is beside \"values\"; put it inside");
    }

    /**
     * @param more how many more there are
     */
    static Bilingual context(List<String> names, int more) {
        String all = names.stream().map(n -> "\"" + Texts.shorten(n) + "\"").collect(Collectors.joining(", "));
        return new Bilingual(
                all + (more > 0 ? " 等（另有 " + more + " 项）" : "")
                        + " 与 \"values\" 并列，不予读取；\"values\" 中的值不受影响，可省去这些项，或不予理会",
                all + (more > 0 ? " and " + more + " more" : "")
                        + " stand beside \"values\" and are not read; the values are, so leave these out or take no notice");
    }

    static Bilingual repeatedKey(String key) {
        return new Bilingual(
                "键 \"" + Texts.shorten(key) + "\" 在同一对象中出现两次，无法确定以哪个值为准；每个键请只发送一次",
                "key \"" + Texts.shorten(key)
                        + "\" appears twice in one object, so which value counts is unknown; send each key once");
    }

    static Bilingual textForNumber(String key, String sent) {
        String text = Texts.shorten(sent);
        return ofKey(
                key,
                "此处应为数值，收到的是文本 \"" + text + "\"；请发送不带引号的数值",
                "text \"" + text + "\" where a number is expected; send the number without quotes");
    }

    static Bilingual notFinite(String key, String sent) {
        String text = Texts.shorten(sent);
        return ofKey(
                key,
                "\"" + text + "\" 不是有限数；请发送数值，或省去该键",
                "\"" + text + "\" is not a finite number; send a number, or leave the key out");
    }

    static Bilingual unexpectedMember(String key, String member) {
        String name = Texts.shorten(member);
        return ofKey(
                key,
                "值中不应有 \"" + name + "\"；允许的格式：" + VALUE,
                "\"" + name + "\" is not expected inside a value; allowed: " + VALUE);
    }

    static Bilingual noNumber(String key) {
        return ofKey(key, "对象中没有 \"v\"；请发送 " + VALUE, "the object has no \"v\"; send " + VALUE);
    }

    static Bilingual badFlag(String key, String sent) {
        String flag = Texts.shorten(sent);
        return ofKey(
                key,
                "数据标记 \"" + flag + "\" 未知；允许：N F M S D C T B",
                "flag \"" + flag + "\" is unknown; allowed: N F M S D C T B");
    }

    private static Bilingual ofKey(String key, String zh, String en) {
        String name = Texts.shorten(key);
        return new Bilingual("键 \"" + name + "\"：" + zh, "key \"" + name + "\": " + en);
    }
}
