package io.greenpark.deploy.telling;

import static io.greenpark.deploy.telling.PlantedEvents.CONTRACTOR;
import static io.greenpark.deploy.telling.PlantedEvents.ENGLISH_CONTRACTOR;
import static io.greenpark.deploy.telling.PlantedEvents.OFFICER;
import static io.greenpark.deploy.telling.PlantedEvents.OFFICER_DEPUTY;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.EnergyRows;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.mute.Mute;
import io.greenpark.alerts.mute.MuteDesk;
import io.greenpark.cleanproduction.CleanProductionConfig;
import io.greenpark.cleanproduction.deadline.Deadlines;
import io.greenpark.cleanproduction.desk.CleanProductionDesk;
import io.greenpark.cleanproduction.desk.ListDesk;
import io.greenpark.cleanproduction.list.ListDraft;
import io.greenpark.cleanproduction.list.ListEdition.Verdict;
import io.greenpark.cleanproduction.round.AuditReason;
import io.greenpark.cleanproduction.round.EntryRules.Taken;
import io.greenpark.cleanproduction.round.Listing;
import io.greenpark.cleanproduction.round.Paper;
import io.greenpark.cleanproduction.round.Register;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.registry.RegistryConfig;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.RegistryService.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thirty days of a district by the shipped notice plan, with forty and more planted events of all kinds, a weekend of work and the national holidays: all reach the right
 * people by the right channels in time, nobody gets more than can be read, and every text stands in a file that a person can judge.
 */
class ThirtyDaysTest {
    private static final Duration IN_TIME = Duration.ofMinutes(15);
    private static final int MEDIAN_A_DAY = 5;
    private static final int MOST_A_DAY = 15;
    private static final LocalTime DIGEST = LocalTime.of(8, 30);
    private static final Paper PAPER = new Paper("金环〔2026〕9 号", "生态环境分局", null);

    @RegisterExtension
    final Timeline line = new Timeline();

    @TempDir
    Path folder;

    private Mailboxes boxes;
    private Deadlines deadlines;
    private Month month;
    private PlantedEvents planted;

    @BeforeEach
    void district() throws IOException {
        boxes = new Mailboxes(() -> LocalDateTime.ofInstant(line.clock.instant(), ParkTime.SHANGHAI));
        line.clock.set(Timeline.time(Month.BEGIN.toString()));
        line.set("mail.port", String.valueOf(boxes.mailPort()), settings());
        line.maintainers(ThirtyDaysTest::maintainers).tellAsShipped();
        line.registry(registry());
        month = new Month(line, boxes, () -> deadlines.step());
        planted = new PlantedEvents(month);
        audits();
    }

    @AfterEach
    void stop() {
        boxes.close();
    }

    private String[] settings() {
        List<String> texts = new ArrayList<>(List.of(
                "alerts.recipients.0.name", "王科长",
                "alerts.recipients.0.email", OFFICER,
                "alerts.recipients.0.zhezhengding", "10001",
                "alerts.recipients.1.name", "Deputy Chen",
                "alerts.recipients.1.email", OFFICER_DEPUTY,
                "alerts.recipients.1.language", "en",
                "alerts.zhezhengding.url", boxes.url(),
                "alerts.zhezhengding.appKey", "app",
                "alerts.zhezhengding.appSecret", "s3cret",
                "alerts.zhezhengding.tenantId", "1",
                "alerts.sms.url", boxes.url() + "/sms",
                "alerts.sms.form", "query"));
        put(texts, "alerts.sms.fields.", List.of("mobile", "template", "variables", "id"), "name");
        put(texts, "alerts.sms.fields.", List.of("{mobile}", "{template}", "{variables}", "{id}"), "value");
        template(texts, 0, "any", "zh", "单位", "{who}", "事项", "{event}", "内容", "{what}");
        template(texts, 1, "any", "en", "who", "{who}", "event", "{event}", "what", "{what}");
        template(texts, 2, "digest", "zh", "数量", "{count}", "首条", "{line}", "时间", "{title}");
        template(texts, 3, "digest", "en", "count", "{count}", "first", "{line}", "title", "{title}");
        String agreed = IntStream.rangeClosed(1, MonthPark.ENTERPRISES)
                .mapToObj(MonthPark::phone)
                .collect(Collectors.joining(","));
        texts.addAll(List.of("alerts.sms.agreed", agreed + "," + MonthPark.deputyPhone(1)));
        group(texts, 0, "dingtalk", "district/jindong", "zh");
        group(texts, 1, "wecom", "enterprise/" + MonthPark.enterprise(2), "zh");
        group(texts, 2, "feishu", "mixed", "en");
        return texts.toArray(String[]::new);
    }

