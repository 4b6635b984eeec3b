package io.greenpark.registry;

import static io.greenpark.registry.RegistrySchema.COEFFICIENT;
import static io.greenpark.registry.RegistrySchema.COEFFICIENT_SET;
import static io.greenpark.registry.RegistrySchema.CONTACT;
import static io.greenpark.registry.RegistrySchema.DEVICE;
import static io.greenpark.registry.RegistrySchema.DISTRICT;
import static io.greenpark.registry.RegistrySchema.DISTRICT_CONTACT;
import static io.greenpark.registry.RegistrySchema.ENTERPRISE;
import static io.greenpark.registry.RegistrySchema.FACTS;
import static io.greenpark.registry.RegistrySchema.GATEWAY;
import static io.greenpark.registry.RegistrySchema.LIMIT;
import static io.greenpark.registry.RegistrySchema.OUTLET;
import static io.greenpark.registry.RegistrySchema.PARK;
import static io.greenpark.registry.RegistrySchema.PARK_CONTACT;
import static io.greenpark.registry.RegistrySchema.POINT;
import static io.greenpark.registry.RegistrySchema.REPLACEMENT;
import static io.greenpark.registry.RegistrySchema.STATISTIC;
import static io.greenpark.registry.RegistrySchema.TARGET;

import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Replacement;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.Table.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What rows of the tables a registry's facts are. Tables are filled parents first and emptied children first. */
final class RegistryTables {
    private final Map<Table, List<Row>> rows = new LinkedHashMap<>();

    private RegistryTables() {}

    /** Brings the tables to the facts, in the caller's transaction. */
    static void write(Handle handle, Registry.Facts facts) {
        RegistryTables tables = new RegistryTables();
        tables.areas(facts);
        tables.sites(facts);
        tables.points(facts);
        tables.figures(facts);
        List<Table> order = new ArrayList<>(tables.rows.keySet());
        for (int i = order.size() - 1; i >= 0; i--) {
            order.get(i).deleteOthers(handle, tables.of(order.get(i)));
        }
        order.forEach(table -> table.upsert(handle, tables.of(table)));
    }

    private List<Row> of(Table table) {
        return rows.computeIfAbsent(table, t -> new ArrayList<>());
    }

    private void add(Table table, @Nullable Object... values) {
        of(table).add(table.row(values));
    }

    private void areas(Registry.Facts facts) {
        District district = facts.district();
        add(DISTRICT, district.id(), district.name().zh(), district.name().en());
        contacts(DISTRICT_CONTACT, district.id(), district.contacts());
        of(PARK);
        of(PARK_CONTACT);
        for (Park p : facts.parks()) {
            add(
                    PARK,
                    p.id(),
                    of(PARK).size(),
                    p.name().zh(),
                    p.name().en(),
                    p.time().zone().getId());
            contacts(PARK_CONTACT, p.id(), p.contacts());
        }
    }

    private void contacts(Table table, String of, List<Contact> contacts) {
        of(table);
        int ord = 0;
        for (Contact c : contacts) {
            add(table, of, ord++, c.name(), c.email(), c.webhook(), c.language().getLanguage());
        }
    }

    private void sites(Registry.Facts facts) {
        of(ENTERPRISE);
        of(CONTACT);
        for (Enterprise e : facts.enterprises()) {
            Bilingual name = e.name();
            add(
                    ENTERPRISE,
                    e.id(),
                    of(ENTERPRISE).size(),
                    e.parkId(),
                    name.zh(),
                    name.en(),
                    e.industry(),
                    e.aboveScale(),
                    e.polluting());
            contacts(CONTACT, e.id(), e.contacts());
        }
        of(OUTLET);
        facts.outlets()
                .forEach(o -> add(
                        OUTLET,
                        o.id(),
                        of(OUTLET).size(),
                        o.enterpriseId(),
                        o.name().zh(),
                        o.name().en(),
                        o.medium().name(),
                        o.standing().name()));
        of(GATEWAY);
        facts.gateways()
                .forEach(g -> add(
                        GATEWAY,
                        g.id(),
                        of(GATEWAY).size(),
                        g.name().zh(),
                        g.name().en()));
        of(DEVICE);
        facts.devices()
                .forEach(d -> add(
                        DEVICE,
                        d.id(),
                        of(DEVICE).size(),
                        d.enterpriseId(),
                        d.name().zh(),
                        d.name().en(),
                        d.gatewayId(),
                        d.silenceAfter().toMillis()));
    }

