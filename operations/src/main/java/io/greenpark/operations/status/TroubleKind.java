package io.greenpark.operations.status;

import io.greenpark.config.setting.EnumCode;

/** What is wrong: a closed set whose {@link #code} is part of the API and never changes. */
public enum TroubleKind {
    EVENT_LOOP_STUCK("an event loop no longer turns", "事件循环停转"),
    WRITER_ENDED("a writing thread has ended", "写入线程已终止"),
    READER_ENDED("a reader's thread has ended", "读取线程已终止"),

    DOOR_SHUT("a data intake is closed", "数据接入通道未开放"),
    LOG_NOT_WRITABLE("the telemetry log cannot be written", "遥测日志无法写入"),
    DEAD_LETTERS_NOT_WRITABLE("refused data cannot be kept", "被拒数据无法保存"),
    BOOKS_UNREACHABLE("the books cannot be reached", "核算数据库无法访问"),

    REGISTRY_FAULTY("the registry's files have faults", "登记册文件有错误"),
    REGISTRY_WAITING("the registry's files wait for confirmation", "登记册文件等待确认"),
    BROKER_AWAY("a broker is not connected", "消息代理未连接"),
    READER_FAILS("a reader fails", "读取任务失败"),
    POINT_NOT_COMPUTED("the arithmetic of a point fails", "测点无法核算"),
    WITHHELD_IN_INFLUX("InfluxDB holds figures that may not be told there", "InfluxDB 中存有不得对外显示的数值"),
    CANARY_MISSING("the canary reading did not arrive", "探测读数未到达"),
    CERTIFICATE("a certificate is to be renewed", "证书需要更新"),
    DISK_FILLING("a disk will soon be full", "磁盘即将写满"),
    HTTP_CROWDED("the console's connections are used up", "控制台的连接数已用尽");

    private final String english;
    private final String chinese;

    TroubleKind(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    public String code() {
        return EnumCode.of(this);
    }

    public String english() {
        return english;
    }

    public String chinese() {
        return chinese;
    }
}
