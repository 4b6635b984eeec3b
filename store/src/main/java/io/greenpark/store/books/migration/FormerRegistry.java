package io.greenpark.store.books.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the registry's tables of schema 2 to 8 as documents. Frozen: no later schema has these tables. */
final class FormerRegistry {
    /** Leaves room for documents that come between two. */
    private static final long BETWEEN_POSITIONS = 1L << 20;

    private final Connection books;
    private final List<FormerDocument> documents = new ArrayList<>();
    private final Map<String, String> zoneOfPark = new HashMap<>();
    private final Map<String, String> parkOfEnterprise = new HashMap<>();
    private final Map<String, String> enterpriseOfDevice = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();

    /** A document with sorted fields. */
    record FormerDocument(String kind, String id, long position, SortedMap<String, Object> fields) {}

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private FormerRegistry(Connection books) {
        this.books = books;
    }

    /** The documents, each kind in the order of the files; empty if no registry was ever imported. */
    static List<FormerDocument> read(Connection books) throws SQLException {
        FormerRegistry registry = new FormerRegistry(books);
        registry.sites();
        registry.contacts();
        registry.devices();
        registry.points();
        registry.statistics();
        registry.coefficientSets();
        registry.targetsAndLimits();
        return registry.documents;
    }

    private void rows(String sql, RowReader reader) throws SQLException {
        try (Statement query = books.createStatement();
                ResultSet row = query.executeQuery(sql)) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    private void add(String kind, String id, SortedMap<String, Object> fields) {
        long position = positions.merge(kind, BETWEEN_POSITIONS, Long::sum);
        documents.add(new FormerDocument(kind, id, position, fields));
    }

    private static SortedMap<String, Object> named(ResultSet row) throws SQLException {
        SortedMap<String, Object> name = new TreeMap<>();
        put(name, "zh", row.getString("name_zh"));
        put(name, "en", row.getString("name_en"));
        SortedMap<String, Object> fields = new TreeMap<>();
        fields.put("name", name);
        return fields;
    }

    private void sites() throws SQLException {
        rows("SELECT * FROM registry_district", row -> add("district", row.getString("id"), named(row)));
        rows("SELECT * FROM registry_park ORDER BY ord", row -> {
            SortedMap<String, Object> fields = named(row);
            put(fields, "zone", row.getString("zone"));
            zoneOfPark.put(row.getString("id"), row.getString("zone"));
            add("park", row.getString("id"), fields);
        });
        rows("SELECT * FROM registry_enterprise ORDER BY ord", row -> {
            SortedMap<String, Object> fields = named(row);
            put(fields, "park", row.getString("park_id"));
            put(fields, "industry", row.getString("industry"));
            fields.put("aboveScale", row.getBoolean("above_scale"));
            fields.put("polluting", row.getBoolean("polluting"));
            parkOfEnterprise.put(row.getString("id"), row.getString("park_id"));
            add("enterprise", row.getString("id"), fields);
        });
        rows("SELECT * FROM registry_outlet ORDER BY ord", row -> {
            SortedMap<String, Object> fields = named(row);
            put(fields, "enterprise", row.getString("enterprise_id"));
            put(fields, "medium", code(row.getString("medium")));
            put(fields, "standing", code(row.getString("standing")));
            add("outlet", row.getString("id"), fields);
        });
        rows("SELECT * FROM registry_gateway ORDER BY ord", row -> add("gateway", row.getString("id"), named(row)));
    }

    private void contacts() throws SQLException {
        contacts("district", "registry_district_contact", "registry_district", "district_id", "p.id");
        contacts("park", "registry_park_contact", "registry_park", "park_id", "p.ord");
        contacts("enterprise", "registry_contact", "registry_enterprise", "enterprise_id", "p.ord");
    }

    private void contacts(String scope, String table, String parents, String parent, String order) throws SQLException {
        Set<String> taken = new HashSet<>();
        String sql = "SELECT c.* FROM " + table + " c JOIN " + parents + " p ON p.id = c." + parent + " ORDER BY "
                + order + ", c.ord";
        rows(sql, row -> {
            String subject = row.getString(parent);
            SortedMap<String, Object> fields = new TreeMap<>();
            fields.put("scope", scope);
            fields.put("subject", subject);
            put(fields, "name", row.getString("name"));
            put(fields, "email", row.getString("email"));
            put(fields, "webhook", row.getString("webhook"));
            put(fields, "language", row.getString("language"));
            String named = scope + ":" + subject + ":" + row.getString("name");
            String id = named;
            for (int n = 2; !taken.add(id); n++) {
                id = named + " " + n;
            }
            add("contact", id, fields);
        });
    }

    private void devices() throws SQLException {
        rows("SELECT * FROM registry_device ORDER BY ord", row -> {
            SortedMap<String, Object> fields = named(row);
            put(fields, "enterprise", row.getString("enterprise_id"));
            put(fields, "gateway", row.getString("gateway_id"));
            put(fields, "silenceAfter", length(row.getLong("silence_after_ms")));
            enterpriseOfDevice.put(row.getString("id"), row.getString("enterprise_id"));
            add("device", row.getString("id"), fields);
        });
    }

    private void points() throws SQLException {
        Map<String, SortedMap<String, Object>> facts = new HashMap<>();
        rows(
                "SELECT f.*, p.device_id FROM registry_point_facts f JOIN registry_point p ON p.id = f.point_id",
                row -> facts.computeIfAbsent(row.getString("point_id"), p -> new TreeMap<>())
                        .put(time(row.getLong("valid_from_ms")), pointFacts(row)));
        Map<String, SortedMap<String, Object>> replacements = new HashMap<>();
        rows("SELECT * FROM registry_replacement", row -> {
            SortedMap<String, Object> fields = new TreeMap<>();
            put(fields, "oldEnd", row.getString("old_end"));
            put(fields, "newStart", row.getString("new_start"));
            replacements
                    .computeIfAbsent(row.getString("point_id"), p -> new TreeMap<>())
                    .put(time(row.getLong("at_ms")), fields);
        });
        rows("SELECT * FROM registry_point ORDER BY ord", row -> {
            SortedMap<String, Object> fields = named(row);
            put(fields, "device", row.getString("device_id"));
            put(fields, "key", row.getString("sent_key"));
            put(fields, "outlet", row.getString("outlet_id"));
            put(fields, "quantity", row.getString("quantity"));
            put(fields, "facts", facts.get(row.getString("id")));
            put(fields, "replacements", replacements.get(row.getString("id")));
            put(fields, "endedAt", timeOrNull(row, "ended_ms"));
            add("point", row.getString("id"), fields);
        });
    }

    private SortedMap<String, Object> pointFacts(ResultSet row) throws SQLException {
        String parkZone = zoneOfPark.get(parkOfEnterprise.get(enterpriseOfDevice.get(row.getString("device_id"))));
        SortedMap<String, Object> fields = new TreeMap<>();
        put(fields, "unit", row.getString("unit"));
        put(fields, "kind", code(row.getString("kind")));
        put(fields, "period", row.getLong("period_ms") == 0 ? null : length(row.getLong("period_ms")));
        put(fields, "stamp", code(row.getString("stamp")));
        put(fields, "expectedInterval", length(row.getLong("expected_interval_ms")));
        put(fields, "maxPerHour", row.getString("max_per_hour"));
        put(fields, "ratio", row.getString("ratio"));
        fields.put("ratioApplied", row.getBoolean("ratio_applied"));
        put(fields, "registerRange", row.getString("register_range"));
        put(fields, "carrier", row.getString("carrier"));
        fields.put("boundary", row.getBoolean("boundary"));
        String zone = row.getString("zone");
        put(fields, "zone", zone.equals(parkZone) ? null : zone);
        return fields;
    }

    /** That a figure may be held against an enterprise was also what an entry that said nothing meant. */
    private void statistics() throws SQLException {
        rows("SELECT * FROM registry_statistic ORDER BY ord", row -> {
            String enterprise = row.getString("enterprise_id");
            SortedMap<String, Object> fields = new TreeMap<>();
            put(fields, "enterprise", enterprise);
            put(fields, "month", row.getString("month"));
            put(fields, "ivaCny", row.getString("iva_cny"));
            put(fields, "outputCny", row.getString("output_cny"));
            put(fields, "status", code(row.getString("status")));
            put(fields, "source", row.getString("source"));
            put(fields, "allowedUse", "SHOW".equals(row.getString("allowed_use")) ? "aggregate-only" : null);
            add("statistic", enterprise + ":" + row.getString("month"), fields);
        });
    }

    private void coefficientSets() throws SQLException {
        Map<String, SortedMap<String, Object>> coefficients = new HashMap<>();
        rows("SELECT * FROM registry_coefficient", row -> {
            SortedMap<String, Object> fields = new TreeMap<>();
            put(fields, "kgcePerUnit", row.getString("kgce_per_unit"));
            put(fields, "co2KgPerUnit", row.getString("co2_kg_per_unit"));
            fields.put("countsInComprehensiveEnergy", row.getBoolean("counts"));
            put(fields, "source", row.getString("source"));
            fields.put("confirmed", row.getBoolean("confirmed"));
            coefficients
                    .computeIfAbsent(row.getString("set_id"), s -> new TreeMap<>())
                    .put(row.getString("carrier"), fields);
        });
        rows("SELECT * FROM registry_coefficient_set ORDER BY ord", row -> {
            SortedMap<String, Object> fields = new TreeMap<>();
            put(fields, "validFrom", row.getString("valid_from"));
            put(fields, "validTo", row.getString("valid_to"));
            put(fields, "basis", code(row.getString("basis")));
            put(fields, "coefficients", coefficients.get(row.getString("id")));
            add("coefficient-set", row.getString("id"), fields);
        });
    }

    private void targetsAndLimits() throws SQLException {
        rows("SELECT * FROM registry_target ORDER BY ord", row -> {
            SortedMap<String, Object> fields = new TreeMap<>();
            put(fields, "scope", code(row.getString("scope")));
            put(fields, "subject", row.getString("subject_id"));
            put(fields, "yearlyChangePercent", row.getString("yearly_change_percent"));
            fields.put("baseYear", row.getLong("base_year"));
            fields.put("fromYear", row.getLong("from_year"));
            fields.put("toYear", row.getLong("to_year"));
            put(fields, "basis", code(row.getString("basis")));
            put(fields, "source", row.getString("source"));
            add("target", row.getString("id"), fields);
        });
        rows("SELECT * FROM registry_limit ORDER BY ord", row -> {
            SortedMap<String, Object> fields = new TreeMap<>();
            put(fields, "point", row.getString("point_id"));
            put(fields, "averaging", code(row.getString("averaging")));
            put(fields, "upper", row.getString("upper_bound"));
            put(fields, "lower", row.getString("lower_bound"));
            put(fields, "unit", row.getString("unit"));
            put(fields, "warnFraction", row.getString("warn_fraction"));
            put(fields, "source", row.getString("source"));
            fields.put("confirmed", row.getBoolean("confirmed"));
            put(fields, "validFrom", time(row.getLong("valid_from_ms")));
            put(fields, "validTo", timeOrNull(row, "valid_to_ms"));
            add("limit", row.getString("id"), fields);
        });
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static String code(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private static @Nullable String timeOrNull(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : time(millis);
    }

    /** In the largest unit without a fraction. */
    private static String length(long millis) {
        Duration d = Duration.ofMillis(millis);
        if (d.toMillisPart() != 0) {
            return millis + "ms";
        }
        if (d.toSecondsPart() != 0) {
            return d.toSeconds() + "s";
        }
        if (d.toMinutesPart() != 0) {
            return d.toMinutes() + "m";
        }
        return d.toHoursPart() != 0 || d.isZero() ? d.toHours() + "h" : d.toDays() + "d";
    }
}
