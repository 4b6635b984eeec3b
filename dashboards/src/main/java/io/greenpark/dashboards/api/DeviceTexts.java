package io.greenpark.dashboards.api;

import io.greenpark.park.text.Bilingual;

/** Words of devices that stand in files. */
final class DeviceTexts {
    private DeviceTexts() {}

    static Bilingual of(DeviceLine.State state) {
        return switch (state) {
            case TALKING -> new Bilingual("在线", "Sending");
            case SILENT -> new Bilingual("离线（数据中断）", "Silent");
            case REFUSED -> new Bilingual("数据被拒收", "Refused");
            case DOOR_SHUT -> new Bilingual("数据接入未开放", "Door shut");
            case NEVER -> new Bilingual("尚无消息", "Never heard");
            case ENDED -> new Bilingual("已停用", "Ended");
        };
    }
}
