package io.greenpark.registry.rules;

import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.Coefficient;
import io.greenpark.park.unit.Carrier;
import java.math.BigDecimal;

/** Whether the coefficients of a set can be reckoned with. */
final class CoefficientRules {
    private CoefficientRules() {}

    /** Tells which cannot. */
    static void check(CoefficientSet set, FieldFaults faults) {
        if (set.coefficients().isEmpty()) {
            faults.fault("coefficients", "is empty; give those of at least one carrier, or remove the set");
        }
        set.coefficients().forEach((carrier, coefficient) -> check(carrier, coefficient, faults));
    }

    private static void check(Carrier carrier, Coefficient coefficient, FieldFaults faults) {
        String of = "coefficients." + carrier.code() + ".";
        BigDecimal kgce = coefficient.kgcePerUnit();
        BigDecimal co2 = coefficient.co2KgPerUnit();
        if (kgce == null && co2 == null) {
            faults.fault(
                    of + "kgcePerUnit",
                    "is missing, and so is co2KgPerUnit; give at least one (per "
                            + carrier.unit().symbol() + ")");
        }
        if (kgce != null && kgce.signum() <= 0) {
            faults.fault(
                    of + "kgcePerUnit", "\"" + kgce.toPlainString() + "\" is not allowed; accepted: a decimal above 0");
        }
        if (co2 != null && co2.signum() < 0) {
            faults.fault(of + "co2KgPerUnit", "\"" + co2.toPlainString() + "\" is below 0; accepted: 0 or more");
        }
    }
}
