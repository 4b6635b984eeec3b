package io.greenpark.alerts.text;

import io.greenpark.park.registry.Name;

/** The labels of a notice's lines. */
final class Labels {
    static final Name WHO = new Name("对象", "Who");
    static final Name WHAT = new Name("事项", "What");
    static final Name FIGURE = new Name("数值", "Figure");
    static final Name LATEST = new Name("最新", "Latest");
    static final Name LIMIT = new Name("限值", "Limit");
    static final Name TARGET = new Name("目标", "Target");
    static final Name SINCE = new Name("起始", "Since");
    static final Name UNTIL = new Name("结束", "Until");
    static final Name SURE = new Name("可信度", "How sure");

    private Labels() {}
}