    private static void put(List<String> texts, String list, List<String> values, String key) {
        for (int i = 0; i < values.size(); i++) {
            texts.addAll(List.of(list + i + "." + key, values.get(i)));
        }
    }

    private static void template(List<String> texts, int n, String event, String language, String... variables) {
        String at = "alerts.sms.templates." + n + ".";
        texts.addAll(List.of(at + "code", "SMS_" + event, at + "event", event, at + "language", language));
        for (int i = 0; i < variables.length; i += 2) {
            String variable = at + "variables." + i / 2 + ".";
            texts.addAll(List.of(
                    variable + "name",
                    language.equals("en") ? variables[i] : NAMES.get(variables[i]),
                    variable + "value",
                    variables[i + 1],
                    variable + "longest",
                    "35"));
        }
    }

    /** Names of variables are in Latin letters. */
    private static final Map<String, String> NAMES =
            Map.of("单位", "who", "事项", "event", "内容", "what", "数量", "count", "首条", "first", "时间", "title");

    private void group(List<String> texts, int n, String kind, String audience, String language) {
        String at = "alerts.groups." + n + ".";
        texts.addAll(List.of(at + "kind", kind, at + "id", kind, at + "audience", audience, at + "language", language));
        texts.addAll(List.of(at + "url", boxes.url() + "/" + kind));
    }

    private static List<Contact> maintainers(Set<String> devices) {
        boolean analysers = devices.stream().anyMatch(d -> d.startsWith("analyser"));
        boolean behindGateway = devices.contains(MonthPark.meter(201));
        List<Contact> all = new ArrayList<>();
        if (analysers) {
            all.add(new Contact("绿源运维", CONTRACTOR, null, "13700000001", Locale.CHINESE));
        }
        if (behindGateway) {
            all.add(new Contact("ClearStack", ENGLISH_CONTRACTOR, null, null, Locale.ENGLISH));
        }
        return all;
    }

