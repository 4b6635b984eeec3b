package io.greenpark.registry;

/** The tables of the registry ({@code V2__registry.sql}, {@code V5__areas.sql}). */
final class RegistrySchema {
    static final Table DISTRICT = Table.of("registry_district", 1, "id", "name_zh", "name_en");
    static final Table PARK = Table.of("registry_park", 1, "id", "ord#", "name_zh", "name_en", "zone");
    static final Table ENTERPRISE = Table.of(
            "registry_enterprise",
            1,
            "id",
            "ord#",
            "park_id",
            "name_zh",
            "name_en",
            "industry",
            "above_scale?",
            "polluting?");
    static final Table CONTACT =
            Table.of("registry_contact", 2, "enterprise_id", "ord#", "name", "email", "webhook", "language");
    static final Table PARK_CONTACT =
            Table.of("registry_park_contact", 2, "park_id", "ord#", "name", "email", "webhook", "language");
    static final Table DISTRICT_CONTACT =
            Table.of("registry_district_contact", 2, "district_id", "ord#", "name", "email", "webhook", "language");
    static final Table OUTLET =
            Table.of("registry_outlet", 1, "id", "ord#", "enterprise_id", "name_zh", "name_en", "medium", "standing");
    static final Table GATEWAY = Table.of("registry_gateway", 1, "id", "ord#", "name_zh", "name_en");
    static final Table DEVICE = Table.of(
            "registry_device",
            1,
            "id",
            "ord#",
            "enterprise_id",
            "name_zh",
            "name_en",
            "gateway_id",
            "silence_after_ms#");
    static final Table POINT = Table.of(
            "registry_point",
            1,
            "id",
            "ord#",
            "device_id",
            "sent_key",
            "outlet_id",
            "quantity",
            "name_zh",
            "name_en",
            "ended_ms#");
    static final Table FACTS = Table.of(
            "registry_point_facts",
            2,
            "point_id",
            "valid_from_ms#",
            "unit",
            "kind",
            "period_ms#",
            "stamp",
            "expected_interval_ms#",
            "max_per_hour",
            "ratio",
            "ratio_applied?",
            "register_range",
            "carrier",
            "boundary?",
            "zone");
    static final Table REPLACEMENT = Table.of("registry_replacement", 2, "point_id", "at_ms#", "old_end", "new_start");
    static final Table STATISTIC = Table.of(
            "registry_statistic",
            2,
            "enterprise_id",
            "month",
            "ord#",
            "iva_cny",
            "output_cny",
            "status",
            "source",
            "allowed_use");
    static final Table COEFFICIENT_SET =
            Table.of("registry_coefficient_set", 1, "id", "ord#", "valid_from", "valid_to", "basis");
    static final Table COEFFICIENT = Table.of(
            "registry_coefficient",
            2,
            "set_id",
            "carrier",
            "kgce_per_unit",
            "co2_kg_per_unit",
            "counts?",
            "source",
            "confirmed?");
    static final Table TARGET = Table.of(
            "registry_target",
            1,
            "id",
            "ord#",
            "scope",
            "subject_id",
            "yearly_change_percent",
            "base_year#",
            "from_year#",
            "to_year#",
            "basis",
            "source");
    static final Table LIMIT = Table.of(
            "registry_limit",
            1,
            "id",
            "ord#",
            "point_id",
            "averaging",
            "upper_bound",
            "lower_bound",
            "unit",
            "warn_fraction",
            "source",
            "confirmed?",
            "valid_from_ms#",
            "valid_to_ms#");

    private RegistrySchema() {}
}
