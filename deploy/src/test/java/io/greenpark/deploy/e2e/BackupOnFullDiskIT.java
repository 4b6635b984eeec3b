package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.lab.machine.Programs;
import io.greenpark.park.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups while a disk is full: the installation's own, and the one they are made to. */
class BackupOnFullDiskIT {
    /** Behind this no byte of any file of the server can be written. */
    private static final int FULL_BYTES = 256 << 10;

    @TempDir
    private Path dir;

    private record Ended(int code, String printed) {}

    private static Ended run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), printed);
    }

    private static List<String> greenpark(String... words) {
        return GreenparkProcess.command(List.of(words)).command();
    }

    private static void limitFiles(GreenparkProcess server, String bytes) throws Exception {
        Programs.run("prlimit", "--pid", String.valueOf(server.pid()), "--fsize=" + bytes + ":");
    }

    @Test
    void
            a_full_disk_of_the_installation_spoils_neither_the_backup_nor_an_acknowledgement_and_one_of_the_backup_is_told()
                    throws Exception {
        Path config = GreenparkProcess.conf("real-plants.yaml");
        try (GreenparkProcess live = new GreenparkProcess(config, dir.resolve("data"), List.of()).start()) {
            backUpWhileItsDiskIsFull(live);
            SteelYear.assertBooked(live, "steel-plant");
            List<SmallDisk> disks = SmallDisk.all(dir);
            for (SmallDisk disk : disks) {
                try (disk) {
                    assertToldAndNothingLeft(live, disk);
                }
            }
            assertThat(live.api("/api/v1/health/ready").get("status").asText()).isEqualTo("ready");
            SteelYear.assertBooked(live, "steel-plant");
        }
    }

    private void backUpWhileItsDiskIsFull(GreenparkProcess live) throws Exception {
        try (ReplayProcess device = ReplayProcess.start(live, "steel-plant", "--via", "mqtt", "--wait")) {
            Await.until("a part is acknowledged", Duration.ofMinutes(2), () -> device.acknowledgedPercent() >= 10);
            limitFiles(live, String.valueOf(FULL_BYTES));
            String backup = dir.resolve("meanwhile").toString();
            Ended made = run(greenpark("backup", backup, "--data", live.data.toString()));
            assertThat(made.code()).as(made.printed()).isZero();
            limitFiles(live, "unlimited");
            device.finish();
            Ended verified = run(greenpark("verify", backup));
            assertThat(verified.code()).as(verified.printed()).isZero();
        }
    }

    private static void assertToldAndNothingLeft(GreenparkProcess live, SmallDisk disk) throws Exception {
        Path backup = disk.folder().resolve("backup");
        List<String> command = new ArrayList<>(greenpark("backup", backup.toString(), "--data", live.data.toString()));
        Ended ended = run(disk.confined(command));
        assertThat(ended.code()).as(ended.printed()).isEqualTo(1);
        assertThat(ended.printed())
                .contains("greenpark: backup of \"" + live.data + "\" to \"" + backup + "\" failed: ")
                .containsPattern(disk.told())
                .containsPattern("about [0-9,]+ bytes are needed, [0-9,]+ were free when it began; ")
                .contains("what was written of it was removed")
                .doesNotContain("\tat ");
        assertThat(disk.folder()).isEmptyDirectory();
        assertThat(run(greenpark("verify", backup.toString())).code()).isNotZero();
    }
}
