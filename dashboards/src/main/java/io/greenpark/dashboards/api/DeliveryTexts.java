package io.greenpark.dashboards.api;

import io.greenpark.park.text.Bilingual;

/** Words about how much data came that stand in answers and files. */
final class DeliveryTexts {
    static final Bilingual NO_HOURS = new Bilingual(
            "没有应传的小时数据，数据传输有效率无法计算", "no hourly values are due, so there is no effective transmission rate");

    private DeliveryTexts() {}
}
