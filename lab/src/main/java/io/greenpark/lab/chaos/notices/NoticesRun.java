package io.greenpark.lab.chaos.notices;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** One run: portions of cases are raised and cleared while the process is killed; then everything is delivered and compared. */
public final class NoticesRun {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    /** How long nothing may be delivered at the end. */
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(5);

    private static final long POLL_MS = 500;
    private static final int QUIET_POLLS = 3;
    private static final int HOURS_AGO = 6;

    /** A kill is in the middle of one of so many messages, or within so many milliseconds. */
    private static final int MESSAGES = 60;

    private static final int MILLISECONDS = 1_500;
    private static final int STEPS = 2;

    private final NoticesOptions options;
    private final PrintStream out;
    private final Random random;
    private final Path folder;
    private final Instant hour;
    private final List<String> failures = new ArrayList<>();
    private int come;
    private int amidDelivery;

    private NoticesRun(NoticesOptions options, PrintStream out, Path folder, Clock clock) {
        this.options = options;
        this.out = out;
        this.folder = folder;
        this.random = new Random(options.seed());
        this.hour = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(HOURS_AGO, ChronoUnit.HOURS);
    }

    /**
     * Runs and compares.
     *
     * @param out where progress is printed
     */
    public static NoticesResult run(NoticesOptions options, PrintStream out, Clock clock) throws Exception {
        Files.createDirectories(options.dir());
        Path folder = Files.createTempDirectory(options.dir(), "notices-");
        return new NoticesRun(options, out, folder, clock).run();
    }

