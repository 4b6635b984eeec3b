package io.greenpark.registry;

import static java.util.stream.Collectors.groupingBy;

import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.Coefficient;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Replacement;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import io.greenpark.registry.Table.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the registry's tables back into facts, in the order of the files. */
final class RegistryLoad {
    private final Handle handle;

    private RegistryLoad(Handle handle) {
        this.handle = handle;
    }

    /** The stored registry; empty if none was ever imported. */
    static Optional<Registry.Facts> read(Handle handle) {
        List<Row> district = RegistrySchema.DISTRICT.rows(handle);
        return district.stream().findFirst().map(r -> new RegistryLoad(handle).facts(r));
    }

    private Registry.Facts facts(Row district) {
        List<Device> devices = list(RegistrySchema.DEVICE, RegistryLoad::device);
        return new Registry.Facts(
                district(district),
                parks(),
                enterprises(),
                list(RegistrySchema.OUTLET, RegistryLoad::outlet),
                list(RegistrySchema.GATEWAY, r -> new Gateway(r.text("id"), name(r))),
                devices,
                points(devices),
                list(RegistrySchema.STATISTIC, RegistryLoad::statistic),
                sets(),
                list(RegistrySchema.TARGET, RegistryLoad::target),
                list(RegistrySchema.LIMIT, RegistryLoad::limit));
    }

    private <T> List<T> list(Table table, Function<Row, T> reader) {
        return table.rows(handle).stream()
                .sorted(Comparator.comparingLong(r -> r.number("ord")))
                .map(reader)
                .toList();
    }

    private Map<String, List<Row>> children(Table table, String parent, String order) {
        return table.rows(handle).stream()
                .sorted(Comparator.comparingLong(r -> r.number(order)))
                .collect(groupingBy(r -> r.text(parent)));
    }

    private District district(Row r) {
        return new District(r.text("id"), name(r), contacts(RegistrySchema.DISTRICT_CONTACT, "district_id", r));
    }

    private List<Park> parks() {
        return list(
                RegistrySchema.PARK,
                r -> new Park(
                        r.text("id"),
                        name(r),
                        new ParkTime(ZoneId.of(r.text("zone"))),
                        contacts(RegistrySchema.PARK_CONTACT, "park_id", r)));
    }

    private List<Contact> contacts(Table table, String parent, Row owner) {
        return children(table, parent, "ord").getOrDefault(owner.text("id"), List.of()).stream()
                .map(RegistryLoad::contact)
                .toList();
    }

    private List<Enterprise> enterprises() {
        Map<String, List<Row>> contacts = children(RegistrySchema.CONTACT, "enterprise_id", "ord");
        return list(
                RegistrySchema.ENTERPRISE,
                r -> new Enterprise(
                        r.text("id"),
                        r.text("park_id"),
                        name(r),
                        r.text("industry"),
                        r.flag("above_scale"),
                        r.flag("polluting"),
                        contacts.getOrDefault(r.text("id"), List.of()).stream()
                                .map(RegistryLoad::contact)
                                .toList()));
    }

    private static Contact contact(Row r) {
        return new Contact(
                r.text("name"),
                r.textOrNull("email"),
                r.textOrNull("webhook"),
                Locale.forLanguageTag(r.text("language")));
    }

    private static Outlet outlet(Row r) {
        return new Outlet(
                r.text("id"),
                r.text("enterprise_id"),
                name(r),
                Outlet.Medium.valueOf(r.text("medium")),
                Outlet.Standing.valueOf(r.text("standing")));
    }

    private static Device device(Row r) {
        return new Device(
                r.text("id"),
                r.text("enterprise_id"),
                name(r),
                r.textOrNull("gateway_id"),
                Duration.ofMillis(r.number("silence_after_ms")));
    }

    private List<Point> points(List<Device> devices) {
        Map<String, String> enterprises = devices.stream().collect(Collectors.toMap(Device::id, Device::enterpriseId));
        Map<String, List<Row>> facts = children(RegistrySchema.FACTS, "point_id", "valid_from_ms");
        Map<String, List<Row>> replacements = children(RegistrySchema.REPLACEMENT, "point_id", "at_ms");
        return list(
                RegistrySchema.POINT,
                r -> new Point(
                        r.text("id"),
                        r.text("device_id"),
                        r.text("sent_key"),
                        enterprises.getOrDefault(r.text("device_id"), ""),
                        r.textOrNull("outlet_id"),
                        r.text("quantity"),
                        name(r),
                        facts.getOrDefault(r.text("id"), List.of()).stream()
                                .map(RegistryLoad::pointFacts)
                                .toList(),
                        replacements.getOrDefault(r.text("id"), List.of()).stream()
                                .map(RegistryLoad::replacement)
                                .toList(),
                        instant(r, "ended_ms")));
    }

