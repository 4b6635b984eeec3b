package io.greenpark.alerts.text;

/** Units as people write them. */
public final class UnitText {
    private UnitText() {}

    /** {@code mg/m³} for {@code mg/m3}. */
    public static String of(String unit) {
        return unit.replace("m3", "m³").replace("ug/", "µg/").replace("Cel", "°C");
    }
}
