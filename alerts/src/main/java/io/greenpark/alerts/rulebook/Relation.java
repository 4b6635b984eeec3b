package io.greenpark.alerts.rulebook;

import io.greenpark.alerts.cases.Case;
import io.greenpark.park.text.Bilingual;
import java.util.Set;

/** In which place something has to be, that one case explains another. */
public enum Relation {
    /** What is judged is the same: a limit and its warning, of the same point and period. */
    SAME(
            new Bilingual("同一监测指标", "the same point and period"),
            Set.of(Case.Rule.LIMIT_EXCEEDED, Case.Rule.LIMIT_WARNING)),
    DEVICE(
            new Bilingual("同一设备", "the same device"),
            Set.of(
                    Case.Rule.DEVICE_SILENT,
                    Case.Rule.DATA_STANDS_STILL,
                    Case.Rule.LIMIT_EXCEEDED,
                    Case.Rule.LIMIT_WARNING)),
    GATEWAY(new Bilingual("网关所接设备", "devices of the gateway"), Set.of(Case.Rule.GATEWAY_SILENT)),
    DOOR(new Bilingual("接入口的设备", "devices of the door"), Set.of(Case.Rule.DOOR_SILENT)),
    OUTLET(new Bilingual("同一排口的点位", "points of the outlet"), Set.of(Case.Rule.LIMIT_EXCEEDED, Case.Rule.LIMIT_WARNING)),
    ENTERPRISE(
            new Bilingual("同一企业", "the same enterprise"),
            Set.of(
                    Case.Rule.ENERGY_DECLINE_BEHIND,
                    Case.Rule.LIMIT_EXCEEDED,
                    Case.Rule.LIMIT_WARNING,
                    Case.Rule.DEVICE_SILENT,
                    Case.Rule.GATEWAY_SILENT,
                    Case.Rule.DATA_STANDS_STILL,
                    Case.Rule.NO_WORKING_CONTACT,
                    Case.Rule.POWER_WHILE_STOPPED));

    private final Bilingual words;
    private final Set<Case.Rule> explaining;

    Relation(Bilingual words, Set<Case.Rule> explaining) {
        this.words = words;
        this.explaining = explaining;
    }

    public Bilingual words() {
        return words;
    }

    /** Whether cases of a kind are about something of which this can be said. */
    boolean explains(Case.Rule kind) {
        return explaining.contains(kind);
    }

    /** Whether this can be said of what cases of a kind are about. */
    boolean isExplained(Case.Rule kind) {
        return switch (this) {
            case SAME, DEVICE, OUTLET, ENTERPRISE -> explaining.contains(kind);
            case GATEWAY -> kind != Case.Rule.GATEWAY_SILENT && DEVICE.explaining.contains(kind);
            case DOOR -> kind == Case.Rule.DEVICE_SILENT || kind == Case.Rule.GATEWAY_SILENT;
        };
    }
}
