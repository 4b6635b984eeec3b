package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.Await;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands as an operator uses them: backup while a device sends its year, restore elsewhere, and, after the device has
 * sent again, the same figures to the last digit.
 */
class BackupIT {
    @TempDir
    private Path dir;

    @Test
    void a_restored_backup_is_complete_after_devices_send_again() throws Exception {
        String backup = dir.resolve("backup").toString();
        Path config = GreenparkProcess.conf("real-plants.yaml");
        try (GreenparkProcess live = new GreenparkProcess(config, dir.resolve("data"), List.of()).start();
                ReplayProcess replay = ReplayProcess.start(live, "steel-plant", "--via", "mqtt")) {
            Await.until(
                    "the books hold some of the year",
                    () -> SteelYear.bookedKwh(live, "steel-plant").compareTo(new BigDecimal("100000")) >= 0);
            EditedLimit.change(live);
            AttachedPhoto.add(live);
            CommandResult made = CommandResult.greenpark(
                    "backup", backup, "--data", live.data.toString(), "--config", config.toString());
            assertThat(made.exitCode()).as(made.output()).isZero();
            assertThat(made.output()).contains("It holds everything that was acknowledged before 20");
            replay.finish();
        }
        CommandResult verified = CommandResult.greenpark("verify", backup);
        assertThat(verified.exitCode()).as(verified.output()).isZero();
        Path elsewhere = dir.resolve("elsewhere");
        CommandResult restored = CommandResult.greenpark("restore", backup, "--data", elsewhere.toString());
        assertThat(restored.exitCode()).as(restored.output()).isZero();
        assertThat(restored.output())
                .contains("Data are missing from 20")
                .contains("greenpark run --config " + elsewhere.resolve("config/real-plants.yaml") + " --data "
                        + elsewhere);
        try (GreenparkProcess again =
                new GreenparkProcess(elsewhere.resolve("config/real-plants.yaml"), elsewhere, List.of()).start()) {
            EditedLimit.assertKept(again);
            AttachedPhoto.assertKept(again);
            assertThat(SteelYear.bookedKwh(again, "steel-plant")).isGreaterThanOrEqualTo(new BigDecimal("100000"));
            try (ReplayProcess replay = ReplayProcess.start(again, "steel-plant", "--via", "mqtt", "--wait")) {
                replay.finish();
            }
            SteelYear.assertBooked(again, "steel-plant");
        }
    }

    @Test
    void a_broken_backup_and_a_full_folder_are_refused() throws Exception {
        Path config = GreenparkProcess.conf("real-plants.yaml");
        Path data = dir.resolve("data");
        new GreenparkProcess(config, data, List.of()).start().close();
        String backup = dir.resolve("backup").toString();
        assertThat(CommandResult.greenpark("backup", backup, "--data", data.toString())
                        .exitCode())
                .isZero();

        CommandResult intoFull = CommandResult.greenpark("restore", backup, "--data", data.toString());
        assertThat(intoFull.exitCode()).isEqualTo(1);
        assertThat(intoFull.output()).contains("data folder \"" + data + "\" is not empty");

        Path books = dir.resolve("backup/data/books.db");
        byte[] bytes = Files.readAllBytes(books);
        bytes[bytes.length / 2] ^= 0x10;
        Files.write(books, bytes);
        CommandResult verified = CommandResult.greenpark("verify", backup);
        assertThat(verified.exitCode()).isEqualTo(1);
        assertThat(verified.output())
                .contains("BROKEN: data/books.db: was changed")
                .contains("use another backup");
        CommandResult refused = CommandResult.greenpark(
                "restore", backup, "--data", dir.resolve("elsewhere").toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("is broken, see above; nothing was restored");
        assertThat(dir.resolve("elsewhere")).doesNotExist();

        assertThat(CommandResult.greenpark("verify", dir.resolve("nowhere").toString())
                        .exitCode())
                .isEqualTo(2);
        assertThat(CommandResult.greenpark("backup", "--data", data.toString()).exitCode())
                .isEqualTo(2);
    }
}
