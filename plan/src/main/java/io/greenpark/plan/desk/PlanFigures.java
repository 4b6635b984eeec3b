package io.greenpark.plan.desk;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.time.ParkTime;
import io.greenpark.plan.rule.EnterpriseYears;
import io.greenpark.plan.rule.Finding;
import io.greenpark.plan.rule.ListRule;
import io.greenpark.plan.rule.Used;
import io.greenpark.plan.sheet.YearSheet;
import io.greenpark.plan.target.Area;
import io.greenpark.plan.target.Measure;
import io.greenpark.plan.target.PlanPeriod;
import io.greenpark.plan.value.CleanCoverage;
import io.greenpark.plan.value.Measured;
import io.greenpark.plan.value.MeasuredFigures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the platform's figures of targets, and its lists, come from. Any thread may call. */
public final class PlanFigures {
    private final RegistrySource registry;
    private final SheetDesk sheets;
    private final AccountFigures accounts;
    private final CleanCoverage cleanProduction;
    private final Clock clock;

    /** @param registry of the whole district */
    public PlanFigures(
            RegistrySource registry,
            SheetDesk sheets,
            AccountFigures accounts,
            CleanCoverage cleanProduction,
            Clock clock) {
        this.registry = registry;
        this.sheets = sheets;
        this.accounts = accounts;
        this.cleanProduction = cleanProduction;
        this.clock = clock;
    }

    /** The day in the district. */
    public LocalDate today() {
        return registry.current().facts().parks().stream()
                .findFirst()
                .map(park -> park.time())
                .orElse(ParkTime.shanghai())
                .dayOf(clock.instant());
    }

    /** The district as it is now, for reading much: sheets are read once a year of them. One thread asks. */
    public AtOneMoment now() {
        return new AtOneMoment(registry.current());
    }

    /** Figures of one registry. */
    public final class AtOneMoment implements MeasuredFigures {
        private final Registry district;
        private final LocalDate today = today();
        private final Map<Integer, Map<String, YearSheet>> sheetsOf = new HashMap<>();

        private AtOneMoment(Registry district) {
            this.district = district;
        }

        public Registry registry() {
            return district;
        }

        public LocalDate day() {
            return today;
        }

        @Override
        public Measured of(Measure measure, Area area, PlanPeriod period) {
            List<Enterprise> members = Members.of(district, area, period.end());
            return switch (measure.kind()) {
                case ENERGY_INTENSITY_CHANGE -> accounts.intensityChange(district, area, members, period, today);
                case APPROVED_ENERGY_USED -> accounts.energyUsed(members, period, today);
                case ENTERPRISES_ONLINE -> accounts.online(district, members, period, today, clock.instant());
                case CLEAN_PRODUCTION -> cleanProduction.coverage(area, period.end());
                default -> new SheetSums(period.year(), members, sheets(period.year() - 1, period.year())).of(measure);
            };
        }

        /** What a rule says of each enterprise of an area at the end of a period. */
        public List<Finding> findings(ListRule rule, Area area, PlanPeriod period) {
            int year = rule.yearFor(period.year(), period.quarter() == null);
            int first = year - rule.yearsBack();
            List<Enterprise> members =
                    Members.of(district, area, PlanPeriod.year(year).end());
            Map<String, Map<Integer, YearSheet>> own = sheets(first, year);
            Map<Integer, Map<String, Used>> energy = new HashMap<>();
            for (int y = first; rule.looksAtEnergy() && y <= year; y++) {
                LocalDate end = PlanPeriod.year(y).end();
                // Of a year that runs nobody knows how much it will be.
                energy.put(y, end.isAfter(today) ? Map.of() : accounts.used(members, y, end));
            }
            return Lists.of(
                    rule,
                    year,
                    members.stream()
                            .map(e -> new EnterpriseYears(
                                    e.id(), own.getOrDefault(e.id(), Map.of()), of(e.id(), energy), Map.of()))
                            .toList());
        }

        private static Map<Integer, Used> of(String enterprise, Map<Integer, Map<String, Used>> energy) {
            Map<Integer, Used> own = new HashMap<>();
            energy.forEach((year, each) -> {
                Used used = each.get(enterprise);
                if (used != null) {
                    own.put(year, used);
                }
            });
            return own;
        }

        private Map<String, Map<Integer, YearSheet>> sheets(int from, int to) {
            Map<String, Map<Integer, YearSheet>> own = new HashMap<>();
            for (int year = from; year <= to; year++) {
                int y = year;
                sheetsOf.computeIfAbsent(y, this::read)
                        .forEach((id, sheet) ->
                                own.computeIfAbsent(id, i -> new TreeMap<>()).put(y, sheet));
            }
            return own;
        }

        private Map<String, YearSheet> read(int year) {
            Map<String, YearSheet> read = new HashMap<>();
            sheets.of(year, year).forEach(sheet -> read.put(sheet.enterpriseId(), sheet));
            return read;
        }
    }
}
