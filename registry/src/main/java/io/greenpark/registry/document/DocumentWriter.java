package io.greenpark.registry.document;

import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.LimitTerms;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.Direction;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.registry.document.Document.Builder;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a registry as documents without positions, each kind in the order of the registry. */
public final class DocumentWriter {
    private final Registry.Facts facts;
    private final Registry registry;
    private final Map<DocumentKey, Document> documents = new LinkedHashMap<>();

    private DocumentWriter(Registry.Facts facts, Registry registry) {
        this.facts = facts;
        this.registry = registry;
    }

    /** The documents of a registry. */
    public static Map<DocumentKey, Document> write(Registry registry) {
        return new DocumentWriter(registry.facts(), registry).write();
    }

    /** The documents of some facts of a registry. */
    public static Map<DocumentKey, Document> write(Registry.Facts some, Registry registry) {
        return new DocumentWriter(some, registry).write();
    }

    private Map<DocumentKey, Document> write() {
        Registry.Facts f = facts;
        add(DocumentKind.DISTRICT, f.districtId(), named(f.district().name()));
        f.parks().forEach(this::park);
        f.enterprises().forEach(this::enterprise);
        contacts(Subject.district(f.districtId()), f.district().contacts());
        f.parks().forEach(p -> contacts(Subject.park(p.id()), p.contacts()));
        f.enterprises().forEach(e -> contacts(Subject.enterprise(e.id()), e.contacts()));
        f.outlets().forEach(this::outlet);
        f.gateways().forEach(g -> add(DocumentKind.GATEWAY, g.id(), named(g.name())));
        f.devices().forEach(this::device);
        f.points().forEach(this::point);
        f.statistics().forEach(this::statistic);
        f.bills().forEach(b -> documents.put(b.key(), BillFields.write(b).build()));
        f.coefficientSets().forEach(this::coefficientSet);
        f.targets().forEach(this::target);
        f.limits().forEach(this::limit);
        f.closings().forEach(c -> documents.put(c.key(), ClosingFields.write(c)));
        return documents;
    }

    private void add(DocumentKind kind, String id, Builder fields) {
        documents.put(new DocumentKey(kind, id), fields.build());
    }

    private static Builder named(Bilingual name) {
        return new Builder().below("name", new Builder().text("zh", name.zh()).text("en", name.en()));
    }

    private void park(Park p) {
        add(
                DocumentKind.PARK,
                p.id(),
                named(p.name()).text("zone", p.time().zone().getId()));
    }

    private void enterprise(Enterprise e) {
        add(
                DocumentKind.ENTERPRISE,
                e.id(),
                EnterpriseFileFields.write(
                        named(e.name())
                                .text("park", e.parkId())
                                .text("industry", e.industry())
                                .flag("aboveScale", e.aboveScale())
                                .flag("polluting", e.polluting()),
                        e.file()));
    }

    private void contacts(Subject of, List<Contact> contacts) {
        for (Contact c : contacts) {
            Builder fields = new Builder()
                    .code("scope", of.scope())
                    .text("subject", of.id())
                    .text("name", c.name())
                    .text("email", c.email())
                    .text("webhook", c.webhook())
                    .text("phone", c.phone())
                    .text("language", c.language().getLanguage());
            DocumentKey key = DocumentKey.contact(of, c.name());
            for (int n = 2; documents.containsKey(key); n++) {
                key = DocumentKey.contact(of, c.name() + " " + n);
            }
            documents.put(key, fields.build());
        }
    }

    private void outlet(Outlet o) {
        add(
                DocumentKind.OUTLET,
                o.id(),
                named(o.name())
                        .text("enterprise", o.enterpriseId())
                        .code("medium", o.medium())
                        .code("standing", o.standing())
                        .text("code", o.code())
                        .text("permit", o.permit()));
    }

    private void device(Device d) {
        add(
                DocumentKind.DEVICE,
                d.id(),
                AcceptanceFields.write(
                        named(d.name())
                                .text("enterprise", d.enterpriseId())
                                .text("gateway", d.gatewayId())
                                .length("silenceAfter", d.silenceAfter())
                                .text("sentAs", d.sentAs()),
                        d.acceptance()));
    }

    private void point(Point p) {
        ZoneId parkZone = parkZone(p);
        Builder facts = new Builder();
        p.facts().forEach(f -> facts.below(f.validFrom().toString(), pointFacts(f, parkZone)));
        Builder replacements = new Builder();
        p.replacements()
                .forEach(r -> replacements.below(
                        r.at().toString(),
                        new Builder().decimal("oldEnd", r.oldEnd()).decimal("newStart", r.newStart())));
        add(
                DocumentKind.POINT,
                p.id(),
                named(p.name())
                        .text("device", p.deviceId())
                        .text("key", p.key())
                        .text("outlet", p.outletId())
                        .text("quantity", p.quantity())
                        .below("facts", facts)
                        .below("replacements", replacements)
                        .time("endedAt", p.endedAt()));
    }

