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
import io.greenpark.registry.document.AcceptedFields;
import io.greenpark.registry.rules.FaultTexts;
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
        LocalDate from = f.required("validFrom", f.value("validFrom", AcceptedFields.DATE), AcceptedFields.DATE.said());
        LocalDate to = f.value("validTo", AcceptedFields.DATE);
        ElectricityBasis basis = f.required("basis", choice(ElectricityBasis.class));
        Map<Carrier, Coefficient> coefficients = new EnumMap<>(Carrier.class);
        inherit(f, basis, coefficients);
        Settings stated = f.required(
                "coefficients",
                f.below("coefficients"),
                new Bilingual("按能源品种的一组系数，如 electricity", "a mapping of carriers, e.g. electricity"));
        if (stated != null) {
            for (String code : stated.names()) {
                coefficient(stated, code, coefficients);
            }
        }
        f.reportUnknown();
        if (from != null && to != null && !to.isAfter(from)) {
            f.fault("validTo", FaultTexts.notAfterStart(to, from));
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
            Bilingual hint = NearName.hint(
                    parentId,
                    above.keySet(),
                    new Bilingual("；系数集只能沿用其上方的系数集", "; a set extends one that stands above it"));
            f.fault(
                    "extends",
                    new Bilingual(
                            "上方没有无误的系数集“" + parentId + "”" + hint.zh(),
                            "there is no sound coefficient set \"" + parentId + "\" above" + hint.en()));
            return;
        }
        if (basis != null && parent.basis() != basis) {
            f.fault(
                    "extends",
                    new Bilingual(
                            "“" + parentId + "”的口径为 " + EnumCode.of(parent.basis()) + "；不同口径不能混用",
                            "\"" + parentId + "\" is of basis " + EnumCode.of(parent.basis())
                                    + "; bases are never mixed"));
        }
        coefficients.putAll(parent.coefficients());
    }

    private static void coefficient(Settings stated, String code, Map<Carrier, Coefficient> coefficients) {
        Carrier carrier = Carrier.ofCode(code).orElse(null);
        if (carrier == null) {
            List<String> codes =
                    Arrays.stream(Carrier.values()).map(Carrier::code).toList();
            Bilingual hint = NearName.hint(
                    code,
                    codes,
                    new Bilingual("；应为：" + String.join("、", codes), "; accepted: " + String.join(", ", codes)));
            stated.fault(code, new Bilingual("不是能源品种" + hint.zh(), "is not a carrier" + hint.en()));
            return;
        }
        Settings f = stated.below(code);
        if (f == null) {
            stated.required(
                    code,
                    null,
                    new Bilingual(
                            "一组字段：kgcePerUnit、co2KgPerUnit、source、confirmed",
                            "a mapping with kgcePerUnit, co2KgPerUnit, source, confirmed"));
            return;
        }
        BigDecimal kgce = f.value("kgcePerUnit", positive());
        BigDecimal co2 = factor(f);
        boolean counts = f.flag("countsInComprehensiveEnergy", !workingMedium(carrier));
        Bilingual source = SiteSections.source(f, AcceptedFields.FACTOR_SOURCE);
        boolean confirmed = f.flag("confirmed", false);
        if (!f.has("kgcePerUnit") && !f.has("co2KgPerUnit")) {
            f.fault("kgcePerUnit", FaultTexts.noFactor(carrier));
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
            f.fault("co2KgPerUnit", FaultTexts.below0(co2.toString()));
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
                f.fault("validFrom", FaultTexts.startsWith(other.id()));
            }
        }
    }
}
