package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the documents of the registry are about. Each has an id that is unique in its kind: of contacts, statistics, bills and closed
 * months it is made of what they belong to, see {@link DocumentKey#contact}, {@link DocumentKey#statistic}, {@link DocumentKey#bill} and
 * {@link DocumentKey#closing}.
 */
public enum DocumentKind {
    DISTRICT("district", "district", "区"),
    PARK("park", "park", "园区"),
    ENTERPRISE("enterprise", "enterprise", "企业"),
    CONTACT("contact", "contact", "联系人"),
    OUTLET("outlet", "outlet", "排放口"),
    GATEWAY("gateway", "gateway", "网关"),
    DEVICE("device", "device", "设备"),
    POINT("point", "point", "测点"),
    STATISTIC("statistic", "statistic", "统计数据"),
    BILL("bill", "bill", "供能账单"),
    COEFFICIENT_SET("coefficient-set", "coefficient set", "系数集"),
    TARGET("target", "target", "目标"),
    LIMIT("limit", "limit", "限值"),
    /** A month of a park that is closed. */
    CLOSING("closing", "closed month", "关账月份");

    private final String code;
    private final Bilingual named;

    DocumentKind(String code, String noun, String zh) {
        this.code = code;
        this.named = new Bilingual(zh, noun);
    }

    /** The kind of a code; empty if there is none. */
    public static Optional<DocumentKind> ofCode(String code) {
        return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }

    /** How the kind is written in books and addresses. */
    public String code() {
        return code;
    }

    /** What one is called. */
    public Bilingual named() {
        return named;
    }

    /** What one is called in English messages. */
    public String noun() {
        return named.en();
    }
}
