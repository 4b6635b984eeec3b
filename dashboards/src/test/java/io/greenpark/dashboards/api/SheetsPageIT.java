package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.sheets.form.SheetKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;

/** An officer brings enterprises in by a spreadsheet: told by cell what is wrong, corrected, in force. */
class SheetsPageIT {
    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = new ConsoleInBrowser();

    @TempDir
    Path dir;

    private static FilledSheet works(String land) {
        FilledSheet filled = new FilledSheet(SheetKind.ENTERPRISES);
        int row = filled.row(
                "enterprises", "id", "new-works", "name/zh", "新厂", "park", "fucun", "industry", "hardware-tools");
        filled.spoil("enterprises", "landMu", row, land);
        return filled;
    }

    private void send(String name, FilledSheet filled) throws Exception {
        Path file = Files.write(dir.resolve(name), filled.bytes());
        CONSOLE.driver().findElement(By.cssSelector("input[type=file]")).sendKeys(file.toString());
    }

    @Test
    void a_spreadsheet_is_previewed_by_cell_corrected_and_accepted() throws Exception {
        CONSOLE.visit("/sheets?kind=enterprises");
        Browser page = CONSOLE.page();
        page.see(By.cssSelector(".sheet-drop"));
        send("wrong.xlsx", works("十二亩"));
        page.see(By.xpath("//main//td[contains(., 'Q4')]"));
        assertThat(page.see(By.cssSelector("main")).getText())
                .contains("十二亩", "请只填数字", "请在文件中改正后重新上传")
                .doesNotContain("采用");
        shot("faults");
        assertThat(Accessibility.serious(CONSOLE.driver())).isEmpty();

        send("right.xlsx", works("12.5"));
        page.see(By.cssSelector("main textarea[name=reason]")).sendKeys("2026 年台账");
        shot("sound");
        assertThat(Accessibility.serious(CONSOLE.driver())).isEmpty();
        page.see(By.xpath("//main//button[normalize-space(.)='采用']")).click();
        assertThat(page.see(By.cssSelector("main p.done")).getText()).contains("已生效");
        assertThat(CONSOLE.console().registry().service().current().enterprise("new-works"))
                .isPresent();
    }

    private static void shot(String name) throws Exception {
        Path file = Path.of("target", "screens", "sheets-" + name + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, CONSOLE.driver().getScreenshotAs(OutputType.BYTES));
    }
}
