package io.greenpark.dashboards.api;

import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.text.Bilingual;

/** What kinds of documents of the registry are called. */
final class DocumentTexts {
    private DocumentTexts() {}

    static Bilingual of(DocumentKind kind) {
        String zh =
                switch (kind) {
                    case DISTRICT -> "区";
                    case PARK -> "园区";
                    case ENTERPRISE -> "企业";
                    case CONTACT -> "联系人";
                    case OUTLET -> "排放口";
                    case GATEWAY -> "网关";
                    case DEVICE -> "设备";
                    case POINT -> "测点";
                    case STATISTIC -> "统计数据";
                    case BILL -> "供能账单";
                    case COEFFICIENT_SET -> "系数集";
                    case TARGET -> "目标";
                    case LIMIT -> "限值";
                };
        return new Bilingual(zh, kind.noun());
    }
}
