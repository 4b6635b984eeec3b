package io.greenpark.park.finding;

import io.greenpark.park.text.Bilingual;

/** What is noticed about the readings of a point. The names stand in the books and the API, so none is ever renamed. */
public enum FindingKind {
    INVALID(Whose.OFFICER, "values that the point cannot have", "测点不可能有的数值"),
    TOO_MUCH(Whose.OFFICER, "amounts above what the point can have", "用量超过测点的最大可能"),
    BESIDE_THE_GRID(Whose.OPERATOR, "stamps that fit no period", "时间戳不属于任何统计时段"),
    OVERLAPPED(Whose.OFFICER, "values whose time is another's", "所代表时段与其他数值重叠"),
    SECOND_CLOCK(Whose.OPERATOR, "two clocks or periods under one key", "同一键下有两个时钟或两种周期"),
    EXCURSION(Whose.OFFICER, "the register left its track and came back", "表计示数离开后又返回"),
    NEW_BASE(Whose.OFFICER, "the register went on from another value", "表计示数从另一数值继续"),
    LIKE_REPLACED(Whose.OFFICER, "probably another meter", "疑似更换表计"),
    FALL_THAT_STAYED(Whose.OFFICER, "the register fell and stayed down", "表计示数下降后未恢复"),
    FREEZE(Whose.OFFICER, "the register stood still and then caught up", "表计示数停滞后补上"),
    LONG_STEP(Whose.OFFICER, "the register was not read for too long", "表计过久没有读数");

    private enum Whose {
        OFFICER,
        OPERATOR
    }

    private final Whose whose;
    private final Bilingual text;

    FindingKind(Whose whose, String english, String chinese) {
        this.whose = whose;
        this.text = new Bilingual(chinese, english);
    }

    /** Whether it is for who runs the platform: the device or its gateway is set up wrong. */
    public boolean forOperator() {
        return whose == Whose.OPERATOR;
    }

    /** Whether it is told one by one, and not by the month: each asks for a decision of its own. */
    public boolean eachByItself() {
        return this == LIKE_REPLACED || this == FALL_THAT_STAYED;
    }

    public Bilingual text() {
        return text;
    }
}
