package io.greenpark.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ts",
                "TS",
                "$ts",
                "t",
                "time",
                "Time",
                "TIME",
                "_time",
                "timestamp",
                "Timestamp",
                "time_stamp",
                "@timestamp",
                "timestampMs",
                "ts_ms",
                "datetime",
                "dateTime",
                "DataTime",
                "date-time",
                "collectTime",
                "collect_time",
                "SampleTime",
                "measuredAt",
                "observedAt",
                "dateObserved",
                "epoch",
                "unixTime",
                "source.timestamp",
                "时间",
                "时间戳",
                "采集时间"
            })
    void the_time_of_the_values(String name) {
        assertThat(TimeName.of(name)).isEqualTo(TimeName.UNDERSTOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sendTime",
                "upload_time",
                "reportTime",
                "createTime",
                "lastUpdateDate",
                "date",
                "utc",
                "上报时间",
                "日期"
            })
    void some_time(String name) {
        assertThat(TimeName.of(name)).isEqualTo(TimeName.SOME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kwh",
                "kw",
                "values",
                "voltage",
                "current",
                "watt",
                "volts",
                "temperature",
                "runtime",
                "uptime",
                "on_time",
                "timezone",
                "timeSource",
                "format",
                "stat",
                "rms",
                "speed",
                "ch",
                "电量",
                "用电量",
                "运行时间"
            })
    void not_a_time(String name) {
        assertThat(TimeName.of(name)).isEqualTo(TimeName.NONE);
    }
}