    /** The same as is assumed in reading, where an edit names an enterprise or park that there is none of. */
    private ZoneId parkZone(Point p) {
        return registry.enterprise(p.enterpriseId())
                .flatMap(e -> registry.park(e.parkId()))
                .map(park -> park.time().zone())
                .orElse(ParkTime.SHANGHAI);
    }

    /** A zone that is the park's is left out: it follows the park. */
    private static Builder pointFacts(PointFacts f, ZoneId parkZone) {
        Builder fields = new Builder()
                .code("kind", f.kind())
                .text("unit", f.unit().symbol())
                .length("expectedInterval", f.expectedInterval())
                .decimal("maxPerHour", f.maxPerHour())
                .decimal("ratio", f.ratio())
                .flag("ratioApplied", f.ratioApplied())
                .decimal("registerRange", f.registerRange())
                .text("carrier", f.carrier() == null ? null : f.carrier().code())
                .text("zone", f.zone().equals(parkZone) ? null : f.zone().getId())
                .code("stamp", f.stamp());
        if (!f.period().isZero()) {
            fields.length("period", f.period());
        }
        return laterFacts(fields, f);
    }

    /** What earlier versions did not know is left out where it is as it always was: then a document stays the same. */
    private static Builder laterFacts(Builder fields, PointFacts f) {
        int factor = f.counting().factor();
        if (factor < 0) {
            fields.whole("factor", factor);
        } else {
            fields.flag("boundary", factor > 0);
        }
        Direction direction = f.counting().direction();
        if (f.stampTolerance() != null) {
            fields.length("stampTolerance", f.stampTolerance());
        }
        return fields.decimal("min", f.bounds().min())
                .decimal("max", f.bounds().max())
                .code("direction", direction == Direction.IMPORT ? null : direction);
    }

    /** Where nobody stated the allowed use it is left out. */
    private void statistic(MonthlyStatistic s) {
        documents.put(
                DocumentKey.statistic(s.enterpriseId(), s.month()),
                new Builder()
                        .text("enterprise", s.enterpriseId())
                        .text("month", s.month().toString())
                        .decimal("ivaCny", s.ivaCny())
                        .decimal("outputCny", s.outputCny())
                        .code("status", s.status())
                        .text("source", s.source())
                        .code("allowedUse", s.useStated() ? s.allowedUse() : null)
                        .build());
    }

    private void coefficientSet(CoefficientSet s) {
        Builder coefficients = new Builder();
        s.coefficients()
                .forEach((carrier, c) -> coefficients.below(
                        carrier.code(),
                        new Builder()
                                .decimal("kgcePerUnit", c.kgcePerUnit())
                                .decimal("co2KgPerUnit", c.co2KgPerUnit())
                                .flag("countsInComprehensiveEnergy", c.countsInComprehensiveEnergy())
                                .text("source", c.source())
                                .text("sourceZh", c.sourceZh())
                                .flag("confirmed", c.confirmed())));
        add(
                DocumentKind.COEFFICIENT_SET,
                s.id(),
                new Builder()
                        .text("validFrom", s.validFrom().toString())
                        .text(
                                "validTo",
                                s.validTo() == null ? null : s.validTo().toString())
                        .code("basis", s.basis())
                        .below("coefficients", coefficients));
    }

    private void target(Target t) {
        add(
                DocumentKind.TARGET,
                t.id(),
                new Builder()
                        .code("scope", t.subject().scope())
                        .text("subject", t.subject().id())
                        .decimal("yearlyChangePercent", t.yearlyChangePercent())
                        .whole("baseYear", t.baseYear())
                        .whole("fromYear", t.fromYear())
                        .whole("toYear", t.toYear())
                        .code("basis", t.basis())
                        .text("source", t.source())
                        .text("sourceZh", t.sourceZh()));
    }

    private void limit(Limit l) {
        LimitTerms terms = l.terms();
        Bilingual clause = terms.clause();
        add(
                DocumentKind.LIMIT,
                l.id(),
                new Builder()
                        .text("point", l.pointId())
                        .code("averaging", l.averaging())
                        .decimal("upper", l.upper())
                        .decimal("lower", l.lower())
                        .text("unit", l.unit().symbol())
                        .decimal("warnFraction", l.warnFraction())
                        .text("source", l.source())
                        .flag("confirmed", l.confirmed())
                        .time("validFrom", l.validFrom())
                        .time("validTo", l.validTo())
                        .text("sourceZh", terms.sourceZh())
                        .text("standard", terms.standard())
                        .text("clause", clause == null ? null : clause.en())
                        .text("clauseZh", clause == null || clause.zh().equals(clause.en()) ? null : clause.zh())
                        .code("concentration", terms.concentration())
                        .decimal("referenceOxygenPercent", terms.referenceOxygenPercent())
                        .code("gas", terms.gas()));
    }
}
