package io.greenpark.lab.chaos.power;

import io.greenpark.lab.chaos.TestEnvironment;
import io.greenpark.lab.chaos.check.BooksReadout;
import io.greenpark.lab.chaos.check.SeenReadings;
import io.greenpark.lab.chaos.check.StoreComparison;
import io.greenpark.lab.chaos.environment.HealthProbe;
import io.greenpark.lab.chaos.environment.ServerUnderFaults;
import io.greenpark.sim.client.ReaderHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What is found when the power is back. */
final class AfterPowerLoss {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_WORK = Duration.ofMinutes(1);
    private static final long POLL_MS = 100;
    private static final int QUIET_POLLS = 3;

    private AfterPowerLoss() {}

    /** What SQLite finds wrong with its files, in its own words; empty if nothing. */
    static List<String> damage(Path data) throws IOException {
        List<String> damage = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(data)) {
            files = walk.filter(p -> p.toString().matches(".*\\.(db|sqlite)")).toList();
        }
        for (Path file : files) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement();
                    ResultSet said = statement.executeQuery("PRAGMA integrity_check")) {
                while (said.next()) {
                    if (!"ok".equals(said.getString(1))) {
                        damage.add(data.relativize(file) + ": " + said.getString(1));
                    }
                }
            } catch (SQLException e) {
                damage.add(data.relativize(file) + ": " + e.getMessage());
            }
        }
        return damage;
    }

    /** Starts a server on what is left, lets it work everything off and compares its books. */
    static StoreComparison restart(TestEnvironment environment, Path after, List<BitSet> acknowledged)
            throws Exception {
        try (ServerUnderFaults server = new ServerUnderFaults(
                environment.folder.resolve("greenpark.yaml"),
                after,
                environment.folder.resolve("restart.log"),
                List.of())) {
            server.start();
            server.awaitReady(LONGEST_START);
            workOff(environment.healthOf(after));
        }
        SeenReadings seen = new SeenReadings(environment.park.load(), acknowledged, false);
        try (BooksReadout books = BooksReadout.open("jdbc:sqlite:" + after.resolve("books.db"))) {
            books.readings(seen);
        }
        return seen.compare("reading store after the restart");
    }

    private static void workOff(HealthProbe health) throws IOException, InterruptedException {
        long began = System.nanoTime();
        int quiet = 0;
        while (quiet < QUIET_POLLS) {
            boolean idle = health.ask().map(AfterPowerLoss::idle).orElse(false);
            quiet = idle ? quiet + 1 : 0;
            if (System.nanoTime() - began > LONGEST_WORK.toNanos()) {
                throw new IOException("after the restart not everything was worked off: " + health.ask());
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }

    private static boolean idle(Map<String, ReaderHealth> readers) {
        return readers.values().stream().allMatch(r -> r.lag() == 0);
    }
}