    private NoticesResult run() throws Exception {
        long began = System.nanoTime();
        out.printf(
                "notices: seed %d, %d cases, %d kills, folder %s%n",
                options.seed(), options.cases(), options.kills(), folder);
        try (BadReceivers receivers = new BadReceivers(options.seed())) {
            settings(receivers);
            AlertingChild.rehearse(folder, words(), START);
            for (int kill = 0; kill < options.kills(); kill++) {
                killOnce(receivers, kill);
                out.printf(
                        "%7.1f s  kill %d, %d portions have come, receivers took %d messages%n",
                        (System.nanoTime() - began) / 1e9, kill + 1, come, took(receivers));
            }
            finish(receivers);
            out.println("notices: comparing");
            return result(receivers, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private static long took(BadReceivers receivers) {
        return receivers.taken().values().stream().mapToLong(List::size).sum();
    }

    private AlertingChild start() throws IOException, InterruptedException {
        return AlertingChild.start(folder, words(), START);
    }

    private List<String> words() {
        return List.of(
                String.valueOf(hour.toEpochMilli()),
                String.valueOf(come),
                String.valueOf(options.portion()),
                String.valueOf(options.cases()));
    }

    /** One portion comes, and the process dies; in its death the portion may get lost, and comes again to the next one. */
    private void killOnce(BadReceivers receivers, int kill) throws IOException, InterruptedException {
        try (AlertingChild child = start()) {
            boolean amid = random.nextBoolean();
            int messages = 1 + random.nextInt(MESSAGES);
            int milliseconds = random.nextInt(MILLISECONDS);
            if (amid) {
                feed(child, kill);
                receivers.killAt(messages, child::kill);
                amidDelivery += child.ends(ANSWER) ? 1 : 0;
                receivers.killAt(0, () -> {});
            } else {
                child.say(AlertingProcess.FEED + come);
                child.ends(Duration.ofMillis(milliseconds));
                child.kill();
                come += child.await(AlertingProcess.FED, ANSWER) == null ? 0 : 1;
            }
        }
    }

    /** All portions up to a number, and sees that they have come. */
    private void feed(AlertingChild child, int number) throws IOException, InterruptedException {
        while (come <= number) {
            child.say(AlertingProcess.FEED + come);
            if (child.await(AlertingProcess.FED, ANSWER) == null) {
                throw new IOException("portion " + come + " did not come; see " + folder.resolve("alerting.log"));
            }
            come++;
        }
    }

    /** One more portion, an empty one, clears the last. */
    private void finish(BadReceivers receivers) throws IOException, InterruptedException {
        try (AlertingChild child = start()) {
            feed(child, (options.cases() + options.portion() - 1) / options.portion());
            int quiet = 0;
            long last = took(receivers);
            long lastAt = System.nanoTime();
            while (quiet < QUIET_POLLS) {
                child.say(AlertingProcess.PENDING);
                String pending = child.await(AlertingProcess.PENDING, ANSWER);
                if (pending == null) {
                    failures.add("the alerting process ended by itself");
                    return;
                }
                quiet = pending.endsWith(" 0") ? quiet + 1 : 0;
                if (took(receivers) != last) {
                    last = took(receivers);
                    lastAt = System.nanoTime();
                } else if (System.nanoTime() - lastAt > LONGEST_STANDSTILL.toNanos()) {
                    failures.add("not everything was delivered: " + pending);
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
        }
    }

    private NoticesResult result(BadReceivers receivers, Duration took) throws SQLException {
        Path books = folder.resolve(AlertingProcess.BOOKS);
        List<ChannelTally> tallies = new ArrayList<>();
        for (Map.Entry<String, List<String>> taken : receivers.taken().entrySet()) {
            ChannelTally tally = ChannelCheck.of(books, taken.getKey(), taken.getValue());
            tallies.add(tally);
            if (tally.steps() != (long) STEPS * options.cases()) {
                failures.add(tally.channel() + ": " + tally.steps() + " steps were written, of " + STEPS
                        + " for each of " + options.cases() + " cases");
            }
        }
        long cases = count(books, "SELECT count(*) FROM alert_case");
        if (cases != options.cases()) {
            failures.add(cases + " cases were raised instead of " + options.cases());
        }
        return new NoticesResult(
                options,
                options.kills(),
                amidDelivery,
                cases,
                count(books, "SELECT count(*) FROM alert_case WHERE state = 'CLEARED'"),
                receivers.moods(),
                tallies,
                failures,
                took,
                folder);
    }

    private static long count(Path books, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + books);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Time runs short in a run, so waits are. */
    private void settings(BadReceivers receivers) throws IOException {
        Properties s = new Properties();
        String url = receivers.url();
        s.setProperty("chaos.webhook", url + "/webhook");
        s.setProperty("mail.host", "127.0.0.1");
        s.setProperty("mail.port", String.valueOf(receivers.mailPort()));
        s.setProperty("mail.tls", "none");
        s.setProperty("mail.from", "greenpark@chaos.example");
        s.setProperty("mail.timeout", "1s");
        s.setProperty("alerts.outbox.firstPause", "1s");
        s.setProperty("alerts.outbox.longestPause", "3s");
        s.setProperty("alerts.outbox.giveUpAfter", "30d");
        s.setProperty("alerts.webhook.timeout", "500ms");
        s.setProperty("alerts.sms.timeout", "500ms");
        s.setProperty("alerts.sms.url", url + "/sms");
        s.setProperty("alerts.sms.form", "query");
        s.setProperty("alerts.sms.fields.0.name", "OutId");
        s.setProperty("alerts.sms.fields.0.value", "{id}");
        s.setProperty("alerts.sms.templates.0.code", "SMS_1");
        s.setProperty("alerts.sms.templates.0.event", "any");
        s.setProperty("alerts.sms.templates.1.code", "SMS_2");
        s.setProperty("alerts.sms.templates.1.event", "digest");
        for (int i = 0; i <= options.cases() / NoticesPark.GAUGES; i++) {
            s.setProperty("alerts.sms.agreed." + i, NoticesPark.phone(i));
        }
        s.setProperty("alerts.zhezhengding.timeout", "500ms");
        s.setProperty("alerts.zhezhengding.url", url);
        s.setProperty("alerts.zhezhengding.appKey", "app");
        s.setProperty("alerts.zhezhengding.appSecret", "s3cret");
        s.setProperty("alerts.zhezhengding.tenantId", "1");
        s.setProperty("alerts.recipients.0.name", "值班室");
        s.setProperty("alerts.recipients.0.zhezhengding", "10086");
        int group = 0;
        for (String kind : BadReceivers.ROBOTS) {
            String at = "alerts.groups." + group++ + ".";
            s.setProperty(at + "kind", kind);
            s.setProperty(at + "id", kind);
            s.setProperty(at + "audience", "district/chaos");
            s.setProperty(at + "url", url + "/" + kind);
            s.setProperty(at + "perMinute", "60");
        }
        try (Writer to = Files.newBufferedWriter(folder.resolve(AlertingProcess.SETTINGS))) {
            s.store(to, null);
        }
    }
}
