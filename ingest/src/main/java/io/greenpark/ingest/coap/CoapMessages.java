package io.greenpark.ingest.coap;

import io.greenpark.park.text.Bilingual;

/** Every sentence with which the CoAP door refuses. None may contain a key. */
final class CoapMessages {
    private static final int LONGEST = 120;

    private CoapMessages() {}

    static Bilingual unknownIdentity(String sent) {
        String identity = shorten(sent);
        return new Bilingual(
                "DTLS 身份 \"" + identity + "\" 未知；请使用设备编号及凭据文件中的密钥",
                "DTLS identity \"" + identity
                        + "\" is unknown; use the device's id and its key from the credentials file");
    }

    static Bilingual wrongKey(String identity) {
        return new Bilingual(
                "DTLS 身份 \"" + identity + "\" 使用了错误的密钥；正确的密钥见 credentials/devices.csv",
                "DTLS identity \"" + identity + "\" used a wrong key; the right one is in credentials/devices.csv");
    }

    static Bilingual unknownPath(String sent) {
        String path = shorten(sent);
        return new Bilingual(
                "路径 \"" + path + "\" 不接收遥测数据；请 POST 到 /greenpark/{device}/telemetry",
                "path \"" + path + "\" takes no telemetry; POST to /greenpark/{device}/telemetry");
    }

    static Bilingual wrongMethod(String method) {
        return new Bilingual(
                "此路径不接受方法 \"" + method + "\"；请用 POST 发送遥测数据",
                "method \"" + method + "\" is not taken here; send telemetry with POST");
    }

    /**
     * @param code of the request, as sent
     */
    static Bilingual unknownMethod(int code) {
        return new Bilingual(
                "方法代码 \"0." + twoDigits(code) + "\" 未知；请用 POST (0.02) 发送遥测数据",
                "method code \"0." + twoDigits(code) + "\" is unknown; send telemetry with POST (0.02)");
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    static Bilingual noProxy() {
        return new Bilingual(
                "不支持代理；请直接 POST 到 /greenpark/{device}/telemetry",
                "proxying is not offered; POST to /greenpark/{device}/telemetry itself");
    }

    static Bilingual conditional() {
        return new Bilingual(
                "遥测数据没有版本，不能附带 If-Match 或 If-None-Match；请省去",
                "telemetry has no versions that If-Match or If-None-Match could ask for; leave them out");
    }

    static Bilingual tooLarge(int maxBytes) {
        return new Bilingual(
                "报文大于 coap.maxMessage = " + maxBytes + " 字节；请分成几条消息发送",
                "the payload is larger than coap.maxMessage = " + maxBytes + " bytes; send several messages");
    }

    /**
     * @param why as the stack says it
     */
    static Bilingual blocksMissing(String why) {
        String words = shorten(why);
        return new Bilingual(
                "报文的数据块不连续：" + words + "；请从第 0 块起重新发送",
                "the blocks of the payload do not follow one another: " + words + "; send them again from block 0");
    }

    /**
     * @param why as the stack says it
     */
    static Bilingual malformed(String why) {
        String words = shorten(why);
        return new Bilingual(
                "请求不符合 CoAP：" + words + "；请按 RFC 7252 与 RFC 7959 发送",
                "the request is not CoAP: " + words + "; send it as RFC 7252 and RFC 7959 say");
    }

    /** Text of a sender made fit to be quoted: short, one line. */
    private static String shorten(String sent) {
        StringBuilder clean = new StringBuilder();
        sent.codePoints().limit(LONGEST).forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return sent.codePointCount(0, sent.length()) > LONGEST ? clean + "…" : clean.toString();
    }

    static Bilingual unknownFormat(int format) {
        return new Bilingual(
                "内容格式 \"" + format + "\" 在此未知；请发送 JSON (50)",
                "content format \"" + format + "\" is not known here; send JSON (50)");
    }
}
