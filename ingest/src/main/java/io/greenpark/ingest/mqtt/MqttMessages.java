package io.greenpark.ingest.mqtt;

import io.greenpark.park.text.Bilingual;

/** Every sentence with which the MQTT listener refuses. None may contain a secret. */
final class MqttMessages {
    private static final String TOPICS = "greenpark/{device}/telemetry, v1/devices/me/telemetry, v1/gateway/telemetry";

    private MqttMessages() {}

    // Signing in

    static Bilingual noEnhancedAuthentication() {
        return new Bilingual(
                "不支持增强认证；请用用户名和密码登录", "enhanced authentication is not offered; sign in with user name and password");
    }

    static Bilingual emptyClientId() {
        return new Bilingual(
                "客户端标识为空时必须使用干净会话（MQTT 3.1.1，3.1.3.1）；请给出客户端标识，或使用干净会话",
                "an empty client id needs a clean session (MQTT 3.1.1, 3.1.3.1); send a client id or ask for a clean"
                        + " session");
    }

    static Bilingual anonymous() {
        return new Bilingual(
                "不允许匿名连接；请以设备或网关的身份，用其密码或令牌登录",
                "anonymous connections are not allowed; sign in as a device or gateway with its password or token");
    }

    static Bilingual noPassword(String user) {
        return new Bilingual(
                "用户名 \"" + user + "\" 未附密码；请发送其密码，或以其令牌作为用户名",
                "user name \"" + user + "\" came without a password; send its password, or its token as user name");
    }

    static Bilingual wrongPassword(String user) {
        return new Bilingual(
                "用户名 \"" + user + "\" 的密码错误；正确的密码见 credentials/devices.csv",
                "wrong password for user name \"" + user + "\"; the right one is in credentials/devices.csv");
    }

    static Bilingual unknownToken() {
        return new Bilingual(
                "访问令牌未知；正确的令牌见 credentials/devices.csv",
                "unknown access token; the right ones are in credentials/devices.csv");
    }

    static Bilingual unknownUser() {
        return new Bilingual(
                "用户名既不是登记册中的设备，也不是网关；请登记，或更正用户名",
                "user name is neither a device nor a gateway of the registry; register it or correct the name");
    }

    static Bilingual from(Bilingual what, String address) {
        return new Bilingual(what.zh() + "（来自 " + address + "）", what.en() + " (from " + address + ")");
    }

    // Packets

    static Bilingual firstPacket(String type) {
        return new Bilingual(
                "第一个报文必须是 CONNECT，收到的是 " + type + "；请先登录",
                "the first packet must be CONNECT, not " + type + "; sign in first");
    }

    static Bilingual unexpectedPacket(String type) {
        return new Bilingual(
                "此处不应出现报文 " + type + "；登录后请发送 PUBLISH、PINGREQ 或 DISCONNECT",
                "packet " + type + " is not expected here; after signing in send PUBLISH, PINGREQ or DISCONNECT");
    }

    static Bilingual tooLarge(int maxBytes) {
        return new Bilingual(
                "报文大于 mqtt.maxMessage = " + maxBytes + " 字节；请发送较小的消息",
                "the packet is larger than mqtt.maxMessage = " + maxBytes + " bytes; send smaller messages");
    }

    static Bilingual wrongVersion() {
        return new Bilingual("不支持该协议版本；请使用 MQTT 3.1.1 或 5", "the protocol version is not offered; use MQTT 3.1.1 or 5");
    }

    static Bilingual invalidClientId(int longest) {
        return new Bilingual(
                "客户端标识无效；允许最多 " + longest + " 个字符",
                "the client id is not valid; at most " + longest + " characters are allowed");
    }

    static Bilingual notMqtt(String codecMessage) {
        return new Bilingual(
                "报文不是 MQTT：" + codecMessage + "；请使用 MQTT 3.1.1 或 5",
                "the packet is not MQTT: " + codecMessage + "; use MQTT 3.1.1 or 5");
    }

    // Publications

    static Bilingual unknownTopic(String topic) {
        return new Bilingual(
                "主题 \"" + topic + "\" 不接收遥测数据；允许：" + TOPICS,
                "topic \"" + topic + "\" takes no telemetry; allowed: " + TOPICS);
    }

    static Bilingual qosTwo() {
        return new Bilingual("对 MQTT 5 不支持 QoS 2；请用 QoS 1 发布", "QoS 2 is not offered to MQTT 5; publish with QoS 1");
    }
}
