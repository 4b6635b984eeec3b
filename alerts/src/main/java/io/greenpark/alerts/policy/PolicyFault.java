package io.greenpark.alerts.policy;

import io.greenpark.park.text.Bilingual;

/** A policy that was sent cannot be used: where, what stands there and what is allowed. */
public final class PolicyFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Bilingual words;

    public PolicyFault(String place, String value, Bilingual allowed) {
        this(new Bilingual(
                "\"" + place + "\" 的值 " + value + " 不可用；须为" + allowed.zh(),
                "\"" + place + "\": " + value + " is not allowed; give " + allowed.en()));
    }

    public PolicyFault(Bilingual words) {
        super(words.en());
        this.words = words;
    }

    public Bilingual words() {
        return words;
    }
}
