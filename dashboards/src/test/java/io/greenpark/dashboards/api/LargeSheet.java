package io.greenpark.dashboards.api;

import io.greenpark.sheets.form.SheetKind;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The register of a district as a bureau would send it: 300 enterprises, 3,000 devices, 15,000 points, in one workbook. */
final class LargeSheet {
    static final int ENTERPRISES = 300;
    static final int DEVICES = 3_000;
    static final int POINTS = 15_000;

    private static final List<String> KEYS = List.of("kwh", "water", "gas", "kw", "run");

    private final FilledSheet sheet = new FilledSheet(SheetKind.REGISTRY);
    private final List<String> faults = new ArrayList<>();

    LargeSheet() {
        for (int e = 0; e < ENTERPRISES; e++) {
            sheet.row(
                    "enterprises",
                    "id",
                    "e-" + e,
                    "name/zh",
                    "企业" + e,
                    "park",
                    "fucun",
                    "industry",
                    "hardware-tools",
                    "aboveScale",
                    "否",
                    "landMu",
                    "12.5",
                    "address",
                    "工业路 " + e + " 号");
        }
        for (int d = 0; d < DEVICES; d++) {
            String enterprise = "e-" + d % ENTERPRISES;
            sheet.row("devices", "id", "d-" + d, "enterprise", enterprise, "name/zh", "采集器" + d, "silenceAfter", "1h");
        }
        for (int p = 0; p < POINTS; p++) {
            point(p);
        }
        for (int l = 0; l < 10; l++) {
            sheet.row(
                    "limits",
                    "id",
                    "l-" + l,
                    "point",
                    "p-" + (l * KEYS.size() + 3),
                    "averaging",
                    "hour",
                    "upper",
                    "50",
                    "unit",
                    "kW",
                    "source",
                    "permit",
                    "validFrom",
                    "2026-01-01");
        }
    }

    private void point(int p) {
        String key = KEYS.get(p % KEYS.size());
        List<String> row = new ArrayList<>(List.of(
                "id",
                "p-" + p,
                "device",
                "d-" + p / KEYS.size(),
                "key",
                key,
                "name/zh",
                "点位" + p,
                "quantity",
                "q-" + key,
                "@",
                "2026-01-01",
                "@/expectedInterval",
                "15m"));
        switch (key) {
            case "kwh" -> row.addAll(meter("kWh", "electricity"));
            case "water" -> row.addAll(meter("m3", "water"));
            case "gas" -> row.addAll(meter("Nm3", "natural-gas"));
            case "kw" -> row.addAll(List.of("@/kind", "gauge", "@/unit", "kW"));
            default -> row.addAll(List.of("@/kind", "state", "@/unit", "1"));
        }
        sheet.row("points", row.toArray(String[]::new));
    }

    private static List<String> meter(String unit, String carrier) {
        return List.of(
                "@/kind",
                "累计表码",
                "@/unit",
                unit,
                "@/carrier",
                carrier,
                "@/factor",
                "0",
                "@/ratio",
                "40",
                "@/maxPerHour",
                "2000");
    }

    private void plant(String form, String path, int row, String text) {
        String tab = SheetKind.REGISTRY.forms(ZoneOffset.UTC).stream()
                .filter(f -> f.code().equals(form))
                .findFirst()
                .orElseThrow()
                .tab();
        faults.add(tab + "!" + sheet.spoil(form, path, row, text));
    }

    /** Twenty faults, as they are made; where each is. */
    List<String> spoil() {
        faults.add("企业 Enterprises!" + sheet.mergeHeading("enterprises", "legalPerson"));
        plant("enterprises", "landMu", 3, "用地面积（平方米）");
        plant("enterprises", "park", 10, "no-such-park");
        plant("enterprises", "id", another("enterprises", "e-0"), "e-0");
        plant("enterprises", "creditCode", 12, "91330703MA2000001X");
        plant("enterprises", "landMu", 13, "约十二亩");
        plant("enterprises", "aboveScale", 14, "可能");
        plant("enterprises", "permit/validTo", 15, "2026年13月1日");
        plant("enterprises", "approvedDischargeT", 16, "cod 1.2");
        plant("devices", "enterprise", 20, "e-9999");
        plant("devices", "silenceAfter", 21, "60");
        plant("devices", "id", another("devices", "d-extra"), "D 18");
        plant("points", "@/ratio", 5, "0");
        plant("points", "@/unit", 9, "m3");
        plant("points", "@/unit", 10, "kWh");
        plant("points", "@/maxPerHour", 14, "2000 kWh");
        plant("points", "device", 1_000, "d-9999");
        plant("points", "@/carrier", 1_004, "phlogiston");
        plant("points", "@/kind", 15_003, "");
        plant("limits", "lower", 5, "60");
        return faults;
    }

    private int another(String form, String id) {
        return form.equals("devices")
                ? sheet.row("devices", "id", id, "enterprise", "e-1", "name/zh", "采集器", "silenceAfter", "1h")
                : sheet.row("enterprises", "id", id, "name/zh", "企业", "park", "fucun", "industry", "hardware-tools");
    }

    byte[] bytes() {
        return sheet.bytes();
    }
}
