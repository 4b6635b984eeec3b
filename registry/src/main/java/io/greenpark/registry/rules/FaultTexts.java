package io.greenpark.registry.rules;

import io.greenpark.config.setting.Accepted;
import io.greenpark.park.text.Bilingual;

/** Sentences that several rules tell. They begin with the value in quotation marks, so that it can be taken out where it may not be told. */
final class FaultTexts {
    private FaultTexts() {}

    static Bilingual notAllowed(String value, Bilingual accepted) {
        return Accepted.refusal(value, accepted);
    }

    /** A value that may not be told, as it may be a secret or a person's. */
    static Bilingual notAllowed(Bilingual accepted) {
        return new Bilingual("无效；应为：" + accepted.zh(), "is not allowed; accepted: " + accepted.en());
    }

    static Bilingual notAfterStart(Object end, Object start) {
        return new Bilingual(
                "“" + end + "”不晚于生效时间 " + start + "；请填写更晚的时间", "\"" + end + "\" is not after validFrom " + start);
    }

    static Bilingual below0(String value) {
        return new Bilingual("“" + value + "”小于 0；应为 0 或以上", "\"" + value + "\" is below 0; accepted: 0 or more");
    }
}