    private static PointFacts pointFacts(Row r) {
        String carrier = r.textOrNull("carrier");
        return new PointFacts(
                Instant.ofEpochMilli(r.number("valid_from_ms")),
                unit(r),
                PointFacts.PointKind.valueOf(r.text("kind")),
                Duration.ofMillis(r.number("period_ms")),
                PointFacts.Stamp.valueOf(r.text("stamp")),
                Duration.ofMillis(r.number("expected_interval_ms")),
                decimal(r, "max_per_hour"),
                new BigDecimal(r.text("ratio")),
                r.flag("ratio_applied"),
                decimal(r, "register_range"),
                carrier == null ? null : Carrier.ofCode(carrier).orElseThrow(),
                r.flag("boundary"),
                ZoneId.of(r.text("zone")));
    }

    private static Replacement replacement(Row r) {
        return new Replacement(
                Instant.ofEpochMilli(r.number("at_ms")),
                new BigDecimal(r.text("old_end")),
                new BigDecimal(r.text("new_start")));
    }

    private static MonthlyStatistic statistic(Row r) {
        return new MonthlyStatistic(
                r.text("enterprise_id"),
                YearMonth.parse(r.text("month")),
                decimal(r, "iva_cny"),
                decimal(r, "output_cny"),
                FigureStatus.valueOf(r.text("status")),
                r.text("source"),
                "JUDGE".equals(r.text("allowed_use"))
                        ? MonthlyStatistic.AllowedUse.JUDGE
                        : MonthlyStatistic.AllowedUse.AGGREGATE_ONLY,
                false);
    }

    private List<CoefficientSet> sets() {
        Map<String, List<Row>> coefficients =
                RegistrySchema.COEFFICIENT.rows(handle).stream().collect(groupingBy(r -> r.text("set_id")));
        return list(RegistrySchema.COEFFICIENT_SET, r -> {
            String to = r.textOrNull("valid_to");
            Map<Carrier, Coefficient> factors = new EnumMap<>(Carrier.class);
            for (Row c : coefficients.getOrDefault(r.text("id"), List.of())) {
                factors.put(Carrier.ofCode(c.text("carrier")).orElseThrow(), coefficient(c));
            }
            return new CoefficientSet(
                    r.text("id"),
                    LocalDate.parse(r.text("valid_from")),
                    to == null ? null : LocalDate.parse(to),
                    ElectricityBasis.valueOf(r.text("basis")),
                    factors);
        });
    }

    private static Coefficient coefficient(Row r) {
        return new Coefficient(
                decimal(r, "kgce_per_unit"),
                decimal(r, "co2_kg_per_unit"),
                r.flag("counts"),
                r.text("source"),
                r.flag("confirmed"));
    }

    private static Target target(Row r) {
        return new Target(
                r.text("id"),
                new Subject(Subject.Scope.valueOf(r.text("scope")), r.text("subject_id")),
                new BigDecimal(r.text("yearly_change_percent")),
                (int) r.number("base_year"),
                (int) r.number("from_year"),
                (int) r.number("to_year"),
                ElectricityBasis.valueOf(r.text("basis")),
                r.text("source"));
    }

    private static Limit limit(Row r) {
        return new Limit(
                r.text("id"),
                r.text("point_id"),
                Limit.Averaging.valueOf(r.text("averaging")),
                decimal(r, "upper_bound"),
                decimal(r, "lower_bound"),
                unit(r),
                decimal(r, "warn_fraction"),
                r.text("source"),
                r.flag("confirmed"),
                Instant.ofEpochMilli(r.number("valid_from_ms")),
                instant(r, "valid_to_ms"));
    }

    private static Bilingual name(Row r) {
        return new Bilingual(r.text("name_zh"), r.text("name_en"));
    }

    private static Unit unit(Row r) {
        return Unit.ofSymbol(r.text("unit")).orElseThrow();
    }

    private static @Nullable BigDecimal decimal(Row r, String column) {
        String text = r.textOrNull(column);
        return text == null ? null : new BigDecimal(text);
    }

    private static @Nullable Instant instant(Row r, String column) {
        Long millis = r.numberOrNull(column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
