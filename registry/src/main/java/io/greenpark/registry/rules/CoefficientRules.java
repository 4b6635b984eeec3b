package io.greenpark.registry.rules;

import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.Coefficient;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import java.math.BigDecimal;

/** Whether the coefficients of a set can be reckoned with. */
final class CoefficientRules {
    private CoefficientRules() {}

    /** Tells which cannot. */
    static void check(CoefficientSet set, FieldFaults faults) {
        if (set.coefficients().isEmpty()) {
            faults.fault(
                    "coefficients",
                    new Bilingual(
                            "没有任何系数；请至少填写一种能源的系数，或删除该系数集",
                            "is empty; give those of at least one carrier, or remove the set"));
        }
        set.coefficients().forEach((carrier, coefficient) -> check(carrier, coefficient, faults));
    }

    private static void check(Carrier carrier, Coefficient coefficient, FieldFaults faults) {
        String of = "coefficients." + carrier.code() + ".";
        BigDecimal kgce = coefficient.kgcePerUnit();
        BigDecimal co2 = coefficient.co2KgPerUnit();
        if (kgce == null && co2 == null) {
            faults.fault(of + "kgcePerUnit", FaultTexts.noFactor(carrier));
        }
        if (kgce != null && kgce.signum() <= 0) {
            faults.fault(
                    of + "kgcePerUnit",
                    FaultTexts.notAllowed(kgce.toPlainString(), new Bilingual("大于 0 的数值", "a decimal above 0")));
        }
        if (co2 != null && co2.signum() < 0) {
            faults.fault(of + "co2KgPerUnit", FaultTexts.below0(co2.toPlainString()));
        }
    }
}