    private Registry registry(ClosedMonth... closed) {
        try {
            ConfigFile config = ConfigFile.read(
                    Files.writeString(folder.resolve("greenpark.yaml"), "registry:\n" + MonthPark.yaml()),
                    List.of(),
                    new Problems());
            if (plain == null) {
                try (RegistryService service = RegistryService.open(
                        config, line.books(), RegistryConfig.defaults(), Start.STRICT, line.clock)) {
                    plain = service.current().facts();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new Registry(new Registry.Facts(
                plain.district(),
                plain.parks(),
                plain.enterprises(),
                plain.outlets(),
                plain.gateways(),
                plain.devices(),
                plain.points(),
                plain.statistics(),
                plain.bills(),
                plain.coefficientSets(),
                plain.targets(),
                plain.limits(),
                List.of(closed)));
    }

    private Registry.Facts plain;

    /** Two enterprises whose audit was listed in August: one lets its term pass, the other one does not. */
    private void audits() {
        RegistrySource source = RegistrySource.fixed(line.current());
        CleanProductionDesk desk =
                new CleanProductionDesk(line.books(), source, CleanProductionConfig.defaults(), line.clock);
        ListDesk lists = new ListDesk(line.books(), source, line.clock);
        LocalDate today = Month.BEGIN.toLocalDate();
        Set<String> members = Set.of(MonthPark.enterprise(81), MonthPark.enterprise(82));
        lists.propose(new ListDraft(PAPER, today, today, "首次", null, members, Map.of()), today, "chen", "chen");
        lists.decide(1, Verdict.APPROVED, null, "wu", "wu");
        listed(desk, 81, "2026-08-16");
        listed(desk, 82, "2026-08-21");
        month.at("2026-09-18T10:00", () -> enter(desk, 82, AuditStep.PUBLISHED, "2026-09-18", null));
        month.at("2026-09-24T10:00", () -> enter(desk, 81, AuditStep.PUBLISHED, "2026-09-24", null));
        deadlines = new Deadlines(
                line.books(),
                source,
                desk,
                line.letters(),
                line.overdue(),
                new Deadlines.Mailing(
                        List.of(
                                new Contact("王科长", OFFICER, null, null, Locale.CHINESE),
                                new Contact("Deputy Chen", OFFICER_DEPUTY, null, null, Locale.ENGLISH)),
                        "http://localhost:8080",
                        "http://localhost:8080"),
                line.clock);
    }

    private static void listed(CleanProductionDesk desk, int n, String day) {
        enter(desk, n, AuditStep.LISTED, day, new Listing(Register.MANDATORY, Set.of(AuditReason.OVER_STANDARD)));
    }

    private static void enter(CleanProductionDesk desk, int n, AuditStep step, String day, Listing listing) {
        String id = MonthPark.enterprise(n);
        assertThat(desk.enter(
                                id,
                                desk.look(id).version(),
                                new Taken(step, LocalDate.parse(day), PAPER, listing, null),
                                "chen")
                        .refusal())
                .isNull();
    }

    private void plantTheRest() {
        month.at("2026-09-23T07:00", () -> mute(37, "2026-09-23T08:00", "2026-09-23T18:00"));
        month.at("2026-10-09T07:00", () -> mute(38, "2026-10-09T08:00", "2026-10-09T12:00"));
        month.at("2026-10-08T08:00", () -> boxes.broken.add("/dingtalk"));
        month.at("2026-10-08T12:00", () -> boxes.broken.clear());
        month.silent(MonthPark.meter(102), "2026-09-22T13:00", "2026-09-22T17:00");
        month.at(
                "2026-09-22T13:05",
                () -> line.refused(
                        MonthPark.meter(102),
                        MonthPark.meter(102),
                        RejectReason.NOT_A_NUMBER,
                        "kwh",
                        "{\"kwh\": \"abc\"}"));
        month.at("2026-09-20T09:00", () -> {
            for (int n : List.of(71, 72)) {
                Subject subject = Subject.enterprise(MonthPark.enterprise(n));
                line.month(subject, EnergyRows.behind("2026-07", "-1.2"));
                line.month(subject, EnergyRows.behind("2026-08", "-1.9"));
            }
        });
        month.at("2026-10-09T10:00", () -> line.registry(registry(closed("east"), closed("west"), closed("north"))));
    }

    private ClosedMonth closed(String park) {
        Set<String> all = line.current().facts().enterprises().stream()
                .filter(e -> e.parkId().equals(park))
                .map(e -> e.id())
                .collect(Collectors.toSet());
        return new ClosedMonth(park, YearMonth.parse("2026-08"), 1, line.clock.instant(), "chen", all);
    }

    private void mute(int n, String from, String to) {
        new MuteDesk(line.books(), line.clock)
                .add(
                        Mute.Kind.MAINTENANCE,
                        new Mute.Target(Mute.Scope.OUTLET, MonthPark.outlet(n)),
                        Set.of(),
                        Timeline.time(from),
                        Timeline.time(to),
                        "chen",
                        "更换分析仪");
    }

    @Test
    void everybody_is_told_in_time_by_the_right_channel_and_nobody_too_often() throws IOException {
        planted.plant();
        plantTheRest();
        month.run();
        List<Told> told = boxes.told();
        GoldenTexts.check(told);
        inTime(told);
        officersCanReadIt(told);
        whoHasNoEventIsLeftInPeace(told);
        nobodyIsToldOfOthers(told);
    }

    private void inTime(List<Told> told) {
        assertThat(planted.events()).isGreaterThanOrEqualTo(40);
        List<Due> missed = new ArrayList<>();
        List<Duration> delays = new ArrayList<>();
        List<String> late = new ArrayList<>();
        for (Due due : planted.due()) {
            due.delay(told).ifPresentOrElse(delays::add, () -> missed.add(due));
            due.delay(told)
                    .filter(delay -> delay.compareTo(IN_TIME) > 0)
                    .ifPresent(delay -> late.add(due + " after " + delay));
        }
        assertThat(missed).as("what was never told").isEmpty();
        delays.sort(Duration::compareTo);
        Duration p99 = delays.get((int) Math.ceil(delays.size() * 0.99) - 1);
        assertThat(p99)
                .as("99 of 100 of " + delays.size() + ", late were " + late)
                .isLessThanOrEqualTo(IN_TIME);
        assertThat(delays.get(delays.size() - 1)).as("the last").isLessThanOrEqualTo(Duration.ofDays(1));
    }

    /** What comes with the digest is no interruption, and the same by another channel is no other message. */
    private void officersCanReadIt(List<Told> told) {
        for (String officer : List.of(OFFICER, OFFICER_DEPUTY)) {
            Map<LocalDate, Integer> days = new TreeMap<>();
            for (LocalDateTime day = Month.BEGIN; day.isBefore(Month.END); day = day.plusDays(1)) {
                days.put(day.toLocalDate(), 0);
            }
            told.stream()
                    .filter(t -> t.channel().equals("mail") && t.to().equals(officer))
                    .filter(t -> !t.at().toLocalTime().equals(DIGEST))
                    .forEach(t -> days.merge(t.at().toLocalDate(), 1, Integer::sum));
            List<Integer> sorted = days.values().stream().sorted().toList();
            assertThat(sorted.get(sorted.size() / 2)).as(officer + " " + days).isLessThanOrEqualTo(MEDIAN_A_DAY);
            assertThat(sorted.get(sorted.size() - 1)).as(officer + " " + days).isLessThanOrEqualTo(MOST_A_DAY);
        }
    }

    private void whoHasNoEventIsLeftInPeace(List<Told> told) {
        Map<String, List<Told>> of = new HashMap<>();
        told.stream()
                .filter(t -> enterprise(t) > 0 && !planted.befalls(enterprise(t)))
                .forEach(t -> of.computeIfAbsent(t.to(), a -> new ArrayList<>()).add(t));
        of.forEach((to, messages) -> {
            for (Told one : messages) {
                long inWeek = messages.stream()
                        .filter(t -> !t.at().isBefore(one.at())
                                && t.at().isBefore(one.at().plusDays(7)))
                        .count();
                assertThat(inWeek).as(to + " from " + one.at() + " on").isLessThanOrEqualTo(1);
            }
        });
    }

    /** The number of the enterprise whose contact was told by mail; zero for anybody else. */
    private static int enterprise(Told told) {
        return told.to().matches("(li|wang)@e-.*")
                ? Integer.parseInt(told.to().replaceAll(".*@e-(\\d+)\\..*", "$1"))
                : 0;
    }

    private static void nobodyIsToldOfOthers(List<Told> told) {
        for (Told one : told) {
            int n = enterprise(one);
            if (n > 0) {
                for (int other = 1; other <= MonthPark.ENTERPRISES; other++) {
                    if (other != n) {
                        assertThat(one.text()).as(one.to()).doesNotContain(MonthPark.zh(other), MonthPark.en(other));
                    }
                }
            }
        }
    }
}
