package io.greenpark.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.store.books.BooksFixture;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckConfigCommandTest {
    private static final String SITE = """
            registry:
              parks: [{id: p}]
              enterprises: [{id: e, park: p, industry: food-processing}]
            """;

    private static final String METER = SITE + """
              devices:
                - {id: d, enterprise: e, points: [{key: kwh, quantity: q, unit: kWh, kind: register, carrier: electricity}]}
            """;

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int check(String yaml, String... words) throws Exception {
        Path config = Files.writeString(folder.resolve("my.yaml"), yaml);
        CommandLine line = GreenparkCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(Stream.concat(Stream.of("check-config", "--config", config.toString()), Stream.of(words))
                .toArray(String[]::new));
    }

    private List<String> notes() {
        return out.toString().lines().filter(line -> line.startsWith("note: ")).toList();
    }

    /** An hour of 61.4 kWh, 40 and 35 hours ago. */
    private void book() {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS);
        fixture.books().<Boolean, RuntimeException>write(tx -> {
            for (int hours : new int[] {40, 16}) {
                tx.handle()
                        .execute(
                                "INSERT INTO energy_hour_point (point, hour_ms, amount, covered_ms, quality, booked_ms)"
                                        + " VALUES ('d-kwh', ?, 61400, 3600000, 'MEASURED', 0)",
                                now.minus(Duration.ofHours(hours)).toEpochMilli());
            }
            return true;
        });
    }

    @Test
    void a_port_that_takes_passwords_in_the_clear_from_other_machines_is_noted() throws Exception {
        assertThat(check(SITE + "mqtt: {host: 0.0.0.0}\nhttp: {host: 0.0.0.0}\n"))
                .isZero();
        assertThat(notes())
                .hasSize(2)
                .anyMatch(
                        note -> note.startsWith("note: mqtt.host \"0.0.0.0\" takes passwords and readings unencrypted"))
                .anyMatch(
                        note -> note.startsWith("note: http.host \"0.0.0.0\" takes passwords and tokens unencrypted"));
    }

    @Test
    void a_configuration_without_oddities_is_well_and_nothing_more() throws Exception {
        assertThat(check(SITE)).isZero();
        assertThat(out.toString().lines())
                .containsExactly(folder.resolve("my.yaml")
                        + " is well: 1 parks, 1 enterprises, 0 devices, 0 points, 0 limits, 0 targets");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void faults_come_alone() throws Exception {
        assertThat(check(METER + "  outlets: [{id: o}]\n")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("outlets[o].medium: is missing");
    }

    @Test
    void faults_of_the_registry_are_told_in_chinese_where_that_is_asked_for() throws Exception {
        String yaml = METER + """
              outlets: [{id: o, enterprise: ee}]
              limits: [{id: l, point: d-kwh, averaging: weekly, unit: kWh, source: permit, validFrom: 2021-01-01}]
            """;
        assertThat(check(yaml, "--language", "zh")).isEqualTo(2);
        assertThat(err.toString())
                .contains("配置中有 ", " 处错误：")
                .contains("outlets[o].enterprise: 没有编号为“ee”的企业；是否应为“e”？")
                .contains("outlets[o].medium: 未填写；应为：下列之一：")
                .contains("limits[l].averaging: “weekly”无效；应为：下列之一：")
                .contains("limits[l].upper: 上限和下限都没有填写；请至少填写一项");
        assertThat(check(yaml, "--language", "cn")).isEqualTo(2);
        assertThat(err.toString()).contains("--language: \"cn\" is not allowed; accepted: zh, en");
    }

    @Test
    void notes_follow_and_are_no_failure() throws Exception {
        assertThat(check(METER)).isZero();
        assertThat(out.toString()).contains(" is well: ");
        assertThat(notes())
                .singleElement()
                .asString()
                .startsWith(
                        "note: " + folder.resolve("my.yaml") + ":5: devices[d].points[d-kwh].maxPerHour: is not given")
                .doesNotContain("e.g.");
    }

    @Test
    void a_bound_is_suggested_beside_the_process_that_has_the_books() throws Exception {
        book();
        assertThat(check(METER, "--data", fixture.folder().toString())).isZero();
        assertThat(notes())
                .singleElement()
                .asString()
                .contains("e.g. maxPerHour: 93, which is 1.5 times the 61.4 kWh of ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void books_that_cannot_be_read_are_told_and_make_no_fault() throws Exception {
        assertThat(check(METER, "--data", folder.resolve("none").toString())).isZero();
        assertThat(notes()).hasSize(1);
        assertThat(err.toString())
                .startsWith("greenpark: the files are not compared with the registry kept, and no maxPerHour is"
                        + " suggested: books: there is no ");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void the_first_of_many_notes_are_listed_unless_all_are_asked_for() throws Exception {
        StringBuilder devices = new StringBuilder(SITE).append("  devices:\n");
        IntStream.range(0, 30).forEach(i -> devices.append("    - {id: d" + i + ", enterprise: e}\n"));
        assertThat(check(devices.toString())).isZero();
        assertThat(notes()).hasSize(21).last().isEqualTo("note: and 10 more devices without points");
        out.getBuffer().setLength(0);
        assertThat(check(devices.toString(), "--all-notes")).isZero();
        assertThat(notes()).hasSize(30);
    }

    @Test
    void a_target_is_noted_until_somebody_would_hear_of_it() throws Exception {
        String target = SITE + """
                  targets:
                    - {id: t, scope: park, subject: p, yearlyChangePercent: -5, fromYear: 2026, toYear: 2026, source: plan}
                """;
        assertThat(check(target)).isZero();
        assertThat(notes()).singleElement().asString().contains(":5: targets[t]: nobody would be told that park \"p\"");
        out.getBuffer().setLength(0);
        assertThat(check(target + "alerts: {recipients: [{name: Desk, email: desk@example.org}]}\n"))
                .isZero();
        assertThat(notes()).isEmpty();
    }
}
