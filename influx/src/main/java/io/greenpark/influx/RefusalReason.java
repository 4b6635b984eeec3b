package io.greenpark.influx;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.text.CodedText;

/** Why a point is not in InfluxDB and never will be by itself: a closed set. {@link #code} is kept in the books. */
public enum RefusalReason implements CodedText {
    FIELD_TYPE_CONFLICT("field-type-conflict", "the field exists with another type", "字段已以其他类型存在"),
    UNREADABLE("unreadable", "the server cannot read the line", "服务器无法解析该行"),
    BEYOND_RETENTION("beyond-retention", "the retention policy does not reach back that far", "早于保留策略的期限"),
    LIMIT_EXCEEDED("limit-exceeded", "a limit of the server on series or columns is reached", "超出服务器对序列或列数的上限"),
    TOO_LARGE("too-large", "the line alone is larger than a request may be", "单行超过请求大小上限"),
    UNKNOWN_POINT("unknown-point", "the registry no longer knows the point", "登记册中已无该测点"),
    OTHER("other", "the server's words say why", "原因见服务器原文");

    private final String code;
    private final Bilingual text;

    RefusalReason(String code, String english, String chinese) {
        this.code = code;
        this.text = new Bilingual(chinese, english);
    }

    /** The reason of a code; of one that a newer version wrote, {@link #OTHER}. */
    static RefusalReason ofCode(String code) {
        return CodedText.ofCode(values(), code).orElse(OTHER);
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
