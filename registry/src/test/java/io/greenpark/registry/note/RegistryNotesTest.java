package io.greenpark.registry.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.YamlFile;
import io.greenpark.park.registry.Registry;
import io.greenpark.registry.RegistryYaml;
import io.greenpark.registry.note.BookedHours.BookedHour;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryNotesTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String SITE = """
            parks: [{id: p}]
            enterprises: [{id: e, park: p, industry: food-processing}]
            """;
    private static final String METER = "unit: kWh, kind: register, carrier: electricity";

    private BookedHours booked = BookedHours.NONE;
    private Collection<String> unheardOf = Set.of();

    private Notes notes(int atMost, String... files) {
        Problems problems = new Problems();
        List<RegistryDocument> documents = new ArrayList<>();
        for (String file : files) {
            String name = "f" + (documents.size() + 1);
            documents.add(new RegistryDocument(Path.of(name), "", YamlFile.parse(file, name, problems)));
        }
        Registry registry = new Registry(RegistryYaml.read(documents, problems).facts());
        assertThat(problems.list()).isEmpty();
        Places places = Places.of(documents, registry.facts());
        var targets = registry.facts().targets().stream()
                .filter(t -> unheardOf.contains(t.id()))
                .toList();
        return new RegistryNotes(registry, places, targets, NOW).find(atMost, booked);
    }

    private List<String> told(String yaml) {
        return notes(20, SITE + yaml).lines();
    }

    /** A device on line 3 with a point on line 6. */
    private List<String> toldOfDevice(String device, String point) {
        return told("devices:\n- id: d\n  enterprise: e" + (device.isEmpty() ? "" : "\n  " + device)
                + "\n  points:\n  - {key: k, quantity: q, " + point + "}\n");
    }

    @Test
    void a_registry_with_nothing_odd_has_no_notes() {
        assertThat(told("""
                devices:
                  - id: d
                    enterprise: e
                    silenceAfter: 30d
                    points:
                      - {key: k, quantity: q, unit: kWh, kind: register, carrier: electricity, maxPerHour: 5, endedAt: 2027-01-01,
                         replacements: [{at: 2026-11-28, oldEnd: 9, newStart: 0}]}
                      - {key: t, quantity: nox, unit: mg/m3, kind: gauge}
                statistics:
                  - {enterprise: e, month: 2026-01, ivaCny: 1, status: final, source: s, allowedUse: aggregate-only}
                targets:
                  - {id: t, scope: park, subject: p, yearlyChangePercent: -5, fromYear: 2026, toYear: 2026, source: plan}
                limits:
                  - {id: l, point: d-t, averaging: hour, upper: 5, unit: mg/m3, source: s, validFrom: 2020-01-01}
                """)).isEmpty();
    }

    @Test
    void a_register_without_a_bound_is_noted() {
        assertThat(toldOfDevice("", METER))
                .containsExactly(
                        "note: f1:7: devices[d].points[d-k].maxPerHour: is not given, so that a wrong value counts"
                                + " as consumption however large it is; give the largest amount an hour that the meter can really"
                                + " count, in kWh");
        assertThat(toldOfDevice("", "unit: m3, kind: interval, carrier: water, period: 15m, stamp: end"))
                .singleElement()
                .asString()
                .contains("really count, in m3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                METER + ", maxPerHour: 5",
                METER + ", endedAt: 2026-11-28",
                "unit: kWh, kind: register",
                "unit: kW, kind: gauge, carrier: electricity",
                METER + ", facts: [{validFrom: 2020-01-01}, {validFrom: 2021-01-01, maxPerHour: 5}]"
            })
    void a_bound_is_asked_only_of_what_is_booked_by_amounts(String point) {
        assertThat(toldOfDevice("", point)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "kWh, electricity, 61400, 61.4, 93",
        "MWh, electricity, 61400, 0.0614, 0.093",
        "kWh, electricity, 66666666, 66666.666, 100000",
        "kWh, electricity, 1, 0.001, 0.0015",
        "m3, water, 12000, 12, 18",
    })
    void a_bound_is_suggested_from_what_was_booked(
            String unit, String carrier, long amount, String hour, String suggested) {
        booked = (points, from, to) -> {
            assertThat(points).containsExactly("d-k");
            assertThat(from).isEqualTo("2026-08-30T12:00:00Z");
            assertThat(to).isEqualTo(NOW);
            return Map.of("d-k", new BookedHour(Instant.parse("2026-11-02T06:00:00Z"), amount));
        };
        assertThat(toldOfDevice("", "unit: " + unit + ", kind: register, carrier: " + carrier))
                .singleElement()
                .asString()
                .endsWith("in " + unit + ", e.g. maxPerHour: " + suggested + ", which is 1.5 times the " + hour + " "
                        + unit + " of 2026-11-02 14:00, the largest plausible hour booked in the 90 days before now");
    }

    @Test
    void nothing_is_suggested_from_hours_without_consumption() {
        booked = (points, from, to) -> Map.of("d-k", new BookedHour(NOW, 0));
        assertThat(toldOfDevice("", METER)).singleElement().asString().endsWith("in kWh");
    }

    @Test
    void books_are_not_asked_where_every_point_has_a_bound() {
        booked = (points, from, to) -> {
            throw new AssertionError("asked for " + points);
        };
        assertThat(toldOfDevice("", METER + ", maxPerHour: 5")).isEmpty();
    }

    @Test
    void a_replacement_in_the_future_is_noted() {
        assertThat(told("""
                devices:
                  - id: d
                    enterprise: e
                    points:
                      - key: k
                        quantity: q
                        unit: kWh
                        kind: register
                        replacements:
                          - {at: 2026-11-28T20:00, oldEnd: 9, newStart: 0}
                          - at: 2062-11-28
                            oldEnd: 9
                            newStart: 0
                """))
                .containsExactly(
                        "note: f1:13: devices[d].points[d-k].replacements[1].at: \"2062-11-28\" lies in the future,"
                                + " so that until then the register counts as not replaced; correct it if the meter was replaced"
                                + " already");
    }

    @Test
    void a_silence_of_a_year_is_noted() {
        assertThat(toldOfDevice("silenceAfter: 8760h", "unit: kWh, kind: register"))
                .containsExactly(
                        "note: f1:6: devices[d].silenceAfter: \"8760h\" is a year or more, for which nobody is told"
                                + " that the device has failed; give the time after which somebody should look, e.g. 1d, or leave"
                                + " it out for 3 times the longest expectedInterval of its points");
        assertThat(toldOfDevice("silenceAfter: 364d", "unit: kWh, kind: register"))
                .isEmpty();
    }

    @Test
    void a_silence_of_a_year_that_nobody_gave_is_noted() {
        assertThat(toldOfDevice("", "unit: kWh, kind: register, expectedInterval: 150d"))
                .containsExactly("note: f1:4: devices[d].silenceAfter: is not given and so 3 times the longest"
                        + " expectedInterval of its points, 450d, for which nobody is told that the device has failed; give"
                        + " the time after which somebody should look, or its points the expectedInterval at which they"
                        + " really send");
    }

    @Test
    void a_silence_shorter_than_its_points_are_due_is_noted() {
        assertThat(toldOfDevice("silenceAfter: 5m", "unit: kWh, kind: register"))
                .containsExactly("note: f1:6: devices[d].silenceAfter: \"5m\" is shorter than 15m, the shortest"
                        + " expectedInterval of its points, so that the device counts as silent between two values; give at"
                        + " least 15m, or give its points the expectedInterval at which they really send");
        assertThat(toldOfDevice("silenceAfter: 15m", "unit: kWh, kind: register"))
                .isEmpty();
    }

    @Test
    void the_point_that_sends_most_often_says_how_long_a_silence_must_be() {
        String often = "unit: kWh, kind: register, expectedInterval: 1m";
        String daily = "}\n  - {key: l, quantity: q, unit: kWh, kind: register, expectedInterval: 1d";
        assertThat(toldOfDevice("silenceAfter: 5m", often + daily)).isEmpty();
        assertThat(toldOfDevice("silenceAfter: 5m", often + ", endedAt: 2026-01-01" + daily))
                .singleElement()
                .asString()
                .contains("shorter than 1d");
    }

    @Test
    void a_device_without_points_is_noted() {
        String note =
                "devices[d].points: there are none, so that every value the device sends is refused; give it points,"
                        + " or remove the device";
        assertThat(told("devices:\n- {id: d, enterprise: e}\n")).containsExactly("note: f1:4: " + note);
        assertThat(told("devices:\n- id: d\n  enterprise: e\n  points: []\n")).containsExactly("note: f1:6: " + note);
    }

    @Test
    void a_limit_that_outlives_its_point_is_noted() {
        assertThat(limit("2026-03-31", "validFrom: 2020-01-01"))
                .containsExactly(
                        "note: f1:5: limits[l].point: \"d-k\" has ended at 2026-03-31, so that the limit judges"
                                + " nothing since; give it validTo: 2026-03-31, and give a point that took the place of this one a"
                                + " limit of its own");
    }

    @Test
    void a_limit_that_came_after_the_end_of_its_point_is_noted() {
        assertThat(limit("2026-03-31", "validFrom: 2026-03-31"))
                .containsExactly(
                        "note: f1:5: limits[l].point: \"d-k\" has ended at 2026-03-31, so that the limit, valid from"
                                + " 2026-03-31, judges nothing; remove it, or name the point that took the place of this one");
    }

    @Test
    void a_limit_that_ends_with_its_point_or_before_is_not_noted() {
        assertThat(limit("2026-03-31", "validFrom: 2020-01-01, validTo: 2026-03-31"))
                .isEmpty();
        assertThat(limit("2026-12-31", "validFrom: 2020-01-01")).isEmpty();
    }

    private List<String> limit(String endedAt, String validity) {
        return told(
                "devices: [{id: d, enterprise: e, points: [{key: k, quantity: q, unit: mg/m3, kind: gauge, endedAt: "
                        + endedAt
                        + "}]}]\nlimits:\n- {id: l, averaging: hour, upper: 5, unit: mg/m3, source: s, point: d-k, "
                        + validity + "}\n");
    }

    @Test
    void a_target_nobody_hears_of_is_noted() {
        unheardOf = Set.of("t2");
        assertThat(told("""
                targets:
                  - {id: t1, scope: park, subject: p, yearlyChangePercent: -5, fromYear: 2026, toYear: 2026, source: plan}
                  - {id: t2, scope: enterprise, subject: e, yearlyChangePercent: -5, fromYear: 2026, toYear: 2026, source: plan}
                """))
                .containsExactly(
                        "note: f1:5: targets[t2]: nobody would be told that enterprise \"e\" misses it, its case"
                                + " would only be shown; give the enterprise contacts, or the bureau alerts.recipients");
    }

    @Test
    void a_statistic_that_does_not_say_what_it_may_be_used_for_is_noted() {
        String how =
                ", and counts as judge; add allowedUse: judge, show-own or aggregate-only, as the provider permits,"
                        + " since a new month without it is refused";
        String stated = "statistics:\n- {enterprise: e, month: 2026-01, status: final, source: s, allowedUse: judge}\n";
        String second = "- {enterprise: e, month: 2026-02, status: final, source: s}\n";
        String third = "- {enterprise: e, month: 2026-03, status: final, source: s}\n";
        assertThat(told(stated + second))
                .containsExactly("note: f1:5: statistics[1].allowedUse: is not given for \"e\", 2026-02" + how);
        assertThat(told(stated + second + third))
                .containsExactly(
                        "note: f1:5: statistics[1].allowedUse: is not given for \"e\", 2026-02 and 1 more of its"
                                + " months" + how);
    }

    @Test
    void of_many_notes_of_a_kind_the_first_are_told_and_the_others_counted() {
        String points = IntStream.range(0, 25)
                .mapToObj(i -> "  - {key: k" + i + ", quantity: q, " + METER + "}\n")
                .collect(Collectors.joining());
        String yaml = SITE + "devices:\n- id: d\n  enterprise: e\n  points:\n" + points + "- {id: d2, enterprise: e}\n";
        List<String> lines = notes(20, yaml).lines();
        assertThat(lines).hasSize(22);
        assertThat(lines.get(19)).startsWith("note: f1:26: devices[d].points[d-k19].maxPerHour: ");
        assertThat(lines.get(20)).isEqualTo("note: and 5 more points without maxPerHour");
        assertThat(lines.get(21)).startsWith("note: f1:32: devices[d2].points: ");
        assertThat(notes(Integer.MAX_VALUE, yaml).lines()).hasSize(26).noneMatch(line -> line.contains(" more "));
    }

    @Test
    void notes_name_the_file_they_are_about() {
        unheardOf = Set.of("t");
        assertThat(notes(20, SITE, "devices:\n- {id: d, enterprise: e}\n", """
                targets:
                - {id: t, scope: district, yearlyChangePercent: -5, fromYear: 2026, toYear: 2026, source: plan}
                devices:
                - {id: d2, enterprise: e}
                """).list())
                .extracting(Note::kind, Note::place)
                .containsExactlyInAnyOrder(
                        tuple(NoteKind.DEVICE_WITHOUT_POINTS, "f2:2"),
                        tuple(NoteKind.DEVICE_WITHOUT_POINTS, "f3:4"),
                        tuple(NoteKind.TARGET_UNHEARD_OF, "f3:2"));
    }
}
