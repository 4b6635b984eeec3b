package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.registry.Registry;
import io.greenpark.sheets.form.SheetKind;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A district's whole register by one workbook: every fault by its cell, nothing half-imported, live once it is right. */
class LargeSheetTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @TempDir
    Path dir;

    @Test
    void three_hundred_enterprises_and_fifteen_thousand_points_come_by_one_workbook() throws Exception {
        try (SampleConsole console = SampleConsole.open(dir, true)) {
            SheetClient sheets = new SheetClient(console);
            Registry before = console.registry().service().current();

            LargeSheet wrong = new LargeSheet();
            List<String> planted = wrong.spoil();
            byte[] faulty = wrong.bytes();
            JsonObject told = sheets.preview(SheetKind.REGISTRY, faulty);
            List<String> heard = told.getJsonArray("faults").stream()
                    .map(JsonObject.class::cast)
                    .map(f -> f.getString("sheet") + "!" + f.getString("cell"))
                    .toList();
            assertThat(heard).containsExactlyInAnyOrderElementsOf(planted);
            SheetClient.Answer refused = sheets.accept(SheetKind.REGISTRY, faulty, told.getString("token"));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(console.registry().service().current()).isSameAs(before);

            byte[] right = new LargeSheet().bytes();
            Duration begun = worked();
            JsonObject preview = sheets.preview(SheetKind.REGISTRY, right);
            assertThat(preview.getJsonArray("faults")).isEmpty();
            SheetClient.Answer accepted = sheets.accept(SheetKind.REGISTRY, right, preview.getString("token"));
            Duration worked = worked().minus(begun);
            assertThat(accepted.status())
                    .as(() -> accepted.body().substring(0, 500))
                    .isEqualTo(200);
            Registry now = console.registry().service().current();
            assertThat(now.facts().points()).hasSize(before.facts().points().size() + LargeSheet.POINTS);
            assertThat(now.facts().enterprises())
                    .hasSize(before.facts().enterprises().size() + LargeSheet.ENTERPRISES);
            assertThat(now.point("p-14999")).isPresent();
            assertThat(worked).isLessThan(LONGEST);
        }
    }

    /** Of the processors' time: what the clock says is up to who else wants them. */
    private static Duration worked() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
