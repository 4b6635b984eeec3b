package io.greenpark.deploy.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The systemd unit, checked by systemd's own tools. */
class ServiceUnitIT {
    /** systemd's scale: 0 safe, 10 exposed; below 2 is its "OK". */
    private static final String MOST_EXPOSED = "20";

    @TempDir
    Path folder;

    @BeforeEach
    void systemdIsThere() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("systemd-analyze", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, "systemd-analyze is not installed; apt-get install systemd");
    }

    private static String text() throws IOException {
        return Files.readString(Tarball.DEPLOY.resolve("systemd/greenpark.service"));
    }

    @Test
    void systemd_accepts_every_line() throws Exception {
        Path home = Tarball.unpack(folder);
        Path unit =
                Files.writeString(folder.resolve("greenpark.service"), text().replace("/opt/greenpark/", home + "/"));
        assertThat(Tarball.run(folder, List.of("systemd-analyze", "verify", "--man=no", unit.toString())))
                .doesNotContain("greenpark.service:");
    }

    @Test
    void systemd_rates_it_as_well_sandboxed() throws Exception {
        Path unit = Files.writeString(folder.resolve("greenpark.service"), text());
        Tarball.run(
                folder,
                List.of(
                        "systemd-analyze",
                        "security",
                        "--offline=true",
                        "--threshold=" + MOST_EXPOSED,
                        unit.toString()));
    }

    @Test
    void readiness_is_notified_as_the_unit_expects() throws IOException {
        assertThat(text()).contains("Type=notify", "NotifyAccess=all", "SuccessExitStatus=143");
    }
}
