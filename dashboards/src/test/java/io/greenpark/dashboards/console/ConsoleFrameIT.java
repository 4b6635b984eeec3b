package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** What all pages of the console have in common: address, title, focus, search, language, and parts that fail by themselves. */
class ConsoleFrameIT {
    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = new ConsoleInBrowser();

    private static Browser page;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        page = CONSOLE.page();
        browser = CONSOLE.driver();
    }

    private static void await(String script) {
        CONSOLE.await(script);
    }

    @Test
    void what_an_officer_chose_is_in_the_address_and_back_brings_it_with_the_place() {
        CONSOLE.show("/enterprises");
        page.see(By.cssSelector("main input[type=search]")).sendKeys("绿源");
        await("document.querySelectorAll('main tbody tr').length === 1");
        assertThat(browser.getCurrentUrl()).contains("q=%E7%BB%BF%E6%BA%90", "lang=zh");
        page.see(By.cssSelector("main tbody a")).click();
        await("document.title.startsWith('绿源')");
        browser.navigate().back();
        await("document.querySelectorAll('main tbody tr').length === 1");
        assertThat(page.see(By.cssSelector("main input[type=search]")).getDomProperty("value"))
                .isEqualTo("绿源");
        browser.navigate().refresh();
        await("document.querySelectorAll('main tbody tr').length === 1");
    }

    @Test
    void back_comes_to_where_the_reader_was() {
        CONSOLE.show("/");
        await("document.documentElement.scrollHeight > innerHeight + 500");
        browser.executeScript("scrollTo(0, 420)");
        await("history.state !== null && history.state.scroll === 420");
        browser.executeScript("location.hash = '#/cases'");
        await("document.title.startsWith('预警事件') && scrollY === 0");
        browser.navigate().back();
        await("scrollY === 420");
    }

    @Test
    void every_page_has_a_title_of_its_own_and_its_head_has_the_focus() {
        CONSOLE.show("/");
        page.see(By.cssSelector("nav.side a[href='#/cases']")).click();
        await("document.title.startsWith('预警事件 · ') && document.activeElement.tagName === 'H1'");
        assertThat(browser.findElement(By.cssSelector("[aria-live]")).getDomProperty("textContent"))
                .isEqualTo("预警事件");
        assertThat(browser.findElement(By.cssSelector("nav.side a[aria-current]"))
                        .getText())
                .isEqualTo("预警事件");
    }

    @Test
    void an_address_brings_its_language_along() {
        CONSOLE.show("/cases?lang=en");
        assertThat(page.see(By.tagName("h1")).getText()).isEqualTo("Cases");
        CONSOLE.show("/devices");
        await("location.hash.includes('lang=en')");
        page.see(By.cssSelector("header.top button.language")).click();
        await("document.documentElement.lang === 'zh-CN' && location.hash.includes('lang=zh')");
    }

    @Test
    void what_an_address_narrows_a_list_to_stands_there_by_its_name() {
        CONSOLE.show("/cases?enterprise=lvyuan-food&state=withdrawn");
        await("document.querySelector('main .chip').innerText.includes('绿源')");
        CONSOLE.show("/devices?enterprise=lvyuan-food");
        await("document.querySelector('main .chip').innerText.includes('绿源')");
    }

    @Test
    void a_day_that_is_typed_is_taken_when_it_is_finished() {
        CONSOLE.show("/quality?span=2026-11-01..2026-11-07");
        await("document.querySelector('main .range input[type=date]') !== null");
        browser.executeScript("""
                const field = document.querySelector('main .range input[type=date]');
                field.dispatchEvent(new KeyboardEvent('keydown', { key: '2' }));
                field.value = '0002-11-03';
                field.dispatchEvent(new Event('change'));
                """);
        assertThat(browser.getCurrentUrl()).contains("2026-11-01..2026-11-07");
        browser.executeScript("""
                const field = document.querySelector('main .range input[type=date]');
                field.value = '2026-11-03';
                field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
                """);
        await("location.hash.includes('2026-11-03..2026-11-07')");
    }

    @Test
    void everything_is_found_from_everywhere_by_the_keyboard() {
        CONSOLE.show("/cases");
        new Actions(browser)
                .keyDown(Keys.CONTROL)
                .sendKeys("k")
                .keyUp(Keys.CONTROL)
                .perform();
        page.see(By.cssSelector("dialog input")).sendKeys("lvyuan-food");
        page.see(By.cssSelector("dialog [role=option]"));
        browser.findElement(By.cssSelector("dialog input")).sendKeys(Keys.ENTER);
        await("location.hash.startsWith('#/enterprises/lvyuan-food')");
    }

    @Test
    void what_is_printed_is_the_whole_page_with_parts_nobody_came_near_yet() {
        CONSOLE.show("/enterprises/lvyuan-food");
        browser.executeScript("""
                window.print = () => window.printed = {
                  unseen: document.querySelectorAll('.unseen').length,
                  waiting: document.querySelectorAll('main [aria-busy=true]').length,
                };
                """);
        new Actions(browser)
                .keyDown(Keys.CONTROL)
                .sendKeys("p")
                .keyUp(Keys.CONTROL)
                .perform();
        await("window.printed !== undefined");
        assertThat(browser.executeScript("return window.printed")).isEqualTo(Map.of("unseen", 0L, "waiting", 0L));
    }

    @Test
    void a_part_that_fails_says_so_and_the_rest_of_the_page_is_there() {
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of("*/api/v1/alerts*")));
        try {
            CONSOLE.show("/");
            page.see(By.cssSelector("table[aria-label='企业目标完成情况'] tbody tr"));
            assertThat(page.see(By.cssSelector("main .state.bad")).getText()).contains("无法显示");
            // That a request failed may stand in the browser's log.
            page.complaints();
        } finally {
            browser.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of()));
        }
    }

    @Test
    void a_chart_is_read_with_the_keyboard_and_a_part_that_is_marked_is_the_span() {
        CONSOLE.show("/enterprises/lvyuan-food");
        WebElement chart = page.see(By.cssSelector("section[aria-label='能耗'] .chart-place"));
        page.see(By.cssSelector("section[aria-label='能耗'] .chart canvas"));
        browser.executeScript("arguments[0].focus()", chart);
        chart.sendKeys(Keys.ARROW_RIGHT);
        await("/^\\d{4}-01: /.test(document.querySelector('[aria-live]').textContent)");
        new Actions(browser)
                .moveToElement(chart, -200, 0)
                .clickAndHold()
                .moveByOffset(120, 0)
                .release()
                .perform();
        await("/span=\\d{4}-\\d{2}-01/.test(location.hash)");
        assertThat(Objects.requireNonNull(browser.getCurrentUrl())).contains("..");
        browser.navigate().back();
        await("!location.hash.includes('span=')");
    }

    @Test
    void what_stands_behind_a_figure_is_shown_to_pointer_and_keyboard() {
        CONSOLE.show("/enterprises");
        WebElement figure = page.see(By.cssSelector("main tbody .figure[data-hint]"));
        new Actions(browser).moveToElement(figure).perform();
        assertThat(page.see(By.cssSelector(".hint-box")).getText()).contains("精确值");
        new Actions(browser).sendKeys(Keys.ESCAPE).perform();
        await("document.querySelector('.hint-box') === null");
        browser.executeScript("document.querySelector('main .missing[tabindex=\"0\"]').focus()");
        page.see(By.cssSelector(".hint-box"));
    }

    @Test
    void columns_are_chosen_and_rows_put_together_with_sums() {
        CONSOLE.show("/enterprises?enterprises.columns=name,tce&enterprises.group=park");
        page.see(By.cssSelector("tr.group"));
        assertThat(page.texts("main thead th")).hasSize(2);
        assertThat(page.texts("tr.group td:last-child")).anyMatch(sum -> sum.matches("[\\d,]+\\.\\d"));
    }

    @Test
    void a_table_is_copied_also_where_the_browser_hides_its_clipboard_from_pages_without_tls() {
        CONSOLE.show("/enterprises");
        page.see(By.cssSelector("main tbody tr"));
        browser.executeScript("Object.defineProperty(navigator, 'clipboard', {value: undefined});"
                + "addEventListener('copy', (e) => { window.copied = e.target.value; }, {once: true})");
        page.see(By.xpath("//main//button[normalize-space() = '复制']")).click();
        page.seeText("已复制");
        assertThat(Objects.requireNonNull(browser.executeScript("return window.copied"))
                        .toString())
                .contains("\t", "\n", "绿源");
    }

    @Test
    void on_a_phone_every_way_is_in_the_menu_and_nothing_is_wider_than_the_window() {
        page.window(390, 844);
        try {
            CONSOLE.show("/enterprises");
            assertThat(browser.findElement(By.cssSelector("nav.side")).isDisplayed())
                    .isFalse();
            page.see(By.cssSelector("main tbody td[data-title]"));
            await("document.documentElement.scrollWidth <= 390");
            page.see(By.cssSelector(".menu-button")).click();
            page.see(By.cssSelector("nav.side a[href='#/outlets']")).click();
            await("document.title.startsWith('排放口') && !document.querySelector('.menu-open')");
        } finally {
            page.window(1280, 1000);
        }
    }
}
