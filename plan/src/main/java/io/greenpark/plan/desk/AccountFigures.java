package io.greenpark.plan.desk;

import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.park.energy.Intensity;
import io.greenpark.park.live.LiveState.Sign;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.Step;
import io.greenpark.plan.rule.Used;
import io.greenpark.plan.target.Area;
import io.greenpark.plan.target.PlanPeriod;
import io.greenpark.plan.value.Measured;
import io.greenpark.store.books.Books;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Figures that the platform's own accounts make. Intensities are read where everybody reads them, so what a statistic's provider forbids to
 * tell is not told here either.
 */
public final class AccountFigures {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Books books;
    private final IntensityAccounts intensity;
    private final EnergyAccounts energy;

    /** @param intensity as officers may see them */
    public AccountFigures(Books books, IntensityAccounts intensity, EnergyAccounts energy) {
        this.books = books;
        this.intensity = intensity;
        this.energy = energy;
    }

    /** Change of the year to date against the same time of the year before, by the last month of a period that is over. */
    Measured intensityChange(
            Registry registry, Area area, List<Enterprise> members, PlanPeriod period, LocalDate today) {
        YearMonth month = newestMonth(period, today);
        if (month == null) {
            return Measured.missing(new Bilingual("期间内还没有结束的月份", "no month of the period is over"), 0, members.size());
        }
        Subject subject = subject(registry, area);
        ElectricityBasis basis =
                registry.target(subject, period.year()).map(Target::basis).orElse(ElectricityBasis.EQUIVALENT);
        return intensity.atOneMoment(
                accounts -> {
                    PeriodIntensity figure = accounts.month(List.of(subject), month, basis)
                            .values()
                            .iterator()
                            .next()
                            .yearToDate();
                    int known = (int) accounts
                            .month(
                                    members.stream()
                                            .map(e -> Subject.enterprise(e.id()))
                                            .toList(),
                                    month,
                                    basis)
                            .values()
                            .stream()
                            .map(IntensityRow::yearToDate)
                            .filter(own -> own.tce() != null)
                            .count();
                    BigDecimal change = figure.changePercent();
                    return change == null
                            ? Measured.missing(why(figure), known, members.size())
                            : Measured.of(change, known, members.size());
                });
    }

    private static Bilingual why(PeriodIntensity figure) {
        return figure.reasons()
                .getOrDefault("changePercent", Reason.of(Cause.NOT_JUDGED_BY_ACCOUNTS))
                .text();
    }

    /** The last month of a period that is over; null where none is. January alone is compared with nothing. */
    private static @Nullable YearMonth newestMonth(PlanPeriod period, LocalDate today) {
        YearMonth last = YearMonth.from(period.end()).minusMonths(1);
        YearMonth over = YearMonth.from(today).minusMonths(1);
        YearMonth newest = last.isAfter(over) ? over : last;
        return newest.isBefore(YearMonth.from(period.start())) ? null : newest;
    }

    private static Subject subject(Registry registry, Area area) {
        return area.park() == null ? Subject.district(registry.facts().districtId()) : Subject.park(area.park());
    }

    /** Energy of the year up to the end of a period, of what was approved for the whole year. */
    Measured energyUsed(List<Enterprise> members, PlanPeriod period, LocalDate today) {
        Map<String, Used> used =
                used(members, period.year(), period.end().isAfter(today) ? monthOf(today) : period.end());
        BigDecimal sum = used.values().stream().map(Used::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal approved = used.values().stream().map(Used::of).reduce(BigDecimal.ZERO, BigDecimal::add);
        return approved.signum() <= 0
                ? Measured.missing(
                        new Bilingual(
                                "没有企业同时具备核定能耗和足够的计量数据",
                                "no enterprise has both approved energy and enough of it metered"),
                        0,
                        members.size())
                : Measured.of(
                        sum.multiply(HUNDRED).divide(approved, MathContext.DECIMAL64), used.size(), members.size());
    }

    private static LocalDate monthOf(LocalDate day) {
        return day.withDayOfMonth(1);
    }

    /** Of each enterprise that has approved energy and of which enough is metered, a year up to a first of a month. */
    Map<String, Used> used(List<Enterprise> members, int year, LocalDate end) {
        Map<String, BigDecimal> approved = new HashMap<>();
        for (Enterprise e : members) {
            BigDecimal own = e.file().approvedEnergyTce();
            if (own != null && own.signum() > 0) {
                approved.put(e.id(), own);
            }
        }
        LocalDate start = LocalDate.of(year, 1, 1);
        Map<String, Used> used = new HashMap<>();
        if (approved.isEmpty() || !end.isAfter(start)) {
            return used;
        }
        energy.eachEnterprise(approved.keySet(), start, end, Step.MONTH, ElectricityBasis.EQUIVALENT)
                .forEach((id, rows) -> {
                    BigDecimal tce = whole(rows);
                    BigDecimal of = approved.get(id);
                    if (tce != null && of != null) {
                        used.put(id, new Used(tce, of));
                    }
                });
        return used;
    }

    /** The sum of some months; null unless each is known and enough of them is measured. */
    private static @Nullable BigDecimal whole(List<EnergyRow> rows) {
        BigDecimal sum = BigDecimal.ZERO;
        double completeness = 0;
        for (EnergyRow row : rows) {
            if (row.tce() == null) {
                return null;
            }
            sum = sum.add(row.tce());
            completeness += row.coverage().completeness();
        }
        return completeness * 100 < Intensity.LEAST_MEASURED_PERCENT * (double) rows.size() || rows.isEmpty()
                ? null
                : sum;
    }

    /** Enterprises with a device that is not silent; known of now only. */
    Measured online(Registry registry, List<Enterprise> members, PlanPeriod period, LocalDate today, Instant now) {
        if (!PlanPeriod.with(today).equals(period)
                && !PlanPeriod.year(today.getYear()).equals(period)) {
            return Measured.missing(
                    new Bilingual("联网率只有当前值", "what is online is known of now only"), 0, members.size());
        }
        Map<String, Sign> signs =
                books.read(handle -> books.ports(handle).live().all());
        Set<String> online = new HashSet<>();
        for (Device device : registry.facts().devices()) {
            Sign sign = signs.get(device.id());
            if (sign != null
                    && !Instant.ofEpochMilli(sign.arrivalMs())
                            .plus(device.silenceAfter())
                            .isBefore(now)) {
                online.add(device.enterpriseId());
            }
        }
        long count = members.stream().filter(e -> online.contains(e.id())).count();
        return members.isEmpty()
                ? Measured.missing(new Bilingual("没有企业", "there is no enterprise"), 0, 0)
                : Measured.of(
                        BigDecimal.valueOf(count * 100)
                                .divide(BigDecimal.valueOf(members.size()), MathContext.DECIMAL64),
                        members.size(),
                        members.size());
    }
}
