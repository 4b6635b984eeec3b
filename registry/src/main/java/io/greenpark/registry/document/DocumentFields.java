package io.greenpark.registry.document;

import static io.greenpark.config.setting.Accepted.choice;
import static io.greenpark.config.setting.Accepted.decimal;
import static io.greenpark.config.setting.Accepted.duration;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.Coefficient;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.EnterpriseFile;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.LimitTerms;
import io.greenpark.park.registry.MonthlyBill;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of documents, but points; null where one that is needed is missing or not accepted. */
final class DocumentFields {
    static final Accepted<Instant> TIME = new Accepted<>(
            new Bilingual("带时区的时间，如 2026-01-01T00:00:00Z", "a time with its offset, e.g. 2026-01-01T00:00:00Z"),
            text -> {
                // One way to write a time, so that the same one is never two.
                Instant at = OffsetDateTime.parse(text).toInstant();
                return at.toString().equals(text) ? at : null;
            });

    private DocumentFields() {}

    static Bilingual name(Settings f) {
        Settings name = f.required("name", f.below("name"), Bilingual.same("{\"zh\": ..., \"en\": ...}"));
        if (name == null) {
            return Bilingual.same("");
        }
        String zh = name.requiredText("zh", new Bilingual("中文名称", "the name in Chinese"));
        String en = name.requiredText("en", new Bilingual("英文名称", "the name in English"));
        name.reportUnknown();
        return new Bilingual(zh == null ? "" : zh, en == null ? "" : en);
    }

    static @Nullable Subject subject(Settings f) {
        Subject.Scope scope = f.required("scope", choice(Subject.Scope.class));
        String id = f.requiredText(
                "subject", new Bilingual("企业、园区或本区的编号", "the id of an enterprise, a park or the district"));
        return scope == null || id == null ? null : new Subject(scope, id);
    }

    static District district(DocumentKey key, Settings f, List<Contact> contacts) {
        return new District(key.id(), name(f), contacts);
    }

    static @Nullable Park park(DocumentKey key, Settings f, List<Contact> contacts) {
        Bilingual name = name(f);
        ZoneId zone = f.required("zone", AcceptedFields.ZONE);
        return zone == null ? null : new Park(key.id(), name, new ParkTime(zone), contacts);
    }

    static @Nullable Enterprise enterprise(DocumentKey key, Settings f, List<Contact> contacts) {
        Bilingual name = name(f);
        String park = f.requiredText("park", new Bilingual("园区编号", "the id of a park"));
        String industry = f.requiredText("industry", AcceptedFields.INDUSTRY);
        boolean aboveScale = f.flag("aboveScale", false);
        boolean polluting = f.flag("polluting", false);
        EnterpriseFile file = EnterpriseFileFields.read(f);
        return park == null || industry == null
                ? null
                : new Enterprise(key.id(), park, name, industry, aboveScale, polluting, contacts, file);
    }

    static @Nullable Contact contact(DocumentKey key, Settings f) {
        String name = f.requiredText("name", AcceptedFields.CONTACT_NAME);
        String email = f.text("email");
        String webhook = f.text("webhook");
        String language = f.text("language", "zh");
        return name == null
                ? null
                : new Contact(name, email, webhook, f.text("phone"), Locale.forLanguageTag(language));
    }

    static @Nullable Outlet outlet(DocumentKey key, Settings f) {
        Bilingual name = name(f);
        String enterprise = f.requiredText("enterprise", AcceptedFields.ENTERPRISE_ID);
        Outlet.Medium medium = f.required("medium", choice(Outlet.Medium.class));
        Outlet.Standing standing = f.value("standing", choice(Outlet.Standing.class), Outlet.Standing.CLUE);
        String code = f.text("code");
        String permit = f.text("permit");
        return enterprise == null || medium == null
                ? null
                : new Outlet(key.id(), enterprise, name, medium, standing, code, permit);
    }

    static Gateway gateway(DocumentKey key, Settings f) {
        return new Gateway(key.id(), name(f));
    }

    static @Nullable Device device(DocumentKey key, Settings f) {
        Bilingual name = name(f);
        String enterprise = f.requiredText("enterprise", AcceptedFields.ENTERPRISE_ID);
        String gateway = f.text("gateway");
        Duration silenceAfter = f.required("silenceAfter", duration());
        String sentAs = f.text("sentAs");
        Acceptance acceptance = AcceptanceFields.read(f);
        return enterprise == null || silenceAfter == null
                ? null
                : new Device(key.id(), enterprise, name, gateway, silenceAfter, acceptance, sentAs);
    }

    static @Nullable MonthlyStatistic statistic(DocumentKey key, Settings f) {
        String enterprise = f.requiredText("enterprise", AcceptedFields.ENTERPRISE_ID);
        YearMonth month = f.required("month", AcceptedFields.MONTH);
        BigDecimal iva = f.value("ivaCny", decimal());
        BigDecimal output = f.value("outputCny", decimal());
        FigureStatus status = f.required("status", choice(FigureStatus.class));
        String source = f.requiredText("source", AcceptedFields.STATISTIC_SOURCE);
        AllowedUse use = f.value("allowedUse", choice(AllowedUse.class));
        if (enterprise == null || month == null || status == null || source == null) {
            return null;
        }
        if (!key.equals(DocumentKey.statistic(enterprise, month))) {
            f.fault(
                    "month",
                    new Bilingual(
                            "企业“" + enterprise + "” " + month + " 的统计数据，编号应为“"
                                    + DocumentKey.statistic(enterprise, month).id() + "”",
                            "the statistic of \"" + enterprise + "\" for " + month + " has the id \""
                                    + DocumentKey.statistic(enterprise, month).id() + "\""));
        }
        return new MonthlyStatistic(
                enterprise, month, iva, output, status, source, use == null ? AllowedUse.JUDGE : use, use != null);
    }

