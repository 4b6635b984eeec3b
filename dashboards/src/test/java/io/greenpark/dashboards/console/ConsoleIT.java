package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.cases.DeviceStanding;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.dashboards.fixture.SampleCases;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.greenpark.operations.status.Trouble;
import io.greenpark.operations.status.TroubleKind;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.registry.RegistryService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The console in Debian's Chromium. */
class ConsoleIT {
    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = new ConsoleInBrowser();

    private static SampleConsole console;
    private static Browser page;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        console = CONSOLE.console();
        page = CONSOLE.page();
        browser = CONSOLE.driver();
    }

    private static WebElement see(By by) {
        return page.see(by);
    }

    private static WebElement seeText(String text) {
        return page.seeText(text);
    }

    @Test
    void a_wrong_password_is_refused_and_the_right_one_opens_the_overview() {
        browser.manage().deleteAllCookies();
        browser.executeScript("localStorage.clear()");
        page.begin(console.url(""), "zh");
        browser.get(console.url("/"));
        CONSOLE.signIn("wrong");
        assertThat(see(By.cssSelector(".problem")).getText()).contains("用户名或密码错误");
        assertThat(page.complaints()).hasSize(1).allMatch(said -> said.contains("401"));
        browser.findElement(By.name("userName")).clear();
        browser.findElement(By.name("password")).clear();
        CONSOLE.signIn(SampleCredentials.PASSWORD);
        seeText("企业目标完成情况");
        assertThat(browser.manage().getCookieNamed("greenpark-session").isHttpOnly())
                .isTrue();
    }

    @Test
    void where_a_session_ended_meanwhile_the_sign_in_is_shown() {
        CONSOLE.visit("/");
        browser.manage().deleteAllCookies();
        browser.navigate().refresh();
        see(By.name("userName"));
        assertThat(page.complaints()).allMatch(said -> said.contains("401"));
        CONSOLE.signIn(SampleCredentials.PASSWORD);
        seeText("企业目标完成情况");
    }

    @Test
    void the_overview_shows_every_enterprise_against_its_target() {
        CONSOLE.visit("/");
        seeText("钢铁厂（实测数据）");
        List<WebElement> rows = browser.findElements(By.cssSelector("table[aria-label='企业目标完成情况'] tbody tr"));
        assertThat(rows).hasSize(12);
        assertThat(rows.get(0).getText()).contains("级预警");
    }

    @Test
    void an_enterprise_draws_energy_intensity_and_its_outlets_with_limits() {
        CONSOLE.visit("/enterprises/xinghua-brick");
        see(By.cssSelector("section[aria-label='能耗'] .chart canvas"));
        browser.findElement(By.cssSelector(".tabs a[href*='tab=outlets']")).click();
        see(By.cssSelector("[aria-label^='氮氧化物'] canvas"));
        see(By.cssSelector("[aria-label^='二氧化硫'] canvas"));
        assertThat(browser.findElement(By.cssSelector("section[aria-label='一号烟囱']"))
                        .getText())
                .contains("超标", "监测数据超标预警，供核实，不作处罚依据");
    }

    @Test
    void a_tooltip_shows_the_exact_figure_without_breaking_the_security_policy() {
        CONSOLE.visit("/enterprises/lvyuan-food");
        WebElement chart = see(By.cssSelector("section[aria-label='能耗'] .chart canvas"));
        // What loads later above it moves the chart away from below a pointer that rests, or out of the window.
        new WebDriverWait(browser, Duration.ofSeconds(20)).until(b -> {
            ((JavascriptExecutor) b).executeScript("arguments[0].scrollIntoView({block: 'center'})", chart);
            new Actions(browser)
                    .moveToElement(chart, -40, 10)
                    .moveByOffset(1, 0)
                    .perform();
            return !b.findElements(By.cssSelector(".tip")).isEmpty();
        });
        assertThat(see(By.cssSelector(".tip")).getText()).contains("kWh", "吨标准煤", "数据完整率");
    }

    @Test
    void a_case_is_acknowledged_with_name_time_and_comment() {
        CONSOLE.visit("/cases");
        seeText("一号烟囱氮氧化物超标").click();
        see(By.name("comment")).sendKeys("已电话联系企业");
        browser.findElement(By.cssSelector(".acknowledge button")).click();
        WebElement step = see(By.cssSelector(".step.acknowledged"));
        assertThat(step.getText()).contains("已确认", SampleCredentials.USER, "已电话联系企业", "2026-11-23 20:40");
    }

    @Test
    void an_energy_case_shows_the_signed_change_and_no_gauge() {
        CONSOLE.visit("/cases");
        see(By.xpath("//tr[contains(., '单位增加值能耗下降滞后')]//a")).click();
        assertThat(see(By.cssSelector(".gauge-figures")).getText()).matches("(?s)[+−]\\d.*%.*目标.*");
        assertThat(browser.findElements(By.cssSelector(".gauge svg"))).isEmpty();
    }

    @Test
    void cases_of_areas_link_to_the_area_and_back() {
        CONSOLE.visit("/");
        see(By.cssSelector("table[aria-label='园区目标完成情况'] a[href='#/district']"));
        CONSOLE.visit("/cases?scope=district");
        seeText("金东区：单位增加值能耗下降滞后于目标").click();
        assertThat(see(By.cssSelector("dl.facts")).getText()).contains("金东区", "全区整体");
        CONSOLE.visit("/parks/fucun");
        seeText("傅村园区：单位增加值能耗下降滞后于目标").click();
        assertThat(see(By.cssSelector("dl.facts")).getText()).contains("园区整体");
        assertThat(see(By.cssSelector("table[aria-label^='拉动能耗'] tbody tr")).getText())
                .matches("(?s).*[+−]\\d.*");
        browser.findElement(By.cssSelector("dl.facts a[href='#/parks/fucun']")).click();
        see(By.cssSelector("table[aria-label='预警事件']"));
    }

    @Test
    void the_language_switch_changes_every_text() {
        CONSOLE.visit("/");
        seeText("园区目标完成情况");
        browser.findElement(By.cssSelector("header.top button.language")).click();
        seeText("Parks: progress towards target");
        seeText("Hengda Measuring Tools");
        assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang"))
                .isEqualTo("en");
        assertThat(browser.findElement(By.tagName("body")).getText()).doesNotContain("园区");
    }

    @Test
    void refused_data_show_their_reasons() {
        CONSOLE.visit("/dead-letters");
        seeText("时间超前于时钟");
        assertThat(browser.findElement(By.tagName("main")).getText())
                .contains("×312", "不是有限数；请发送数值", "2099-01-01", "gateway-fucun-1")
                .doesNotContain("is not a finite number");
        browser.findElement(By.cssSelector("header.top button.language")).click();
        seeText("the time lies ahead of the clock");
        assertThat(browser.findElement(By.tagName("main")).getText())
                .contains("is not a finite number; send a number")
                .doesNotContain("不是有限数");
    }

    @Test
    void silent_devices_come_first() {
        CONSOLE.visit("/devices");
        seeText("绿源食品有限公司");
        WebElement first = browser.findElement(By.cssSelector("table tbody tr"));
        assertThat(first.getText()).contains("离线", "lvyuan-food.steam", "9 小时", "报文无法解析");
        assertThat(first.findElement(By.cssSelector("a.plain [data-hint]")).getDomAttribute("data-hint"))
                .contains("缺少 \"}\"；请发送");
    }

    @Test
    void a_device_whose_messages_are_refused_and_one_whose_door_is_shut_read_as_such() {
        SampleCases cases = (SampleCases) console.sources().cases();
        cases.stands("jinlong-plating.water-1", DeviceStanding.REFUSED);
        cases.stands("hengda-tools.electricity", DeviceStanding.DOOR_SHUT);
        CONSOLE.visit("/devices?state=SILENT");
        seeText("报文全部被拒");
        assertThat(browser.findElement(By.cssSelector("table tbody")).getText())
                .contains("jinlong-plating.water-1", "lvyuan-food.steam")
                .doesNotContain("hengda-tools.electricity");
        CONSOLE.visit("/devices?state=DOOR_SHUT");
        seeText("hengda-tools.electricity");
        assertThat(browser.findElement(By.cssSelector("table tbody")).getText()).contains("数据接入中断");
        cases.stands("jinlong-plating.water-1", null);
        cases.stands("hengda-tools.electricity", null);
    }

    @Test
    void operations_show_counters_disk_use_and_canary() {
        CONSOLE.visit("/operations");
        seeText("按原因统计的拒收");
        String page = browser.findElement(By.tagName("main")).getText();
        assertThat(page)
                .contains("可用，有异常", "读取任务失败", "connection refused: localhost:8086", "51,240")
                .contains("报文无法解析", "磁盘占用与预测", "80 GB", "412 天", "每测点每年占用", "63 MB")
                .contains("探测读数", "31 ms", "InfluxDB 拒收的数据行", "field type conflict")
                .contains("损坏的日志行", "无法读取的读数", "17", "待发通知", "17.0.12");
        WebElement influx = browser.findElement(By.xpath("//table[@aria-label='读取任务']//tr[contains(., 'influx')]"));
        assertThat(influx.getText()).contains("失败", "2026-11-23 20:25", "12");
    }

    @Test
    void operations_show_how_people_are_reached_and_send_a_test_message() throws Exception {
        CONSOLE.visit("/operations");
        String row = "//table[@aria-label='通知渠道']//tr[contains(., 'duty-desk')]";
        see(By.xpath(row + "//button")).click();
        assertThat(see(By.xpath(row + "//*[@role='status']")).getText()).isEqualTo("已送达");
        assertThat(see(By.xpath(row)).getText()).contains("邮件", "正常", "2026-11-23 20:40");
    }

    @Test
    void operations_show_the_registrys_files_and_take_them_over_when_asked() throws Exception {
        console.registry().write("  parks: [{id: p-1, zone: Mars/Base}]\n");
        CONSOLE.visit("/operations");
        seeText("立即读取文件").click();
        assertThat(seeText("Mars/Base").getText()).contains("greenpark.yaml:3", "“Mars/Base”无效；应为：时区");
        assertThat(registryPanel()).contains("有错误", "原登记册继续有效");

        console.registry().write("  parks: [{id: p-1, name: East}, {id: p-2, name: West}]\n");
        seeText("立即读取文件").click();
        seeText("已生效");
        console.registry().write("");
        seeText("立即读取文件").click();
        seeText("等待确认");
        assertThat(registryPanel()).contains("园区：在用 2 项中有 2 项已不在文件中");
        seeText("确认采纳").click();
        seeText("已生效");
        String changes = browser.findElement(By.cssSelector("table[aria-label='登记册最近的变更']"))
                .getText();
        assertThat(changes).contains("升级", "kept by an earlier version", "文件", "greenpark.yaml");
    }

    private static String registryPanel() {
        return browser.findElement(By.cssSelector("section[aria-label='登记册文件']"))
                .getText();
    }

    @Test
    void operations_list_what_people_changed_beside_the_files() {
        RegistryService registry = console.registry().service();
        registry.submit(new EditRequest(
                "api",
                RegistryHistory.Source.API,
                "renamed",
                List.of(new Edit(
                        new DocumentKey(DocumentKind.GATEWAY, "gateway-fucun-1"),
                        Verb.PATCH,
                        "{\"name\": {\"en\": \"Gateway One\"}}")),
                null,
                false));
        CONSOLE.visit("/operations");
        seeText("人工修改与文件不一致之处");
        assertThat(see(By.cssSelector("table[aria-label='人工修改与文件不一致之处']")).getText())
                .contains("网关", "gateway-fucun-1", "name/en", "人工修改");
    }

    @Test
    void operations_are_in_the_navigation_and_in_english() {
        CONSOLE.visit("/");
        browser.findElement(By.cssSelector("header.top button.language")).click();
        see(By.cssSelector("nav.side a[href='#/operations']")).click();
        seeText("Refusals by reason");
        assertThat(browser.findElement(By.tagName("main")).getText())
                .contains("Works, with faults", "a reader fails", "the payload cannot be read")
                .contains("Disk use and forecast", "412 d", "Storage per point and year", "Acknowledged by data intake")
                .contains("Registry files", "In force", "Last changes of the registry", "Upgrade")
                .contains("Lines InfluxDB refused", "Missed readings", "Damaged rows", "given up: 1")
                .doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void operations_show_that_the_log_cannot_be_written() {
        console.operations()
                .setNotReady(new Trouble(TroubleKind.LOG_NOT_WRITABLE, "log: \"0\" bytes are free; make room"));
        try {
            CONSOLE.visit("/operations");
            seeText("未就绪");
            assertThat(browser.findElement(By.cssSelector(".troubles")).getText())
                    .contains("遥测日志无法写入", "make room");
        } finally {
            console.operations().setNotReady();
        }
    }

    @Test
    void a_console_in_chinese_never_loads_english_and_no_chart_library_where_there_are_no_charts() {
        CONSOLE.visit("/");
        seeText("企业目标完成情况");
        assertThat(page.files())
                .anyMatch(file -> file.matches("/a/zh-\\w+\\.js"))
                .noneMatch(file -> file.matches("/a/(en|echarts|charted|operating)-\\w+\\.js"));
        browser.findElement(By.cssSelector("header.top button.language")).click();
        seeText("Parks: progress towards target");
        assertThat(page.files()).anyMatch(file -> file.matches("/a/en-\\w+\\.js"));
    }

    private static void block(String... addresses) {
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
    }

    @Test
    void a_breach_of_the_security_policy_and_a_failure_nobody_handles_are_complaints() {
        CONSOLE.visit("/");
        browser.executeScript("document.body.setAttribute('style', 'color: red')");
        browser.executeScript("Promise.reject(new Error('nobody handles this'))");
        assertThat(page.complaints())
                .anyMatch(said -> said.contains("security policy: style-src-attr forbids inline"))
                .anyMatch(said -> said.contains("nobody handles this"));
    }

    @Test
    void a_part_that_cannot_be_loaded_is_told_and_asked_for_again() {
        CONSOLE.visit("/");
        block("*/a/charted-*");
        browser.get(console.url("/#/parks/fucun"));
        WebElement again = see(By.cssSelector("main .state.bad button"));
        assertThat(page.complaints()).isNotEmpty();
        block();
        again.click();
        see(By.cssSelector("main .chart canvas"));
    }

    @Test
    void an_open_page_whose_files_an_upgrade_took_away_is_loaded_anew_once() {
        CONSOLE.visit("/");
        block("*/a/charted-*");
        browser.executeScript("window.old = true; const asks = window.fetch; window.fetch = (url, how) =>"
                + " url === '/' ? Promise.resolve(new Response('<p>another version</p>')) : asks(url, how);");
        browser.get(console.url("/#/parks/fucun"));
        // Still the old version, as nothing was upgraded in truth: the second time it is told.
        see(By.cssSelector("main .state.bad button"));
        assertThat(browser.executeScript("return window.old === undefined")).isEqualTo(true);
        assertThat(page.complaints()).isNotEmpty();
        block();
    }

    @Test
    void the_overview_is_there_with_ten_requests_at_most_and_again_with_six() {
        CONSOLE.visit("/");
        browser.executeCdpCommand("Network.clearBrowserCache", Map.of());
        page.begin(console.url(""), "zh");
        CONSOLE.visit("/");
        seeText("企业目标完成情况");
        assertThat(requests()).hasSizeLessThanOrEqualTo(10);
        browser.navigate().refresh();
        seeText("企业目标完成情况");
        // One of them is for the names of devices whose data are late: a district without any needs five.
        assertThat(requests()).hasSizeLessThanOrEqualTo(6);
    }

    /** The requests of the page itself and for it; those without a transfer, such as of the icon again, came from the browser's cache. */
    private static List<?> requests() {
        return (List<?>) browser.executeScript(
                "return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                        + ".filter((each) => each.transferSize > 0).map((each) => each.name)");
    }
}
