package io.greenpark.park.deadletter;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.text.CodedText;

/**
 * Why something was refused: a closed set, which is also the label of the counter and the key of the compacted
 * dead letters. {@link #code} is sent, kept and part of the API.
 */
public enum RejectReason implements CodedText {
    BAD_CREDENTIALS("bad-credentials", "unknown user name or wrong password", "用户名未知或密码错误"),
    FORBIDDEN_DEVICE("forbidden-device", "the sender may not publish for this device", "发送方无权为该设备发布数据"),
    UNKNOWN_DEVICE("unknown-device", "the registry has no such device", "登记册中没有该设备"),
    UNKNOWN_TOPIC("unknown-topic", "not a topic or path that takes telemetry", "不是接收遥测数据的主题或路径"),
    UNKNOWN_KEY("unknown-key", "the device has no point of this key", "设备没有该键对应的测点"),
    POINT_ENDED("point-ended", "the point was ended before this time", "测点在该时间之前已停用"),
    MALFORMED("malformed", "the payload cannot be read", "报文无法解析"),
    TOO_LARGE("too-large", "the message is larger than allowed", "报文超过允许的大小"),
    NOT_A_NUMBER("not-a-number", "the value is not a finite number", "值不是有限数"),
    BAD_FLAG("bad-flag", "the data flag is not one of N F M S D C T B", "数据标记不在 N F M S D C T B 之中"),
    BAD_TIME("bad-time", "the time cannot be read", "时间无法解析"),
    TIME_MISSING("time-missing", "an interval value needs a time of its own", "时段值必须自带时间"),
    TIME_IN_FUTURE("time-in-future", "the time lies ahead of the clock", "时间超前于时钟"),
    TIME_TOO_OLD("time-too-old", "the time lies before anything the registry knows", "时间早于登记册的任何记录"),
    /** Of earlier versions, whose dead letters may be kept: no door refuses a quality of service any more. */
    UNSUPPORTED_QOS("unsupported-qos", "this quality of service is not offered", "不支持该服务质量等级");

    private final String code;
    private final Bilingual text;

    RejectReason(String code, String english, String chinese) {
        this.code = code;
        this.text = new Bilingual(chinese, english);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Bilingual text() {
        return text;
    }
}
