package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.support.ui.Select;

/** An officer brings a bureau's own sheet in: says once what it means and whom a row is about, looks at a question, and accepts it. */
class FigureSheetsPageIT {
    private static final String SHEET =
            "绿源食品月报,,,\n企业名称,2024年5月产值(万元),2024年6月产值(万元),备注\n绿源食品加工厂,12,\"1,345.5\",\n合计,13,1345.5,\n";

    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = new ConsoleInBrowser();

    @TempDir
    Path dir;

    private void send(String name, String text) throws Exception {
        Path file = Files.write(dir.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        CONSOLE.driver().findElement(By.cssSelector("input[type=file]")).sendKeys(file.toString());
    }

    private static By button(String words) {
        return By.xpath("//main//button[normalize-space(.)='" + words + "']");
    }

    @Test
    void a_sheet_of_ones_own_is_mapped_once_decided_looked_at_and_accepted() throws Exception {
        CONSOLE.visit("/sheets?kind=figures");
        Browser page = CONSOLE.page();
        page.see(By.cssSelector(".sheet-drop"));
        send("june.csv", SHEET);
        page.see(By.cssSelector("main input[name=name]")).sendKeys("统计局月报");
        page.see(By.cssSelector("main input[name=source]")).sendKeys("统计局");
        assertThat(page.see(By.cssSelector("table.mapping")).getText()).contains("企业名称", "备注");
        shot("mapping");
        assertThat(Accessibility.serious(CONSOLE.driver())).isEmpty();
        page.see(button("保存并读取")).click();

        new Select(page.see(By.cssSelector(".sheet-rows select"))).selectByValue("lvyuan-food");
        shot("open");
        assertThat(Accessibility.serious(CONSOLE.driver())).isEmpty();
        page.see(button("保存")).click();

        page.see(By.cssSelector("main textarea[name=reason]")).sendKeys("2024 年 6 月月报");
        String shown = page.see(By.cssSelector("main")).getText();
        assertThat(shown).contains("合计不符", "CSV!B4", "1,345.5", "13,455,000", "人工确定", "按“统计局月报”读取");
        assertThat(CONSOLE.driver().findElement(button("采用")).isEnabled()).isFalse();
        shot("sound");
        assertThat(Accessibility.serious(CONSOLE.driver())).isEmpty();
        page.picture(Path.of("target", "screens", "figures-phone.png"), 390);
        Object beyond = ((JavascriptExecutor) CONSOLE.driver())
                .executeScript("return [...document.querySelectorAll('main *')].filter(e =>"
                        + " e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.table-scroll'))"
                        + ".map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 30))");
        assertThat((List<?>) beyond).isEmpty();
        page.window(1440, 900);
        page.see(By.xpath("//main//label[contains(., '疑问已核对无误')]/input")).click();
        page.see(button("采用")).click();
        assertThat(page.see(By.cssSelector("main p.done")).getText()).contains("已生效");
        // The source is known from now on, and may be forgotten.
        assertThat(page.see(By.cssSelector(".sheet-rows")).getText()).contains("统计局月报", "删除");
        shot("kept");
        // The header is another since: told, and kept in the place of the old one with what was decided.
        send("july.csv", SHEET.replace("产值(万元)", "产值(元)").replace("合计,13,", "合计,12,"));
        assertThat(page.see(By.cssSelector("main p.problem")).getText()).contains("统计局月报", "产值(元)");
        shot("changed");
        page.see(By.xpath("//main//label[contains(., '换了表头')]/input")).click();
        page.see(button("保存并读取")).click();
        page.see(By.xpath("//main//*[contains(., '人工确定')]"));
        assertThat(CONSOLE.console().sources().mappings().all()).hasSize(1);
        assertThat(Accessibility.serious(CONSOLE.driver())).isEmpty();
        assertThat(CONSOLE.console()
                        .registry()
                        .service()
                        .current()
                        .statistic("lvyuan-food", YearMonth.of(2024, 6))
                        .orElseThrow()
                        .outputCny())
                .isEqualByComparingTo("13455000");
    }

    private static void shot(String name) throws Exception {
        Path file = Path.of("target", "screens", "figures-" + name + ".png");
        Files.createDirectories(file.getParent());
        CONSOLE.page().picture(file, 1_440);
    }
}
