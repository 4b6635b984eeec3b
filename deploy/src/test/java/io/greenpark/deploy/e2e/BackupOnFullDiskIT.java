package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.lab.machine.Programs;
import io.greenpark.park.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups while a disk is full: the disk of the installation, or that of the backup. */
class BackupOnFullDiskIT {
    /** No byte of any file of the server can be written beyond this offset. */
    private static final int FULL_BYTES = 256 << 10;

    @TempDir
    private Path dir;

    private static List<String> greenpark(String... words) {
        return GreenparkProcess.command(List.of(words)).command();
    }

    private static void limitFiles(GreenparkProcess server, String bytes) throws Exception {
        Programs.run("prlimit", "--pid", String.valueOf(server.pid()), "--fsize=" + bytes + ":");
    }

    @Test
    void a_full_disk_spoils_neither_backup_nor_acknowledgement() throws Exception {
        Path config = GreenparkProcess.conf("real-plants.yaml");
        try (GreenparkProcess live = new GreenparkProcess(config, dir.resolve("data"), List.of()).start()) {
            backUpWhileItsDiskIsFull(live);
            SteelYear.assertBooked(live, "steel-plant");
            List<SmallDisk> disks = SmallDisk.all(dir);
            for (SmallDisk disk : disks) {
                try (disk) {
                    assertFailureIsReportedAndNothingLeft(live, disk);
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
            CommandResult made = CommandResult.greenpark("backup", backup, "--data", live.data.toString());
            assertThat(made.exitCode()).as(made.output()).isZero();
            limitFiles(live, "unlimited");
            device.finish();
            CommandResult verified = CommandResult.greenpark("verify", backup);
            assertThat(verified.exitCode()).as(verified.output()).isZero();
        }
    }

    private static void assertFailureIsReportedAndNothingLeft(GreenparkProcess live, SmallDisk disk) throws Exception {
        Path backup = disk.folder().resolve("backup");
        List<String> command = new ArrayList<>(greenpark("backup", backup.toString(), "--data", live.data.toString()));
        CommandResult result = CommandResult.run(new ProcessBuilder(disk.confined(command)));
        assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
        assertThat(result.output())
                .contains("greenpark: backup of \"" + live.data + "\" to \"" + backup + "\" failed: ")
                .containsPattern(disk.failurePattern())
                .containsPattern("about [0-9,]+ bytes are needed, [0-9,]+ were free when it began; ")
                .contains("what was written of it was removed")
                .doesNotContain("\tat ");
        assertThat(disk.folder()).isEmptyDirectory();
        assertThat(CommandResult.greenpark("verify", backup.toString()).exitCode())
                .isNotZero();
    }
}
