package io.greenpark.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.YamlFile;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.LimitTerms;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryYamlTest {
    private static final String SITE = """
            parks: [{id: p}]
            enterprises: [{id: e, park: p, industry: food-processing}]
            outlets: [{id: o, enterprise: e, medium: stack}]
            """;

    private final Problems problems = new Problems();

    private Registry.Facts read(String... documents) {
        List<RegistryDocument> list = Stream.of(documents)
                .map(text -> new RegistryDocument(Path.of("f"), "", YamlFile.parse(text, "f", problems)))
                .toList();
        return RegistryYaml.read(list, problems).facts();
    }

    /** What is told in English; it is told in Chinese too. */
    private List<String> told() {
        assertThat(problems.list()).allSatisfy(problem -> {
            assertThat(problem.words().zh()).as(problem.toString()).containsPattern("\\p{IsHan}");
            assertThat(problem.words().en()).isNotEqualTo(problem.words().zh());
        });
        return problems.list().stream().map(Problems.Problem::toString).toList();
    }

    private PointFacts facts(String point) {
        Registry.Facts facts =
                read(SITE + "devices: [{id: d, enterprise: e, points: [{key: k, quantity: q, " + point + "}]}]\n");
        assertThat(told()).isEmpty();
        return facts.points().get(0).currentFacts();
    }

    @Test
    void defaults_of_a_point_need_not_be_given() {
        PointFacts facts = facts("unit: kWh, kind: register, carrier: electricity");
        assertThat(facts.boundary()).isTrue();
        assertThat(facts.period()).isEqualTo(Duration.ZERO);
        assertThat(facts.expectedInterval()).isEqualTo(Duration.ofMinutes(15));
        assertThat(facts.effectiveRatio()).isEqualByComparingTo("1");
        assertThat(facts.zone().getId()).isEqualTo("Asia/Shanghai");
        assertThat(facts.validFrom()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void a_point_with_a_period_is_due_once_per_period() {
        assertThat(facts("unit: mg/L, kind: gauge, period: 1d, stamp: start").expectedInterval())
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void dated_facts_say_what_changes_and_keep_the_rest() {
        Registry.Facts facts = read(SITE + """
                        devices:
                          - id: d
                            enterprise: e
                            points:
                              - key: kwh
                                quantity: electricity
                                unit: kWh
                                kind: register
                                carrier: electricity
                                ratio: 40
                                facts:
                                  - {validFrom: 2018-01-01}
                                  - {validFrom: 2018-06-01T10:30, ratio: 80}
                                  - {validFrom: "2019-01-01T00:00Z", unit: MWh}
                                replacements: [{at: 2018-06-01T10:30, oldEnd: 99.10, newStart: 0}]
                        """);
        assertThat(told()).isEmpty();
        Point point = facts.points().get(0);
        assertThat(point.id()).isEqualTo("d-kwh");
        assertThat(point.facts())
                .extracting(PointFacts::validFrom)
                .containsExactly(
                        Instant.parse("2017-12-31T16:00:00Z"),
                        Instant.parse("2018-06-01T02:30:00Z"),
                        Instant.parse("2019-01-01T00:00:00Z"));
        assertThat(point.facts())
                .extracting(PointFacts::ratio)
                .containsExactly(new BigDecimal("40"), new BigDecimal("80"), new BigDecimal("40"));
        assertThat(point.replacements().get(0).oldEnd()).isEqualTo("99.10");
    }

    @Test
    void the_registry_may_be_spread_over_files_in_any_order() {
        Registry.Facts facts = read(
                "devices: [{id: d, enterprise: e, gateway: g}]\n",
                "gateways: [{id: g}]\nenterprises: [{id: e, park: p, industry: food}]\n",
                "parks: [{id: p}]\n");
        assertThat(told()).isEmpty();
        assertThat(facts.devices().get(0).gatewayId()).isEqualTo("g");
    }

    @Test
    void all_faults_of_all_files_are_reported_at_once() {
        read("""
                parks:
                  - {id: P1}
                enterprises:
                  - {id: e, park: p, industry: food, aboveScael: true}
                """, """
                devices:
                  - id: d
                    enterprise: f
                    points:
                      - {key: k, quantity: q, unit: kwh, kind: registr}
                """);
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "f:2: parks[P1].id: \"P1\" is not allowed; accepted: small letters, digits and dashes,"
                                + " beginning with a letter or digit, at most 64",
                        "f:4: enterprises[e].park: there is no park \"p\"; give the id of a park",
                        "f:4: enterprises[e].aboveScael: unknown key; did you mean \"aboveScale\"?",
                        "f:3: devices[d].enterprise: there is no enterprise \"f\"; did you mean \"e\"?",
                        "f:5: devices[d].points[0].unit: \"kwh\" is not allowed; accepted: one of Wh, kWh, MWh, L, m3,"
                                + " Nm3, kJ, MJ, GJ, g, kg, t, W, kW, MW, L/s, m3/s, mg/L, ug/L, mg/m3, ug/m3, Cel, kPa,"
                                + " m/s, uS/cm, %, pH, 1",
                        "f:5: devices[d].points[0].kind: \"registr\" is not allowed; accepted: one of register,"
                                + " interval, gauge, state");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "unit: kWh, kind: interval, stamp: end | period: is missing: an interval point needs the length",
                "unit: kWh, kind: interval, period: 15m | stamp: is missing beside period",
                "unit: kWh, kind: register, stamp: end | stamp: says nothing without a period",
                "unit: kWh, kind: register, period: 15m, stamp: end | period: a register is momentary",
                "unit: kWh, kind: interval, period: 7m, stamp: end | period: \"7m\" is not allowed",
                "unit: kWh, kind: interval, period: 500ms, stamp: end | period: \"500ms\" is not allowed; accepted: a period",
                "unit: kWh, kind: interval, period: 2h, stamp: end | period: \"2h\" is not allowed",
                "unit: kWh, kind: interval, period: 15, stamp: end | period: \"15\" is not allowed; accepted: a duration",
                "unit: m3, kind: register, carrier: electricity | unit: \"m3\" is not a unit for a register of electricity; accepted: Wh, kWh, MWh",
                "unit: kWh, kind: gauge, carrier: electricity | unit: \"kWh\" is not a unit for a gauge of electricity; accepted: W, kW, MW",
                "unit: kg, kind: gauge, carrier: steam | kind: a gauge of steam cannot be made an amount",
                "unit: mg/L, kind: register | unit: \"mg/L\" does not add up",
                "unit: kWh, kind: register, carrier: electricty | carrier: \"electricty\" is not a carrier; did you mean \"electricity\"?",
                "unit: kWh, kind: register, boundary: true | boundary: only a point with a carrier counts",
                "unit: kWh, kind: register, factor: -1 | factor: only a point with a carrier counts",
                "unit: kWh, kind: register, carrier: electricity, factor: 2 | factor: \"2\" is not allowed; accepted: 1, 0",
                "unit: kWh, kind: register, carrier: electricity, factor: -1, boundary: true | factor: \"-1\" contradicts boundary: true",
                "unit: kWh, kind: register, carrier: electricity, factor: 1, boundary: false | factor: \"1\" contradicts boundary: false",
                "unit: kWh, kind: register, carrier: electricity, direction: net | direction: a register only rises",
                "unit: kW, kind: gauge, direction: net | direction: only a point with a carrier has a direction",
                "unit: kW, kind: gauge, min: 5, max: 5 | min: \"5\" is not below max, \"5\"",
                "kind: state, max: 5 | max: a state has no bounds",
                "unit: kW, kind: gauge, stampTolerance: 8m | stampTolerance: \"8m\" is not allowed; accepted: less than half of expectedInterval, 15m",
                "unit: kWh, kind: register, stampTolerance: 8s | stampTolerance: the time of a value of a register is taken as it is",
                "unit: kW, kind: gauge, registerRange: 100 | registerRange: only a register wraps",
                "unit: kWh, kind: register, ratio: 0 | ratio: \"0\" is not allowed; accepted: a decimal number above 0",
                "unit: kWh, kind: register, ratio: 1e9 | ratio: \"1e9\" is not allowed",
                "unit: kWh, kind: register, validFrom: 2018-02-30 | validFrom: \"2018-02-30\" is not allowed; accepted: a date",
                "unit: kWh, kind: register, zone: Asia/Shanghia | zone: \"Asia/Shanghia\" is not allowed; accepted: a time zone",
                "unit: kWh, kind: register, outlet: oo | outlet: there is no outlet \"oo\"; did you mean \"o\"?",
                "unit: kWh, kind: register, facts: [] | facts: is empty",
                "kind: register | unit: is missing; accepted: one of Wh",
                "unit: kWh | kind: is missing; accepted: one of register",
                "unit: kWh, kind: [a] | kind: a list stands where a plain value is expected",
            })
    void a_faulty_point_is_reported_with_its_fault(String point, String fault) {
        read(SITE + "devices: [{id: d, enterprise: e, points: [{key: k, quantity: q, " + point + "}]}]\n");
        assertThat(told()).anyMatch(t -> t.startsWith("f:4: devices[d].points[0]." + fault));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "upper: 5, lower: 9, unit: mg/m3 | lower: \"9\" is above upper 5",
                "unit: mg/m3 | upper: is missing, and so is lower",
                "upper: 5, unit: mg/L | unit: \"mg/L\" does not fit point \"d-k\", which measures mg/m3",
                "upper: 5, unit: mg/m3, warnFraction: 1.5 | warnFraction: \"1.5\" is not allowed",
                "lower: 5, unit: mg/m3, warnFraction: 0.9 | warnFraction: is a share of upper",
                "upper: 5, unit: mg/m3, validTo: 2010-01-01 | validTo: \"2010-01-01\" is not after validFrom",
            })
    void a_faulty_limit_is_reported_with_its_fault(String limit, String fault) {
        readLimits("{id: l, point: d-k, averaging: hour, source: s, validFrom: 2011-01-01, " + limit + "}");
        assertThat(told()).anyMatch(t -> t.startsWith("f:5: limits[l]." + fault));
    }

    @Test
    void a_limit_says_in_both_languages_where_it_stands_and_which_concentration_it_limits() {
        Limit limit = readLimits(
                        "{id: l, point: d-k, averaging: hour, upper: 50, unit: mg/m3, validFrom: 2011-01-01,"
                                + " source: {zh: 锅炉标准表2, en: boiler standard table 2}, standard: GB 13271-2014,"
                                + " clause: {zh: 表2, en: Table 2}, concentration: converted, referenceOxygenPercent: 3.5, gas: dry}")
                .limits()
                .get(0);
        assertThat(told()).isEmpty();
        assertThat(limit.source()).isEqualTo("boiler standard table 2");
        assertThat(limit.sourceText()).isEqualTo(new Bilingual("锅炉标准表2", "boiler standard table 2"));
        assertThat(limit.terms())
                .isEqualTo(new LimitTerms(
                        "锅炉标准表2",
                        "GB 13271-2014",
                        new Bilingual("表2", "Table 2"),
                        LimitTerms.Concentration.CONVERTED,
                        new BigDecimal("3.5"),
                        LimitTerms.GasState.DRY));
    }

    @Test
    void a_limit_that_says_nothing_more_has_no_terms() {
        Limit limit = readLimits(limit("a", "standard", "validFrom: 2011-01-01"))
                .limits()
                .get(0);
        assertThat(limit.terms()).isEqualTo(LimitTerms.NONE);
        assertThat(limit.sourceText()).isEqualTo(Bilingual.same("standard"));
    }

    @Test
    void a_reference_oxygen_is_that_of_a_converted_concentration_and_below_that_of_air() {
        readLimits(limit("a", "standard", "validFrom: 2011-01-01, referenceOxygenPercent: 3.5") + ", "
                + limit("b", "permit", "validFrom: 2011-01-01, concentration: converted, referenceOxygenPercent: 21"));
        assertThat(told())
                .containsExactly(
                        "f:5: limits[a].referenceOxygenPercent: is what a converted concentration refers to; add"
                                + " concentration: converted",
                        "f:5: limits[b].referenceOxygenPercent: \"21\" is not allowed; accepted: above 0 and below 21,"
                                + " e.g. 3.5");
    }

    private Registry.Facts readLimits(String limits) {
        return read(SITE
                + "devices: [{id: d, enterprise: e, points: [{key: k, quantity: nox, outlet: o, unit: mg/m3, kind: gauge}]}]\n"
                + "limits: [" + limits + "]\n");
    }

    private static String limit(String id, String source, String validity) {
        return "{id: " + id + ", point: d-k, averaging: hour, upper: 5, unit: mg/m3, source: " + source + ", "
                + validity + "}";
    }

    @Test
    void limits_of_one_source_do_not_overlap() {
        readLimits(limit("a", "standard", "validFrom: 2011-01-01") + ", "
                + limit("b", "standard", "validFrom: 2012-01-01"));
        assertThat(told())
                .containsExactly("f:5: limits[b].validFrom: overlaps with limit \"a\" of the same point, averaging and"
                        + " source; end that one with validTo");
    }

    @Test
    void a_permit_and_a_standard_may_overlap_and_limits_may_follow_each_other() {
        readLimits(limit("a", "standard", "validFrom: 2011-01-01, validTo: 2012-01-01") + ", "
                + limit("b", "standard", "validFrom: 2012-01-01") + ", "
                + limit("c", "permit", "validFrom: 2011-06-01"));
        assertThat(told()).isEmpty();
    }

    @Test
    void ids_keys_and_months_are_unique() {
        read(SITE + """
                        gateways: [{id: d}]
                        devices:
                          - {id: d, enterprise: e, points: []}
                          - id: d2
                            enterprise: e
                            points:
                              - {key: k, quantity: q, unit: kWh, kind: register}
                              - {key: k, id: other, quantity: q, unit: kWh, kind: register}
                        statistics:
                          - {enterprise: e, month: 2018-01, ivaCny: 1, status: final, source: s}
                          - {enterprise: e, month: 2018-01, ivaCny: 2, status: final, source: s}
                        """);
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "f:6: devices[d].id: \"d\" stands twice, first at f:4; ids are unique",
                        "f:11: devices[d2].points[other].key: \"k\" stands twice in this device, first at f:10; give the"
                                + " one above an endedAt if this one took its place",
                        "f:14: statistics[1].month: \"2018-01\" of \"e\" stands twice, first at f:13");
    }

    @Test
    void a_point_may_take_the_place_of_an_ended_one() {
        Registry registry = new Registry(read(SITE + """
                                devices:
                                  - id: d
                                    enterprise: e
                                    points:
                                      - {key: k, quantity: q, unit: kWh, kind: register, endedAt: 2020-01-01}
                                      - {key: k, id: d-k-2, quantity: q, unit: kWh, kind: register}
                                """));
        assertThat(told()).isEmpty();
        assertThat(registry.pointsOfDevice("d").get("k").id()).isEqualTo("d-k-2");
    }

    @Test
    void targets_and_coefficients_are_checked() {
        read(SITE + """
                        targets:
                          - {id: t1, scope: enterprise, subject: e, yearlyChangePercent: -5, fromYear: 2021, toYear: 2023, source: plan}
                          - {id: t2, scope: enterprise, subject: e, yearlyChangePercent: -5, fromYear: 2023, toYear: 2022, source: plan}
                          - {id: t3, scope: park, subject: e, yearlyChangePercent: -5, fromYear: 2021, toYear: 2023, source: plan}
                          - {id: t4, scope: enterprise, subject: e, yearlyChangePercent: -5, fromYear: 2022, toYear: 2024, source: plan}
                        coefficientSets:
                          - id: c1
                            validFrom: 2021-01-01
                            basis: equivalent
                            coefficients:
                              electricity: {kgcePerUnit: 0.1229, source: s, confirmed: true}
                              natrual-gas: {kgcePerUnit: 1.2, source: s}
                              water: {source: s}
                          - id: c2
                            extends: c0
                            validFrom: 2021-01-01
                            validTo: 2021-01-01
                            basis: equal-value
                            coefficients: {}
                        """);
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "f:6: targets[t2].toYear: \"2022\" lies before fromYear 2023",
                        "f:7: targets[t3].subject: there is no park \"e\"; did you mean \"p\"?",
                        "f:8: targets[t4].fromYear: the years overlap with target \"t1\" of the same subject",
                        "f:15: coefficientSets[c1].coefficients.natrual-gas: is not a carrier; did you mean"
                                + " \"natural-gas\"?",
                        "f:16: coefficientSets[c1].coefficients.water.kgcePerUnit: is missing, and so is co2KgPerUnit;"
                                + " give at least one (per m3)",
                        "f:18: coefficientSets[c2].extends: there is no sound coefficient set \"c0\" above; a set extends"
                                + " one that stands above it",
                        "f:20: coefficientSets[c2].validTo: \"2021-01-01\" is not after validFrom 2021-01-01");
    }

    @Test
    void a_contact_needs_a_way_to_be_told() {
        read("parks: [{id: p}]\nenterprises:\n- {id: e, park: p, industry: i, contacts: [{name: Li},"
                + " {name: Wu, email: no, webhook: ftp://x, language: fr}]}\n");
        assertThat(told())
                .extracting(t -> t.substring(0, t.indexOf(": ", 5)))
                .containsExactly(
                        "f:3: enterprises[e].contacts[0].email",
                        "f:3: enterprises[e].contacts[1].email",
                        "f:3: enterprises[e].contacts[1].webhook",
                        "f:3: enterprises[e].contacts[1].language");
    }

    @Test
    void an_unknown_section_is_a_fault() {
        read(SITE + "device: []\n");
        assertThat(told()).containsExactly("f:4: device: unknown key; did you mean \"devices\"?");
    }

    @Test
    void a_list_of_something_else_is_a_fault_and_no_crash() {
        read("parks: yes\nenterprises: [e]\ndevices:\n  d: {}\nlimits: [[a]]\n");
        assertThat(told())
                .containsExactly(
                        "f:1: parks: \"yes\" stands where a list (\"- ...\" lines) is expected",
                        "f:2: enterprises[0]: \"e\" stands where a mapping is expected",
                        "f:3: devices: a mapping stands where a list (\"- ...\" lines) is expected",
                        "f:5: limits[0]: a list stands where a mapping is expected");
    }
}