    static @Nullable MonthlyBill bill(DocumentKey key, Settings f) {
        MonthlyBill bill = BillFields.read(f, f.requiredText("enterprise", AcceptedFields.ENTERPRISE_ID));
        if (bill != null && !key.equals(bill.key())) {
            f.fault(
                    "month",
                    new Bilingual(
                            "企业“" + bill.enterpriseId() + "” " + bill.month() + " "
                                    + bill.carrier().code() + " 的账单，编号应为“"
                                    + bill.key().id() + "”",
                            "the bill of \"" + bill.enterpriseId() + "\" for " + bill.month() + " and "
                                    + bill.carrier().code() + " has the id \""
                                    + bill.key().id() + "\""));
        }
        return bill;
    }

    static @Nullable CoefficientSet coefficientSet(DocumentKey key, Settings f) {
        LocalDate from = f.required("validFrom", AcceptedFields.DATE);
        LocalDate to = f.value("validTo", AcceptedFields.DATE);
        ElectricityBasis basis = f.required("basis", choice(ElectricityBasis.class));
        Map<Carrier, Coefficient> coefficients = new EnumMap<>(Carrier.class);
        Settings stated = f.below("coefficients");
        if (stated != null) {
            stated.names().forEach(code -> coefficient(stated, code, coefficients));
        }
        return from == null || basis == null ? null : new CoefficientSet(key.id(), from, to, basis, coefficients);
    }

    private static void coefficient(Settings stated, String code, Map<Carrier, Coefficient> coefficients) {
        Carrier carrier = Carrier.ofCode(code).orElse(null);
        Settings f = stated.below(code);
        if (carrier == null || f == null) {
            stated.fault(
                    code,
                    new Bilingual(
                            "不是能源品种及其系数；应为：能源品种，如 electricity",
                            "is not a carrier with its coefficients; accepted: a carrier, e.g. electricity"));
            return;
        }
        BigDecimal kgce = f.value("kgcePerUnit", decimal());
        BigDecimal co2 = f.value("co2KgPerUnit", decimal());
        boolean counts = f.flag("countsInComprehensiveEnergy", true);
        String source = f.requiredText("source", AcceptedFields.FACTOR_SOURCE);
        String sourceZh = f.text("sourceZh");
        boolean confirmed = f.flag("confirmed", false);
        f.reportUnknown();
        if (source != null) {
            coefficients.put(carrier, new Coefficient(kgce, co2, counts, source, sourceZh, confirmed));
        }
    }

    static @Nullable Target target(DocumentKey key, Settings f) {
        Subject subject = subject(f);
        BigDecimal change = f.required("yearlyChangePercent", decimal());
        Integer base = f.required("baseYear", AcceptedFields.YEAR);
        Integer from = f.required("fromYear", AcceptedFields.YEAR);
        Integer to = f.required("toYear", AcceptedFields.YEAR);
        ElectricityBasis basis = f.value("basis", choice(ElectricityBasis.class), ElectricityBasis.EQUIVALENT);
        String source = f.requiredText("source", AcceptedFields.TARGET_SOURCE);
        String sourceZh = f.text("sourceZh");
        return subject == null || change == null || base == null || from == null || to == null || source == null
                ? null
                : new Target(key.id(), subject, change, base, from, to, basis, source, sourceZh);
    }

    static @Nullable Limit limit(DocumentKey key, Settings f) {
        String point = f.requiredText("point", new Bilingual("测点编号", "the id of a point"));
        Limit.Averaging averaging = f.required("averaging", choice(Limit.Averaging.class));
        BigDecimal upper = f.value("upper", decimal());
        BigDecimal lower = f.value("lower", decimal());
        Unit unit = f.required("unit", AcceptedFields.UNIT);
        BigDecimal warn = f.value("warnFraction", decimal());
        String source = f.requiredText("source", AcceptedFields.LIMIT_SOURCE);
        boolean confirmed = f.flag("confirmed", false);
        Instant from = f.required("validFrom", TIME);
        Instant to = f.value("validTo", TIME);
        LimitTerms terms = terms(f);
        return point == null || averaging == null || unit == null || source == null || from == null
                ? null
                : new Limit(key.id(), point, averaging, upper, lower, unit, warn, source, confirmed, from, to, terms);
    }

    private static LimitTerms terms(Settings f) {
        String clause = f.text("clause");
        String clauseZh = f.text("clauseZh");
        return new LimitTerms(
                f.text("sourceZh"),
                f.text("standard"),
                clause == null ? null : new Bilingual(clauseZh == null ? clause : clauseZh, clause),
                f.value("concentration", choice(LimitTerms.Concentration.class)),
                f.value("referenceOxygenPercent", decimal()),
                f.value("gas", choice(LimitTerms.GasState.class)));
    }
}
