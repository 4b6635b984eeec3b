package io.greenpark.objection.form;

/** Where an objection stands. Names are in the books. */
public enum ObjectionState {
    /** 异议中: somebody is to decide. */
    OPEN,
    /** 异议成立. */
    UPHELD,
    /** 异议部分成立. */
    PARTLY,
    /** 异议不成立. */
    REJECTED,
    /** 已撤回: by the enterprise; what it was about is as if nothing had been said. */
    WITHDRAWN;

    /** Whether it was decided that the enterprise is right, in whole or in part. */
    public boolean isRight() {
        return this == UPHELD || this == PARTLY;
    }

    /** Whether a decision can be this. */
    public boolean isRuling() {
        return isRight() || this == REJECTED;
    }
}
