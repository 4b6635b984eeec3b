package io.greenpark.store.series;

import io.greenpark.park.unit.Carrier;
import java.util.Locale;

/**
 * The names of derived series in InfluxDB, shared by those who supply them and by the dashboards that read them. Times
 * are starts of periods. A figure that is missing has no field, never 0.
 *
 * <ul>
 *   <li>{@link #ENERGY_HOUR}, {@link #ENERGY_DAY}: tags enterprise, park; fields one per carrier ({@link #amount}),
 *       {@link #TCE}, {@link #CO2_T}, {@link #COMPLETENESS}, {@link #MEASURED_SHARE}, {@link #ESTIMATED_SHARE},
 *       {@link #QUALITY}, {@link #STATUS}
 *   <li>{@link #INTENSITY_MONTH}: tags enterprise, park; fields {@link #TCE}, {@link #TCE_PER_10K_CNY},
 *       {@link #CHANGE_PERCENT}, the same of the year to date with the prefix {@link #YEAR_TO_DATE},
 *       {@link #TARGET_CHANGE_PERCENT}, {@link #GAP_POINTS}, {@link #COMPLETENESS}, {@link #MEASURED_SHARE},
 *       {@link #ESTIMATED_SHARE}, {@link #STATUS}
 *   <li>{@link #DISCHARGE_HOUR}, {@link #DISCHARGE_DAY}: tags enterprise, park, outlet, point, quantity; fields
 *       {@link #MEAN} in the point's unit, {@link #VALID_SAMPLES} (integer), {@link #COMPLETENESS}, {@link #QUALITY},
 *       {@link #UNIT}
 *   <li>{@link #LIMIT}: tags enterprise, park, point, averaging ({@code hour} or {@code day}) and limit (its id); fields
 *       {@link #UPPER}, {@link #LOWER}, {@link #WARN} in the point's unit; at the first and the last millisecond of every
 *       day with figures, so that it draws a line
 *   <li>{@link #ALERT}: one point per step of a case; tags enterprise and park (of a case about a park as a whole the park
 *       alone, of one about the district that), rule, event, case, point, device; fields {@link #TITLE_ZH}, {@link #TITLE_EN}, {@link #FIGURE}, {@link #LIMIT}, {@link #UNIT},
 *       {@link #TRIAL} (boolean), {@link #OBJECTION} (number and state of an objection to it, where there is one)
 *   <li>{@link #OBJECTION}: one point per objection to a figure, at the start of that figure's time; tags enterprise, park, number, kind ({@code mean},
 *       {@code energy} or {@code intensity}), of means point and averaging; fields {@link #STATE} ({@code OPEN}, {@code UPHELD}, {@code PARTLY},
 *       {@code REJECTED} or {@code WITHDRAWN}), {@link #TITLE_ZH}, {@link #TITLE_EN}, {@link #END_MS} (integer, end of that time, exclusive)
 * </ul>
 */
public final class SeriesSchema {
    public static final String ENERGY_HOUR = "energy_hour";
    public static final String ENERGY_DAY = "energy_day";
    public static final String INTENSITY_MONTH = "intensity_month";
    public static final String DISCHARGE_HOUR = "discharge_hour";
    public static final String DISCHARGE_DAY = "discharge_day";
    public static final String LIMIT = "limit";
    public static final String ALERT = "alert";

    public static final String TAG_ENTERPRISE = "enterprise";
    public static final String TAG_PARK = "park";
    public static final String TAG_DISTRICT = "district";
    public static final String TAG_OUTLET = "outlet";
    public static final String TAG_POINT = "point";
    public static final String TAG_QUANTITY = "quantity";
    public static final String TAG_AVERAGING = "averaging";
    public static final String TAG_LIMIT = "limit";
    public static final String TAG_RULE = "rule";
    public static final String TAG_EVENT = "event";

    /** Steps of several cases may fall into one millisecond; without it they would overwrite each other. */
    public static final String TAG_CASE = "case";

    public static final String TAG_NUMBER = "number";
    public static final String TAG_KIND = "kind";
    public static final String TAG_DEVICE = "device";

    public static final String TCE = "tce";
    public static final String CO2_T = "co2_t";
    public static final String COMPLETENESS = "completeness";
    /** 0..1 of the expected metering time; both together are the completeness. */
    public static final String MEASURED_SHARE = "measured_share";

    public static final String ESTIMATED_SHARE = "estimated_share";
    public static final String QUALITY = "quality";
    public static final String STATUS = "status";
    /** Was written by earlier versions; a value added is never written any more. */
    public static final String IVA_CNY = "iva_cny";

    public static final String TCE_PER_10K_CNY = "tce_per_10k_cny";
    public static final String CHANGE_PERCENT = "change_percent";
    public static final String TARGET_CHANGE_PERCENT = "target_change_percent";
    public static final String GAP_POINTS = "gap_points";
    public static final String YEAR_TO_DATE = "ytd_";
    public static final String MEAN = "mean";
    public static final String VALID_SAMPLES = "valid_samples";
    public static final String UNIT = "unit";
    public static final String UPPER = "upper";
    public static final String LOWER = "lower";
    public static final String WARN = "warn";
    public static final String TITLE_ZH = "title_zh";
    public static final String TITLE_EN = "title_en";
    public static final String FIGURE = "figure";
    public static final String TRIAL = "trial";
    public static final String OBJECTION = "objection";

    /** A field, not a tag: a state that changes takes the place of the one before. */
    public static final String STATE = "state";

    public static final String END_MS = "end_ms";

    private SeriesSchema() {}

    /** The field of a carrier's amount, which ends in its unit: {@code natural_gas_m3}, {@code electricity_kwh}. */
    public static String amount(Carrier carrier) {
        return (carrier.name() + "_" + carrier.unit().symbol()).toLowerCase(Locale.ROOT);
    }
}
