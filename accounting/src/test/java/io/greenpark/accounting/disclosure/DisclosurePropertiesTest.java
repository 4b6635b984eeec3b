package io.greenpark.accounting.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whoever solves all sums that leave, over random districts, learns no guarded value. */
class DisclosurePropertiesTest {
    private static final Audience[] AUDIENCES = Audience.values();

    @Property(tries = 400)
    void nobody_learns_a_guarded_value(@ForAll long seed) {
        for (Audience audience : AUDIENCES) {
            assertThat(recovered(seed, Disclosures.standard(), audience)).isEmpty();
        }
    }

    @Test
    void the_rule_for_each_sum_by_itself_would_tell_some() {
        long told = Stream.iterate(1L, seed -> seed + 1)
                .limit(100)
                .filter(seed -> !recovered(seed, PrimaryOnly.disclosures(), Audience.OFFICERS)
                        .isEmpty())
                .count();
        assertThat(told).isGreaterThan(5);
    }

    @Test
    void most_sums_of_large_districts_leave_all_the_same() {
        long left = 0;
        long all = 0;
        for (long seed = 1; seed <= 100; seed++) {
            Registry registry = new RandomDistrict(seed).registry();
            Disclosure disclosure = Disclosures.standard().of(registry);
            if (registry.facts().enterprises().size() < 15) {
                continue;
            }
            Subject district = Subject.district("district");
            for (YearMonth month : RandomDistrict.months()) {
                all++;
                left += disclosure.month(Audience.OFFICERS, district, month) ? 1 : 0;
            }
        }
        assertThat((double) left / all).isGreaterThan(0.6);
    }

    /** The guarded values that the audience works out. */
    private static Set<String> recovered(long seed, Disclosures disclosures, Audience audience) {
        RandomDistrict made = new RandomDistrict(seed);
        Registry registry = made.registry();
        Disclosure disclosure = disclosures.of(registry);
        LinearAttack attack = new LinearAttack();
        Map<String, BigDecimal> guarded = new HashMap<>();
        for (MonthlyStatistic s : registry.facts().statistics()) {
            String name = name(s.enterpriseId(), s.month());
            if (audience.isKeptFrom(s.allowedUse())) {
                guarded.put(name, s.ivaCny());
            } else {
                attack.told(Set.of(name), s.ivaCny());
            }
        }
        for (Subject subject : subjects(registry)) {
            for (YearMonth month : RandomDistrict.months()) {
                if (disclosure.month(audience, subject, month)) {
                    tell(attack, made, registry, subject, List.of(month));
                }
                if (disclosure.yearToDate(audience, subject, month)) {
                    tell(attack, made, registry, subject, Disclosure.yearToDate(month));
                }
            }
        }
        return attack.recovered(guarded);
    }

    private static List<Subject> subjects(Registry registry) {
        List<Subject> subjects = new ArrayList<>(List.of(Subject.district("district")));
        registry.facts().parks().forEach(p -> subjects.add(Subject.park(p.id())));
        registry.facts().enterprises().forEach(e -> subjects.add(Subject.enterprise(e.id())));
        return subjects;
    }

    /** A sum as the accounts make it: of whoever is metered in any of the months, all of them. */
    private static void tell(
            LinearAttack attack, RandomDistrict made, Registry registry, Subject subject, List<YearMonth> months) {
        Set<String> names = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (String enterprise : subject.enterprises(registry)) {
            if (months.stream().anyMatch(m -> made.metered(enterprise, m))) {
                for (YearMonth month : months) {
                    names.add(name(enterprise, month));
                    sum = sum.add(
                            registry.statistic(enterprise, month).orElseThrow().ivaCny());
                }
            }
        }
        attack.told(names, sum);
    }

    private static String name(String enterprise, YearMonth month) {
        return enterprise + " " + month;
    }
}
