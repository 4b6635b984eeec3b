package io.greenpark.registry;

import static io.greenpark.config.setting.Accepted.choice;
import static io.greenpark.config.setting.Accepted.decimal;
import static io.greenpark.config.setting.Accepted.positive;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.config.setting.NearName;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.Coefficient;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads coefficient sets. A set that {@code extends} one above takes over every coefficient it does not state itself. */
final class CoefficientSection {
    private final Map<String, CoefficientSet> above = new HashMap<>();

    @Nullable
    CoefficientSet set(Settings f) {
        String id = f.text("id");
        LocalDate from = f.required("validFrom", f.value("validFrom", Times.DATE), "a date, e.g. 2021-04-01");
        LocalDate to = f.value("validTo", Times.DATE);
        ElectricityBasis basis = f.required("basis", choice(ElectricityBasis.class));
        Map<Carrier, Coefficient> coefficients = new EnumMap<>(Carrier.class);
        inherit(f, basis, coefficients);
        Settings stated =
                f.required("coefficients", f.below("coefficients"), "a mapping of carriers, e.g. electricity");
        if (stated != null) {
            for (String code : stated.names()) {
                coefficient(stated, code, coefficients);
            }
        }
        f.reportUnknown();
        if (from != null && to != null && !to.isAfter(from)) {
            f.fault("validTo", "\"" + to + "\" is not after validFrom " + from);
        }
        if (id == null || from == null || basis == null || !f.sound()) {
            return null;
        }
        CoefficientSet set = new CoefficientSet(id, from, to, basis, coefficients);
        checkStart(f, set);
        above.put(id, set);
        return set;
    }

    private void inherit(Settings f, @Nullable ElectricityBasis basis, Map<Carrier, Coefficient> coefficients) {
        String parentId = f.text("extends");
        if (parentId == null) {
            return;
        }
        CoefficientSet parent = above.get(parentId);
        if (parent == null) {
            f.fault(
                    "extends",
                    "there is no sound coefficient set \"" + parentId + "\" above"
                            + NearName.hint(parentId, above.keySet(), "; a set extends one that stands above it"));
            return;
        }
        if (basis != null && parent.basis() != basis) {
            f.fault(
                    "extends",
                    "\"" + parentId + "\" is of basis " + EnumCode.of(parent.basis()) + "; bases are never mixed");
        }
        coefficients.putAll(parent.coefficients());
    }

    private static void coefficient(Settings stated, String code, Map<Carrier, Coefficient> coefficients) {
        Carrier carrier = Carrier.ofCode(code).orElse(null);
        if (carrier == null) {
            List<String> codes =
                    Arrays.stream(Carrier.values()).map(Carrier::code).toList();
            stated.fault(
                    code, "is not a carrier" + NearName.hint(code, codes, "; accepted: " + String.join(", ", codes)));
            return;
        }
        Settings f = stated.below(code);
        if (f == null) {
            stated.required(code, null, "a mapping with kgcePerUnit, co2KgPerUnit, source, confirmed");
            return;
        }
        BigDecimal kgce = f.value("kgcePerUnit", positive());
        BigDecimal co2 = factor(f);
        boolean counts = f.flag("countsInComprehensiveEnergy", !workingMedium(carrier));
        Bilingual source = SiteSections.source(f, "where the factors come from");
        boolean confirmed = f.flag("confirmed", false);
        if (!f.has("kgcePerUnit") && !f.has("co2KgPerUnit")) {
            f.fault(
                    "kgcePerUnit",
                    "is missing, and so is co2KgPerUnit; give at least one (per "
                            + carrier.unit().symbol() + ")");
        }
        f.reportUnknown();
        if (source != null && f.sound()) {
            coefficients.put(
                    carrier, new Coefficient(kgce, co2, counts, source.en(), SiteSections.chinese(source), confirmed));
        }
    }

    private static @Nullable BigDecimal factor(Settings f) {
        BigDecimal co2 = f.value("co2KgPerUnit", decimal());
        if (co2 != null && co2.signum() < 0) {
            f.fault("co2KgPerUnit", "\"" + co2 + "\" is below 0; accepted: 0 or more");
        }
        return co2;
    }

    /** Working media are no energy of their own (GB/T 2589-2020, Annex B). */
    private static boolean workingMedium(Carrier carrier) {
        return switch (carrier) {
            case WATER, COMPRESSED_AIR, OXYGEN, NITROGEN -> true;
            default -> false;
        };
    }

    private void checkStart(Settings f, CoefficientSet set) {
        for (CoefficientSet other : above.values()) {
            if (other.basis() == set.basis() && other.validFrom().equals(set.validFrom())) {
                f.fault(
                        "validFrom",
                        "set \"" + other.id() + "\" of the same basis starts on the same day;"
                                + " of overlapping sets the one that starts last applies, so starts must differ");
            }
        }
    }
}
