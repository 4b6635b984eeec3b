package io.greenpark.ingest.mqtt.packet;

import io.greenpark.park.text.Bilingual;

/** Every sentence with which a packet is refused. Names of fields and packets are those of the standard. */
final class PacketMessages {
    private PacketMessages() {}

    // Fixed header

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

    static Bilingual reservedFlags(String type) {
        return new Bilingual(
                "报文 " + type + " 固定头中的保留标志位有误；请按标准 2.1.3 设置",
                "the reserved flags in the fixed header of " + type
                        + " are wrong; set them as the standard says in 2.1.3");
    }

    static Bilingual badLength() {
        return new Bilingual(
                "长度的编码有误；可变字节整数最多 4 个字节，且应尽可能短",
                "a length is not well encoded; a variable byte integer has at most 4 bytes and no more than it needs");
    }

    static Bilingual tooLarge(int maxBytes) {
        return new Bilingual(
                "报文大于 mqtt.maxMessage = " + maxBytes + " 字节；请发送较小的消息",
                "the packet is larger than mqtt.maxMessage = " + maxBytes + " bytes; send smaller messages");
    }

    static Bilingual connectTooLarge(int maxBytes) {
        return new Bilingual(
                "CONNECT 大于 " + maxBytes + " 字节；请缩短遗嘱、属性或令牌",
                "CONNECT is larger than " + maxBytes + " bytes; shorten its will, properties or token");
    }

    // Fields

    static Bilingual cutShort() {
        return new Bilingual("报文在其字段结束之前就结束了；请更正其长度", "the packet ends before its fields do; correct its lengths");
    }

    static Bilingual leftOver(int bytes, String type) {
        return new Bilingual(
                "报文 " + type + " 在最后一个字段之后还有 " + bytes + " 个字节；请更正其长度",
                bytes + " bytes follow the last field of " + type + "; correct its lengths");
    }

    static Bilingual illFormedText(String field) {
        return new Bilingual(
                field + " 不是合法的 UTF-8 文本，或含有 U+0000；请更正编码",
                "the " + field + " is not well-formed UTF-8, or holds U+0000; correct the encoding");
    }

    static Bilingual packetIdZero(String type) {
        return new Bilingual(
                "报文 " + type + " 的报文标识符为 0；允许 1 到 65535", "the packet id of " + type + " is 0; 1 to 65535 are allowed");
    }

    static Bilingual reasonCode(String type, int code) {
        return new Bilingual(
                "报文 " + type + " 中不允许原因码 " + hex(code), "reason code " + hex(code) + " is not allowed in " + type);
    }

    // CONNECT

    static Bilingual protocolName() {
        return new Bilingual(
                "这不是 MQTT 的 CONNECT；请使用 MQTT 3.1、3.1.1 或 5", "this is no CONNECT of MQTT; use MQTT 3.1, 3.1.1 or 5");
    }

    static Bilingual wrongVersion(int level) {
        return new Bilingual(
                "不支持协议级别 " + level + "；请使用 MQTT 3.1、3.1.1 或 5",
                "protocol level " + level + " is not offered; use MQTT 3.1, 3.1.1 or 5");
    }

    static Bilingual reservedConnectFlag() {
        return new Bilingual("CONNECT 的保留标志位必须为 0", "the reserved flag of CONNECT must be 0");
    }

    static Bilingual willFlags() {
        return new Bilingual(
                "CONNECT 的遗嘱标志有误；遗嘱 QoS 为 0 到 2，没有遗嘱时遗嘱 QoS 和遗嘱保留均为 0",
                "the will flags of CONNECT are wrong; will QoS is 0 to 2, and without a will both it and will retain are 0");
    }

    static Bilingual passwordAlone() {
        return new Bilingual(
                "MQTT 3.1.1 中没有用户名就不能有密码；请一并发送用户名", "MQTT 3.1.1 allows no password without a user name; send both");
    }

    static Bilingual authenticationDataAlone() {
        return new Bilingual(
                "有 Authentication Data 却没有 Authentication Method；请用用户名和密码登录",
                "there is Authentication Data without an Authentication Method; sign in with user name and password");
    }

    // Properties

    static Bilingual propertiesTooLong(int length, int there) {
        return new Bilingual(
                "属性长度为 " + length + " 字节，报文中只剩 " + there + " 字节；请更正属性长度",
                "the properties are said to take " + length + " bytes, and " + there
                        + " are left in the packet; correct the property length");
    }

    static Bilingual propertyNotHere(String id, String place) {
        return new Bilingual(
                "客户端不得在 " + place + " 中发送属性 " + id + "；请去掉该属性",
                "a client may not send property " + id + " in " + place + "; leave it out");
    }

    static Bilingual propertyTwice(String property) {
        return new Bilingual(
                "属性 " + property + " 出现了两次；只允许一次", "property " + property + " stands twice; once is allowed");
    }

    static Bilingual propertyValue(String property, long value, long least, long most) {
        return new Bilingual(
                "属性 " + property + " 的值为 " + value + "；允许 " + least + " 到 " + most,
                "property " + property + " is " + value + "; " + least + " to " + most + " are allowed");
    }

    // Messages and topics

    static Bilingual qosThree() {
        return new Bilingual("QoS 3 不存在；请用 QoS 0、1 或 2 发布", "there is no QoS 3; publish with QoS 0, 1 or 2");
    }

    static Bilingual duplicateWithoutQos() {
        return new Bilingual(
                "QoS 0 的消息不会重发，其 DUP 标志必须为 0", "a message of QoS 0 is never repeated; its DUP flag must be 0");
    }

    static Bilingual emptyTopic() {
        return new Bilingual("主题为空；请写出主题", "the topic is empty; name one");
    }

    static Bilingual wildcards(String field) {
        return new Bilingual(
                field + " 含有通配符 # 或 +；请发布到具体的主题", "the " + field + " holds a wildcard, # or +; name one topic");
    }

    static Bilingual topicAlias(int alias, int most) {
        return new Bilingual(
                "主题别名 " + alias + " 不可用；允许 1 到 " + most + "（CONNACK 中的 Topic Alias Maximum）",
                "topic alias " + alias + " cannot be used; 1 to " + most
                        + " are allowed (Topic Alias Maximum in CONNACK)");
    }

    static Bilingual unknownAlias(int alias) {
        return new Bilingual(
                "主题别名 " + alias + " 在此连接中尚未定义；请先连同主题一起发送",
                "topic alias " + alias + " has no topic on this connection yet; send it with its topic first");
    }

    static Bilingual noFilter(String type) {
        return new Bilingual("报文 " + type + " 没有主题过滤器；请至少给出一个", "packet " + type + " holds no topic filter; name one");
    }

    static Bilingual badFilter() {
        return new Bilingual(
                "主题过滤器有误；不得为空，+ 占满一级，# 只能在末尾",
                "the topic filter is wrong; it may not be empty, + fills a level, # stands at the end");
    }

    static Bilingual subscriptionOptions(int options) {
        return new Bilingual(
                "订阅选项 " + hex(options) + " 有误；请按标准 3.8.3.1 设置",
                "the subscription options " + hex(options) + " are wrong; set them as the standard says in 3.8.3.1");
    }

    static Bilingual subscriptionIdentifier() {
        return new Bilingual(
                "不支持订阅标识符（CONNACK 已说明）；请去掉它",
                "subscription identifiers are not offered, as CONNACK said; leave it out");
    }

    private static String hex(int number) {
        return String.format("0x%02X", number);
    }
}
