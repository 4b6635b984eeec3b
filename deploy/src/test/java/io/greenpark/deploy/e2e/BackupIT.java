package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.Await;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands as an operator uses them: backed up while a device sends its year, restored elsewhere, and, after the device
 * has sent again, the same to the last digit.
 */
class BackupIT {
    @TempDir
    private Path dir;

    private record Ended(int code, String printed) {}

    private Ended run(String... words) throws Exception {
        Process process = GreenparkProcess.command(List.of(words))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), printed);
    }

    @Test
    void backed_up_while_devices_send_and_restored_elsewhere_the_year_is_complete_once_it_is_sent_again()
            throws Exception {
        String backup = dir.resolve("backup").toString();
        Path config = GreenparkProcess.conf("real-plants.yaml");
        try (GreenparkProcess live = new GreenparkProcess(config, dir.resolve("data"), List.of()).start();
                ReplayProcess replay = ReplayProcess.start(live, "steel-plant", "--via", "mqtt")) {
            Await.until(
                    "the books hold some of the year",
                    () -> SteelYear.bookedKwh(live, "steel-plant").compareTo(new BigDecimal("100000")) >= 0);
            Ended made = run("backup", backup, "--data", live.data.toString(), "--config", config.toString());
            assertThat(made.code()).as(made.printed()).isZero();
            assertThat(made.printed()).contains("It holds everything that was acknowledged before 20");
            replay.finish();
        }
        Ended verified = run("verify", backup);
        assertThat(verified.code()).as(verified.printed()).isZero();
        Path elsewhere = dir.resolve("elsewhere");
        Ended restored = run("restore", backup, "--data", elsewhere.toString());
        assertThat(restored.code()).as(restored.printed()).isZero();
        assertThat(restored.printed())
                .contains("Data are missing from 20")
                .contains("greenpark run --config " + elsewhere.resolve("config/real-plants.yaml") + " --data "
                        + elsewhere);
        try (GreenparkProcess again =
                new GreenparkProcess(elsewhere.resolve("config/real-plants.yaml"), elsewhere, List.of()).start()) {
            assertThat(SteelYear.bookedKwh(again, "steel-plant")).isGreaterThanOrEqualTo(new BigDecimal("100000"));
            try (ReplayProcess replay = ReplayProcess.start(again, "steel-plant", "--via", "mqtt", "--wait")) {
                replay.finish();
            }
            SteelYear.assertBooked(again, "steel-plant");
        }
    }

    @Test
    void a_broken_backup_is_named_and_neither_it_nor_a_full_folder_is_ever_restored_into() throws Exception {
        Path config = GreenparkProcess.conf("real-plants.yaml");
        Path data = dir.resolve("data");
        new GreenparkProcess(config, data, List.of()).start().close();
        String backup = dir.resolve("backup").toString();
        assertThat(run("backup", backup, "--data", data.toString()).code()).isZero();

        Ended intoFull = run("restore", backup, "--data", data.toString());
        assertThat(intoFull.code()).isEqualTo(1);
        assertThat(intoFull.printed()).contains("data folder \"" + data + "\" is not empty");

        Path books = dir.resolve("backup/data/books.db");
        byte[] bytes = Files.readAllBytes(books);
        bytes[bytes.length / 2] ^= 0x10;
        Files.write(books, bytes);
        Ended verified = run("verify", backup);
        assertThat(verified.code()).isEqualTo(1);
        assertThat(verified.printed())
                .contains("BROKEN: data/books.db: was changed")
                .contains("use another backup");
        Ended refused =
                run("restore", backup, "--data", dir.resolve("elsewhere").toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.printed()).contains("is broken, see above; nothing was restored");
        assertThat(dir.resolve("elsewhere")).doesNotExist();

        assertThat(run("verify", dir.resolve("nowhere").toString()).code()).isEqualTo(2);
        assertThat(run("backup", "--data", data.toString()).code()).isEqualTo(2);
    }
}