    private void points(Registry.Facts facts) {
        of(POINT);
        of(FACTS);
        of(REPLACEMENT);
        for (Point p : facts.points()) {
            add(
                    POINT,
                    p.id(),
                    of(POINT).size(),
                    p.deviceId(),
                    p.key(),
                    p.outletId(),
                    p.quantity(),
                    p.name().zh(),
                    p.name().en(),
                    millis(p.endedAt()));
            p.facts().forEach(f -> facts(p.id(), f));
            for (Replacement r : p.replacements()) {
                add(REPLACEMENT, p.id(), r.at().toEpochMilli(), decimal(r.oldEnd()), decimal(r.newStart()));
            }
        }
    }

    private void facts(String pointId, PointFacts f) {
        add(
                FACTS,
                pointId,
                f.validFrom().toEpochMilli(),
                f.unit().symbol(),
                f.kind().name(),
                f.period().toMillis(),
                f.stamp().name(),
                f.expectedInterval().toMillis(),
                decimal(f.maxPerHour()),
                decimal(f.ratio()),
                f.ratioApplied(),
                decimal(f.registerRange()),
                f.carrier() == null ? null : f.carrier().code(),
                f.boundary(),
                f.zone().getId());
    }

    private void figures(Registry.Facts facts) {
        of(STATISTIC);
        facts.statistics()
                .forEach(s -> add(
                        STATISTIC,
                        s.enterpriseId(),
                        s.month().toString(),
                        of(STATISTIC).size(),
                        decimal(s.ivaCny()),
                        decimal(s.outputCny()),
                        s.status().name(),
                        s.source(),
                        s.allowedUse() == MonthlyStatistic.AllowedUse.JUDGE ? "JUDGE" : "SHOW"));
        of(COEFFICIENT_SET);
        of(COEFFICIENT);
        for (CoefficientSet set : facts.coefficientSets()) {
            String to = set.validTo() == null ? null : set.validTo().toString();
            add(
                    COEFFICIENT_SET,
                    set.id(),
                    of(COEFFICIENT_SET).size(),
                    set.validFrom().toString(),
                    to,
                    set.basis().name());
            set.coefficients()
                    .forEach((carrier, c) -> add(
                            COEFFICIENT,
                            set.id(),
                            carrier.code(),
                            decimal(c.kgcePerUnit()),
                            decimal(c.co2KgPerUnit()),
                            c.countsInComprehensiveEnergy(),
                            c.source(),
                            c.confirmed()));
        }
        of(TARGET);
        facts.targets()
                .forEach(t -> add(
                        TARGET,
                        t.id(),
                        of(TARGET).size(),
                        t.subject().scope().name(),
                        t.subject().id(),
                        decimal(t.yearlyChangePercent()),
                        t.baseYear(),
                        t.fromYear(),
                        t.toYear(),
                        t.basis().name(),
                        t.source()));
        of(LIMIT);
        for (Limit l : facts.limits()) {
            add(
                    LIMIT,
                    l.id(),
                    of(LIMIT).size(),
                    l.pointId(),
                    l.averaging().name(),
                    decimal(l.upper()),
                    decimal(l.lower()),
                    l.unit().symbol(),
                    decimal(l.warnFraction()),
                    l.source(),
                    l.confirmed(),
                    l.validFrom().toEpochMilli(),
                    millis(l.validTo()));
        }
    }

    private static @Nullable String decimal(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
