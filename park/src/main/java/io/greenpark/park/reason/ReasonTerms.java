package io.greenpark.park.reason;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.CarrierNames;

/** Codes among the details of a reason as they read within a sentence. English keeps the codes of the registry files. */
final class ReasonTerms {
    static final Bilingual STANDARD_COAL_FACTOR = new Bilingual("折标准煤系数", "standard coal factor");
    static final Bilingual CO2_FACTOR = new Bilingual("二氧化碳排放因子", "CO2 factor");

    private ReasonTerms() {}

    static Bilingual of(String name, String code) {
        return switch (name) {
            case "basis" -> new Bilingual(basis(code), code);
            case "factor" -> Reason.Factor.valueOf(code) == Reason.Factor.CO2 ? CO2_FACTOR : STANDARD_COAL_FACTOR;
            case "carrier", "carriers" ->
                new Bilingual(Carrier.ofCode(code).map(CarrierNames::chinese).orElse(code), code);
            default -> Bilingual.same(code);
        };
    }

    private static String basis(String code) {
        return switch (code) {
            case "EQUIVALENT" -> "当量值";
            case "EQUAL_VALUE" -> "等价值";
            default -> code;
        };
    }
}
