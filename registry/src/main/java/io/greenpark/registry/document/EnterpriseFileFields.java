package io.greenpark.registry.document;

import static io.greenpark.config.setting.Accepted.choice;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.EnterpriseFile;
import io.greenpark.park.registry.EnterpriseFile.OperatingState;
import io.greenpark.park.registry.EnterpriseFile.Operation;
import io.greenpark.park.registry.EnterpriseFile.PerformanceClass;
import io.greenpark.park.registry.EnterpriseFile.Permit;
import io.greenpark.park.registry.EnterpriseFile.UtilityAccount;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes what is on file about an enterprise, the same in files and documents: what is dated is a mapping by its day. */
public final class EnterpriseFileFields {
    private static final Accepted<String> CREDIT_CODE = new Accepted<>(
            new Bilingual(
                    "18 位统一社会信用代码，校验码须正确（GB 32100-2015）",
                    "a unified social credit code of 18 characters with a right check character (GB 32100-2015)"),
            text -> EnterpriseFile.isCreditCode(text) ? text : null);

    private static final Accepted<BigDecimal> SHARE =
            new Accepted<>(new Bilingual("大于 0 且不大于 1 的份额，如 0.4", "a share above 0, at most 1, e.g. 0.4"), text -> {
                BigDecimal share = Accepted.decimal().parse(text);
                return share == null || share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0 ? null : share;
            });
    private static final Accepted<PerformanceClass> CLASS =
            new Accepted<>(new Bilingual("A、B、C 或 D", "A, B, C or D"), text -> Arrays.stream(PerformanceClass.values())
                    .filter(c -> c.name().equals(text))
                    .findFirst()
                    .orElse(null));
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9-]{1,40}");

    private EnterpriseFileFields() {}

    /** What is on file, of the fields of an enterprise. */
    public static EnterpriseFile read(Settings f) {
        return new EnterpriseFile(
                f.value("creditCode", CREDIT_CODE),
                dated(f, "formerNames", names -> day -> names.text(day)),
                accounts(f.below("accounts")),
                f.text("legalPerson"),
                f.text("address"),
                permit(f.below("permit")),
                f.value("landMu", AcceptedFields.NOT_NEGATIVE),
                f.value("approvedEnergyTce", AcceptedFields.NOT_NEGATIVE),
                amounts(f.below("approvedDischargeT")),
                classes(f.below("performanceClasses")),
                f.flag("keyDischarger", false),
                dated(f, "operation", states -> day -> operation(states.below(day))));
    }

    private static SortedMap<String, UtilityAccount> accounts(@Nullable Settings f) {
        SortedMap<String, UtilityAccount> accounts = new TreeMap<>();
        if (f != null) {
            for (String number : f.names()) {
                Settings one = f.below(number);
                Carrier carrier = one == null ? null : one.required("carrier", AcceptedFields.CARRIER);
                BigDecimal share = one == null ? null : one.value("share", SHARE);
                if (one != null) {
                    one.reportUnknown();
                }
                if (!ACCOUNT.matcher(number).matches()) {
                    f.fault(
                            number,
                            new Bilingual(
                                    "不是户号；应为：1 至 40 个字母、数字和短横线",
                                    "is no customer number; accepted: 1 to 40 letters, digits and dashes"));
                } else if (carrier != null) {
                    accounts.put(number, new UtilityAccount(carrier, share));
                }
            }
        }
        return accounts;
    }

    private static @Nullable Permit permit(@Nullable Settings f) {
        if (f == null) {
            return null;
        }
        String number = f.requiredText("number", new Bilingual("排污许可证编号", "the number of the discharge permit"));
        LocalDate from = f.value("validFrom", AcceptedFields.DATE);
        LocalDate to = f.value("validTo", AcceptedFields.DATE);
        if (from != null && to != null && to.isBefore(from)) {
            f.fault(
                    "validTo",
                    new Bilingual(
                            "“" + to + "”早于起始日“" + from + "”；请填写许可证有效期的最后一天",
                            "\"" + to + "\" is before validFrom, \"" + from + "\"; give the last day of the permit"));
        }
        f.reportUnknown();
        return number == null ? null : new Permit(number, from, to);
    }

    private static SortedMap<String, BigDecimal> amounts(@Nullable Settings f) {
        SortedMap<String, BigDecimal> amounts = new TreeMap<>();
        if (f != null) {
            for (String quantity : f.names()) {
                BigDecimal tonnes = f.value(quantity, AcceptedFields.NOT_NEGATIVE);
                if (tonnes != null) {
                    amounts.put(quantity, tonnes);
                }
            }
        }
        return amounts;
    }

    private static SortedMap<Integer, PerformanceClass> classes(@Nullable Settings f) {
        SortedMap<Integer, PerformanceClass> classes = new TreeMap<>();
        if (f != null) {
            for (String text : f.names()) {
                Integer year = AcceptedFields.YEAR.parse(text);
                PerformanceClass given = f.value(text, CLASS);
                if (year == null) {
                    f.fault(
                            text,
                            new Bilingual(
                                    "不是年份；应为：" + AcceptedFields.YEAR.said().zh(),
                                    "is no year; accepted: " + AcceptedFields.YEAR.words()));
                } else if (given != null) {
                    classes.put(year, given);
                }
            }
        }
        return classes;
    }

    private static @Nullable Operation operation(@Nullable Settings f) {
        if (f == null) {
            return null;
        }
        OperatingState state = f.required("state", choice(OperatingState.class));
        String document = f.text("document");
        f.reportUnknown();
        return state == null ? null : new Operation(state, document);
    }

    private static <T> SortedMap<LocalDate, T> dated(
            Settings f, String field, Function<Settings, Function<String, @Nullable T>> reader) {
        SortedMap<LocalDate, T> dated = new TreeMap<>();
        Settings days = f.below(field);
        if (days == null) {
            return dated;
        }
        for (String text : days.names()) {
            T one = reader.apply(days).apply(text);
            LocalDate day = day(text);
            if (day == null) {
                days.fault(
                        text,
                        new Bilingual(
                                "不是自何日起的" + AcceptedFields.DATE.said().zh(),
                                "is not " + AcceptedFields.DATE.words() + ", from which on it is so"));
            } else if (one != null) {
                dated.put(day, one);
            }
        }
        return dated;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static Document.Builder write(Document.Builder fields, EnterpriseFile file) {
        Document.Builder names = new Document.Builder();
        file.formerNames().forEach((day, name) -> names.text(day.toString(), name));
        Document.Builder accounts = new Document.Builder();
        file.accounts()
                .forEach((number, it) -> accounts.below(
                        number,
                        new Document.Builder()
                                .text("carrier", it.carrier().code())
                                .decimal("share", it.share())));
        Document.Builder discharge = new Document.Builder();
        file.approvedDischargeT().forEach(discharge::decimal);
        Document.Builder classes = new Document.Builder();
        file.performanceClasses().forEach((year, given) -> classes.text(year.toString(), given.name()));
        Document.Builder operation = new Document.Builder();
        file.operation()
                .forEach((day, it) -> operation.below(
                        day.toString(),
                        new Document.Builder().code("state", it.state()).text("document", it.document())));
        if (file.keyDischarger()) {
            // Where it is not, documents of before stay as they are.
            fields.flag("keyDischarger", true);
        }
        return fields.text("creditCode", file.creditCode())
                .below("formerNames", names)
                .below("accounts", accounts)
                .text("legalPerson", file.legalPerson())
                .text("address", file.address())
                .below("permit", permit(file.permit()))
                .decimal("landMu", file.landMu())
                .decimal("approvedEnergyTce", file.approvedEnergyTce())
                .below("approvedDischargeT", discharge)
                .below("performanceClasses", classes)
                .below("operation", operation);
    }

    private static Document.Builder permit(@Nullable Permit permit) {
        Document.Builder fields = new Document.Builder();
        return permit == null
                ? fields
                : fields.text("number", permit.number())
                        .text("validFrom", text(permit.validFrom()))
                        .text("validTo", text(permit.validTo()));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
