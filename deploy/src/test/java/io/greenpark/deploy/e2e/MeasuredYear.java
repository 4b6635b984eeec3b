package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.folder.FileTree;
import io.greenpark.park.server.ServerFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * An installation that has the steel plant's year: replayed over MQTT into the real process, exact to the last digit, and ended
 * in order. It is made once for all test processes of a build; each test that goes on from there does so on a copy.
 */
final class MeasuredYear {
    static final String PLANT = "steel-plant";

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    /** The same in all test processes of a build; by itself a process makes its own. */
    private static final String BUILD = System.getProperty(
            "greenpark.build", "alone-" + ProcessHandle.current().pid());

    private static final Path MADE = TARGET.resolve("measured-year");

    private MeasuredYear() {}

    /** Puts a copy of it where nothing is yet; to be run with the configuration of {@link #greenpark}. */
    static void copyTo(Path data) throws Exception {
        ServerFiles.run("cp", "-a", made().toString(), data.toString());
    }

    /** Its process on a data folder, not started. */
    static GreenparkProcess greenpark(Path data) throws IOException {
        return new GreenparkProcess(GreenparkProcess.conf("real-plants.yaml"), data, List.of("canary.enabled=false"));
    }

    private static synchronized Path made() throws Exception {
        Path data = MADE.resolve(BUILD.replaceAll("\\W", "-"));
        Files.createDirectories(TARGET);
        try (FileChannel file = FileChannel.open(
                        TARGET.resolve("measured-year.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            if (!Files.exists(data)) {
                // What earlier builds left is of no use any more.
                FileTree.delete(MADE);
                Path begun = Files.createDirectories(MADE).resolve("begun");
                make(begun);
                Files.move(begun, data);
            }
        }
        return data;
    }

    private static void make(Path data) throws Exception {
        try (GreenparkProcess greenpark = greenpark(data).start()) {
            try (ReplayProcess replay = ReplayProcess.start(greenpark, PLANT, "--via", "mqtt", "--wait")) {
                replay.finish();
            }
            SteelYear.assertBooked(greenpark, PLANT);
            greenpark.terminate();
        }
    }
}
