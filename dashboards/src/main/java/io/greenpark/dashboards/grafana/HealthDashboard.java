package io.greenpark.dashboards.grafana;

import static io.greenpark.store.series.SeriesSchema.FAILING;
import static io.greenpark.store.series.SeriesSchema.FREE_BYTES;
import static io.greenpark.store.series.SeriesSchema.HEALTH;
import static io.greenpark.store.series.SeriesSchema.HEALTH_DISK;
import static io.greenpark.store.series.SeriesSchema.HEALTH_DOOR;
import static io.greenpark.store.series.SeriesSchema.HEALTH_READER;
import static io.greenpark.store.series.SeriesSchema.INFLUX_REFUSED;
import static io.greenpark.store.series.SeriesSchema.IN_FLIGHT;
import static io.greenpark.store.series.SeriesSchema.IN_FLIGHT_LIMIT;
import static io.greenpark.store.series.SeriesSchema.LAG;
import static io.greenpark.store.series.SeriesSchema.LOG_BYTES;
import static io.greenpark.store.series.SeriesSchema.NOTICES_GIVEN_UP;
import static io.greenpark.store.series.SeriesSchema.NOTICES_PENDING;
import static io.greenpark.store.series.SeriesSchema.QUARANTINED_DEVICES;
import static io.greenpark.store.series.SeriesSchema.READINGS;
import static io.greenpark.store.series.SeriesSchema.REFUSALS;
import static io.greenpark.store.series.SeriesSchema.TAG_NAME;
import static io.greenpark.store.series.SeriesSchema.TROUBLES;

import io.greenpark.dashboards.grafana.Panel.Visualization;
import io.greenpark.park.text.Bilingual;
import java.util.List;

/** How Greenpark itself is. */
public final class HealthDashboard {
    private HealthDashboard() {}

    /** The dashboard {@code greenpark-health}. */
    public static Dashboard dashboard() {
        return new Dashboard(
                "greenpark-health",
                new Bilingual("平台运行", "Greenpark's health"),
                "now-24h",
                List.of(),
                List.of(),
                "/operations",
                List.of(
                        troubles(),
                        lag(),
                        failing(),
                        doors(),
                        refusals(),
                        queues(),
                        notices(),
                        disks(),
                        refused(),
                        log()));
    }

    private static Panel of(Visualization visualization, String zh, String en) {
        return Panel.of(visualization, zh, en)
                .says("每十分钟一值; 平台未运行时无值。", "Every ten minutes; none while the platform does not run.")
                .every("10m");
    }

    private static PanelQuery highest(String field, String zh, String en) {
        return PanelQuery.curve(InfluxQl.highest(field, HEALTH), zh, en);
    }

    private static Panel troubles() {
        return of(Visualization.STEPS, "故障", "Troubles").asks(highest(TROUBLES, "故障", "troubles"));
    }

    private static Panel lag() {
        return of(Visualization.STEPS, "处理滞后", "Lag of readers")
                .asks(PanelQuery.curves(InfluxQl.highest(LAG, HEALTH_READER), TAG_NAME));
    }

    private static Panel failing() {
        return of(Visualization.STEPS, "出错的处理环节 (1 = 出错)", "Readers that fail (1 = fails)")
                .asks(PanelQuery.curves(InfluxQl.highest(FAILING, HEALTH_READER), TAG_NAME));
    }

    private static Panel doors() {
        return of(Visualization.LINES, "接收的读数", "Readings taken in")
                .says("启动以来的累计, 按接入口; 重启后从零开始。", "Since the process began, by door; a restart begins at nothing.")
                .asks(PanelQuery.curves(InfluxQl.highest(READINGS, HEALTH_DOOR), TAG_NAME));
    }

    private static Panel refusals() {
        return of(Visualization.LINES, "拒收", "Refusals")
                .says("启动以来的累计, 按接入口。", "Since the process began, by door.")
                .asks(PanelQuery.curves(InfluxQl.highest(REFUSALS, HEALTH_DOOR), TAG_NAME));
    }

    private static Panel queues() {
        return of(Visualization.STEPS, "接收队列与上限", "Intake queue and its limit")
                .asks(highest(IN_FLIGHT, "在途", "in flight"), highest(IN_FLIGHT_LIMIT, "上限", "limit"));
    }

    private static Panel notices() {
        return of(Visualization.STEPS, "通知", "Notices")
                .asks(
                        highest(NOTICES_PENDING, "待送", "to be delivered"),
                        highest(NOTICES_GIVEN_UP, "未能送达", "never delivered"));
    }

    private static Panel disks() {
        return of(Visualization.LINES, "磁盘剩余", "Free disk")
                .in("decbytes")
                .asks(PanelQuery.curves(InfluxQl.newest(FREE_BYTES, HEALTH_DISK), TAG_NAME));
    }

    private static Panel refused() {
        return of(Visualization.STEPS, "InfluxDB 拒收与待认领设备", "Refused by InfluxDB and devices to be claimed")
                .asks(
                        highest(INFLUX_REFUSED, "InfluxDB 拒收的点", "points refused by InfluxDB"),
                        highest(QUARANTINED_DEVICES, "待认领设备", "devices to be claimed"));
    }

    private static Panel log() {
        return of(Visualization.LINES, "日志大小", "Size of the log").in("decbytes").asks(highest(LOG_BYTES, "日志", "log"));
    }
}
