package io.greenpark.plan.rule;

import io.greenpark.plan.sheet.SheetFigures;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Something an enterprise has of which it may use more or less. */
public enum Utilisation {
    LAND("landPercent", Check.What.LAND_PERCENT, Lack.LAND_IN_USE),
    CAPACITY("capacityPercent", Check.What.CAPACITY_PERCENT, Lack.CAPACITY_USED),
    APPROVED_ENERGY("energyPercent", Check.What.ENERGY_PERCENT, Lack.ENERGY_USED),
    APPROVED_DISCHARGE("dischargePercent", Check.What.DISCHARGE_PERCENT, Lack.DISCHARGE_USED);

    private final String fact;
    private final Check.What what;
    private final Lack lack;

    Utilisation(String fact, Check.What what, Lack lack) {
        this.fact = fact;
        this.what = what;
        this.lack = lack;
    }

    String fact() {
        return fact;
    }

    Check.What what() {
        return what;
    }

    Lack lack() {
        return lack;
    }

    /** How much of it is used; null where nobody knows. What the meters counted comes before what the sheet says. */
    @Nullable
    Used of(EnterpriseYears enterprise, int year, SheetFigures figures) {
        return switch (this) {
            case LAND -> land(figures.landInUseMu(), figures.landMu());
            case CAPACITY -> stated(figures.capacityUsedPercent());
            case APPROVED_ENERGY -> measured(enterprise.energy().get(year), figures.energyUsedPercent());
            case APPROVED_DISCHARGE -> measured(enterprise.discharge().get(year), figures.dischargeUsedPercent());
        };
    }

    private static @Nullable Used land(@Nullable BigDecimal inUse, @Nullable BigDecimal own) {
        return inUse == null || own == null || own.signum() <= 0 ? null : new Used(inUse, own);
    }

    private static @Nullable Used measured(@Nullable Used measured, @Nullable BigDecimal stated) {
        return measured != null ? measured : stated(stated);
    }

    private static @Nullable Used stated(@Nullable BigDecimal percent) {
        return percent == null ? null : Used.percent(percent);
    }
}
