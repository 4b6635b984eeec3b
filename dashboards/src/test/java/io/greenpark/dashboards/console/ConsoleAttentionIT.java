package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** What an officer would miss or be misled by: counts of the district, devices whose data are late, figures of another basis. */
class ConsoleAttentionIT {
    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = new ConsoleInBrowser();

    private static Browser page;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        page = CONSOLE.page();
        browser = CONSOLE.driver();
    }

    private static String main() {
        return page.see(By.cssSelector("main")).getText();
    }

    @Test
    void the_district_has_the_cases_and_devices_that_lie_in_it() {
        CONSOLE.show("/");
        String open = page.see(By.cssSelector("main a.tile[href*='#/cases'] .tile-value"))
                .getText();
        page.see(By.cssSelector("table[aria-label='园区目标完成情况'] a[href='#/district']"))
                .click();
        CONSOLE.await("document.querySelector('main .tiles') && document.title.startsWith('金东区')");
        assertThat(main()).contains("预警事件 " + open + " 起", "未解除 " + open + " 起", "数据滞后 1 台");
        page.see(By.cssSelector("table[aria-label='预警事件']"));
    }

    @Test
    void the_overview_names_devices_whose_data_are_late() {
        CONSOLE.show("/");
        CONSOLE.await("document.body.textContent.includes('数据滞后的设备 1 台')");
        page.see(By.cssSelector("main .named a[href^='#/devices/']")).click();
        CONSOLE.await("location.hash.startsWith('#/devices/')");
        assertThat(page.see(By.cssSelector("main .marks")).getText()).contains("数据停滞");
    }

    @Test
    void without_coefficients_of_a_basis_nobody_is_shown_to_be_on_track_and_the_basis_goes_along() {
        CONSOLE.show("/?basis=equal-value");
        CONSOLE.await("document.querySelector('main .stale') !== null");
        assertThat(main()).contains("登记册中没有此月份适用的等价值折标系数集", "目标按当量值下达");
        WebElement enterprise = page.see(By.cssSelector("table[aria-label='企业目标完成情况'] td.name a"));
        assertThat(enterprise.getDomAttribute("href")).contains("basis=equal-value");
        enterprise.click();
        CONSOLE.await("location.hash.startsWith('#/enterprises/')");
        assertThat(page.see(By.cssSelector("main .page-title select")).getDomProperty("value"))
                .isEqualTo("equal-value");
    }

    @Test
    void all_stations_are_in_one_list_that_says_how_many_are_below_what_is_required() {
        CONSOLE.show("/quality?span=2026-11-16..2026-11-22");
        CONSOLE.await("document.querySelectorAll(\"table[aria-label='数据质量看板'] tr.group\").length > 1");
        assertThat(main()).contains("能源计量", "排放口", "仅看低于 90 %（");
        assertThat(browser.findElements(By.cssSelector("table[aria-label='数据质量看板'] a[href*='#/points/']")))
                .isNotEmpty();
        page.see(By.cssSelector("main .filters input[type=checkbox]")).click();
        CONSOLE.await("location.hash.includes('low=1')");
        assertThat(page.see(By.cssSelector("main .table-tools")).getText())
                .as("what is shown can be filed")
                .contains("XLSX");
    }

    @Test
    void the_status_closes_when_one_goes_on() {
        CONSOLE.show("/");
        page.see(By.cssSelector(".health summary")).click();
        page.see(By.cssSelector(".health-list"));
        new Actions(browser).sendKeys(Keys.ESCAPE).perform();
        CONSOLE.await("!document.querySelector('details.health').open");
        page.see(By.cssSelector(".health summary")).click();
        CONSOLE.await("document.querySelector('details.health').open");
        browser.executeScript("location.hash = '#/cases'");
        CONSOLE.await("!document.querySelector('details.health').open");
    }

    @Test
    void readings_of_a_long_span_are_those_of_its_last_days() {
        CONSOLE.show("/points/xinghua-brick.stack-1.nox?span=year&tab=readings");
        CONSOLE.await("document.querySelector('main .panel .note') !== null");
        assertThat(main()).contains("仅列出最后 7 天");
        page.see(By.cssSelector("table[aria-label='原始读数'] tbody tr"));
        assertThat(browser.findElement(By.cssSelector("nav.side a[aria-current=page]"))
                        .getText())
                .isEqualTo("排放口");
    }
}
