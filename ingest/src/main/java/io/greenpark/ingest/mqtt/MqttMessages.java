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

    /** What a client is told whose credentials are wrong, whatever is wrong with them: strangers learn nothing of ids. */
    static Bilingual notSignedIn() {
        return new Bilingual(
                "用户名、密码或令牌错误；平台的死信中写明了原因",
                "wrong user name, password or token; the dead letters of the platform say which");
    }

    static Bilingual clientTooSmall(long maxBytes) {
        return new Bilingual(
                "客户端的 Maximum Packet Size " + maxBytes + " 小于 CONNACK；请增大或不设置",
                "the client's Maximum Packet Size " + maxBytes + " is smaller than CONNACK; raise it or leave it out");
    }

    // Publications

    static Bilingual unknownTopic(String topic) {
        return new Bilingual(
                "主题 \"" + topic + "\" 不接收遥测数据；允许：" + TOPICS + "；其他主题或格式的网关，请在配置 mappings 中写映射",
                "topic \"" + topic + "\" takes no telemetry; allowed: " + TOPICS
                        + "; for a gateway with topics or JSON of its own, add a mapping (mappings)");
    }
}
