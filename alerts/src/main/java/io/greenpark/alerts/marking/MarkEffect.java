package io.greenpark.alerts.marking;

import io.greenpark.park.text.Bilingual;

/** What an accepted mark does to judging. */
public enum MarkEffect {
    /** It is kept and shown; the data are judged as ever. */
    NONE("仅备案，照常判定", "kept on record; judged as ever"),
    /** The data are invalid: no limit is held against them. */
    INVALID("数据无效，不作超标判定依据", "the data are invalid and no basis for an exceedance"),
    /** The data are valid, and what standard or permit exempts is not judged. */
    EXEMPT("豁免时段，不作超标判定", "exempt: not held against a limit");

    private final Bilingual words;

    MarkEffect(String zh, String en) {
        this.words = new Bilingual(zh, en);
    }

    public Bilingual words() {
        return words;
    }
}
