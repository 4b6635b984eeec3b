package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.dashboards.fixture.SampleQuarantine;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.quarantine.ProvedSender.Kind;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.Registry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;

/** An officer claims a meter that somebody put behind a gateway, and says of another that it is not ours. */
class UnknownDevicesPageIT {
    private static final Path SCREENS = Path.of("target", "screens");
    private static final int DESK = 1_280;
    private static final int PHONE = 390;

    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = new ConsoleInBrowser();

    private static Browser page;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws Exception {
        page = CONSOLE.page();
        browser = CONSOLE.driver();
        Files.createDirectories(SCREENS);
    }

    private static WebElement see(String xpath) {
        return page.see(By.xpath(xpath));
    }

    private static void press(String text) {
        see("//main//*[self::button or self::a][normalize-space(.)='" + text + "']")
                .click();
    }

    private static WebElement field(String label) {
        return see(
                "//main//label[span[starts-with(normalize-space(.), '" + label + "')]]/*[self::input or self::select]");
    }

    private static void enter(String label, String text) {
        field(label).sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
    }

    /** Screenshots of desk and phone, on which nothing is wider than the screen. */
    private static void pictures(String name) throws Exception {
        page.picture(SCREENS.resolve(name + "-desk.png"), DESK);
        page.picture(SCREENS.resolve(name + "-phone.png"), PHONE);
        page.window(PHONE, 844);
        assertThat((Boolean) browser.executeScript(
                        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isTrue();
        assertThat(Accessibility.serious(browser)).isEmpty();
        page.window(DESK, 900);
    }

    @Test
    void an_unknown_meter_is_claimed_key_by_key() throws Exception {
        CONSOLE.show("/unknown-devices");
        assertThat(page.see(By.cssSelector("table[aria-label='待认领设备']")).getText())
                .contains("press-meter-7", "傅村一号网关", "像表底数", "像瞬时值", "4 个未保留")
                .doesNotContain("lvyuan-food.steam");
        page.seeText("发送方 plant-broker 的设备数超过上限，另有 321 个读数未保留");
        pictures("unknown-devices");
        press("已登记设备的未知键");
        page.seeText("绿源食品有限公司");
        press("未登记的设备");
        see("//main//a[normalize-space(.)='press-meter-7']").click();
        page.seeText("最近的拒收");
        press("认领");
        // Nothing is known of these keys elsewhere, so nothing is claimed unless asked.
        assertThat(browser.findElements(By.cssSelector(".claim-key .fields-row")))
                .isEmpty();
        see("//section[@aria-label='kwh']//button[normalize-space(.)='登记为测点']").click();
        assertThat(field("读数类型").getDomProperty("value")).isEqualTo("register");
        assertThat(field("测点编号").getDomProperty("value")).isEqualTo("press-meter-7-kwh");
        assertThat(field("设备编号").getDomProperty("value")).isEqualTo("press-meter-7");
        page.seeText("首日首时不会显得缺数");
        // Its name is as good as its id, and a word as its code.
        enter("企业", "绿源食品有限公司");
        CONSOLE.await("[...document.querySelectorAll('main label input')].some(i => i.value === 'lvyuan-food')");
        enter("测量量", "电力");
        CONSOLE.await("[...document.querySelectorAll('main label input')].some(i => i.value === 'electricity')");
        new Select(field("单位")).selectByValue("kWh");
        enter("倍率", "40");
        pictures("unknown-device-claim");
        press("检查变更");
        page.seeText("press-meter-7-kwh");
        page.see(By.cssSelector(".sender textarea")).sendKeys("新装电表");
        press("保存");
        page.seeText("暂存读数将在数秒内入库并计入。");
        Point point = CONSOLE.console()
                .sources()
                .registry()
                .current()
                .point("press-meter-7-kwh")
                .orElseThrow();
        assertThat(point.currentFacts().kind()).isEqualTo(PointKind.REGISTER);
        assertThat(point.currentFacts().ratio()).isEqualByComparingTo("40");
        assertThat(point.enterpriseId()).isEqualTo("lvyuan-food");
    }

    @Test
    void a_device_that_is_not_ours_leaves_the_list_with_the_reason_and_may_come_back() throws Exception {
        CONSOLE.show("/unknown-devices/2");
        press("不认领");
        page.see(By.cssSelector("main textarea[name=reason]")).sendKeys("邻区的设备");
        pictures("unknown-device-discard");
        see("//main//form//button[@type='submit']").click();
        page.seeText("标为不认领：邻区的设备");
        CONSOLE.show("/unknown-devices?which=keys");
        page.see(By.cssSelector("table[aria-label='待认领设备']"));
        assertThat(page.see(By.cssSelector("main")).getText()).doesNotContain("Press_3");
        press("不认领");
        page.seeText("邻区的设备");
        see("//main//a[normalize-space(.)='Press_3']").click();
        press("恢复待认领");
        page.see(By.cssSelector("main textarea[name=reason]")).sendKeys("是我区的");
        see("//main//form//button[@type='submit']").click();
        CONSOLE.await("location.hash.split('?')[0] === '#/unknown-devices'");
    }

    private static void switchLanguage() {
        page.see(By.cssSelector("header.top button.language")).click();
    }

    private static WebElement ofRow(String device, int column) {
        return see("//table[contains(@class, 'claim-rows')]//tr[th/code='" + device + "']/td[" + column + "]//input");
    }

    private static void enterInRow(String device, int column, String text) {
        ofRow(device, column).sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
    }

    @Test
    void six_meters_of_a_gateway_under_names_of_its_own_are_claimed_in_one_form() throws Exception {
        List<String> names = List.of("Meter_1", "Meter_2", "01.02.03", "电表#3", "Meter 1", "meter-6");
        SampleQuarantine quarantine =
                (SampleQuarantine) CONSOLE.console().sources().quarantine();
        quarantine.meters(100, new ProvedSender(Kind.GATEWAY, "gateway-fucun-1"), names.toArray(String[]::new));
        quarantine.meters(200, new ProvedSender(Kind.BROKER, "plant-broker"), "Press_9");
        CONSOLE.show("/unknown-devices");
        page.see(By.cssSelector("main table"));
        switchLanguage();
        see("//main//input[@aria-label='Choose Meter_1']").click();
        press("Choose all "
                + browser.findElements(By.cssSelector("main td.choose input:not(:disabled)"))
                        .size() + " of this sender");
        see("//main//button[starts-with(., 'Claim ')]").click();
        page.seeText("All of them or none");
        pictures("unknown-devices-several-en");
        switchLanguage();
        see("//main//h1[contains(., '待认领设备')]");
        for (String name : names) {
            see("//main//input[@aria-label='选择 " + name + "']").click();
        }
        assertThat(see("//main//input[@aria-label='选择 Press_9']").isEnabled())
                .as("of another sender")
                .isFalse();
        pictures("unknown-devices-chosen");
        press("认领所选 6 台");
        assertThat(ofRow("Meter_1", 1).getDomProperty("value")).isEqualTo("meter-1");
        assertThat(ofRow("Meter 1", 1).getDomProperty("value")).isEqualTo("meter-1-2");
        assertThat(ofRow("01.02.03", 1).getDomProperty("value")).isEqualTo("gateway-fucun-1-01-02-03");
        assertThat(ofRow("电表#3", 1).getDomProperty("value")).isEqualTo("gateway-fucun-1-3");
        assertThat(ofRow("meter-6", 1).getDomProperty("value")).isEqualTo("meter-6");
        see("//section[@aria-label='ep']//button[normalize-space(.)='登记为测点']").click();
        enter("企业", "绿源食品有限公司");
        CONSOLE.await("[...document.querySelectorAll('main label input')].some(i => i.value === 'lvyuan-food')");
        enter("测量量", "electricity");
        new Select(field("单位")).selectByValue("kWh");
        int ratio = 10;
        for (String name : names) {
            enterInRow(name, 4, Integer.toString(ratio));
            ratio += 10;
        }
        enterInRow("Meter_2", 1, "meter-1");
        press("检查变更");
        see("//table[contains(@class, 'claim-rows')]//tr[@class='faulty'][th/code='Meter_2']"
                + "/following-sibling::tr[1][contains(., '在本次认领中出现了两次')]");
        pictures("unknown-devices-several");
        // The refusal that was asked for.
        assertThat(page.complaints()).isNotEmpty();
        enterInRow("Meter_2", 1, "meter-2");
        press("检查变更");
        page.see(By.cssSelector(".sender textarea")).sendKeys("新厂六块电表");
        press("保存");
        page.seeText("暂存读数将在数秒内入库并计入。");
        Registry registry = CONSOLE.console().sources().registry().current();
        assertThat(registry.deviceSentAs("gateway-fucun-1", "电表#3")
                        .orElseThrow()
                        .id())
                .isEqualTo("gateway-fucun-1-3");
        assertThat(registry.device("meter-6").orElseThrow().sentAs()).isNull();
        assertThat(registry.point("meter-1-2-ep").orElseThrow().currentFacts().ratio())
                .isEqualByComparingTo("50");
    }

    @Test
    void the_overview_the_gateways_and_the_refusals_lead_there() {
        CONSOLE.show("/");
        see("//main//h3/a[contains(., '待认领设备')]").click();
        CONSOLE.await("location.hash.split('?')[0] === '#/unknown-devices'");
        CONSOLE.show("/gateways/gateway-fucun-1");
        press("待认领设备");
        CONSOLE.await("location.hash.startsWith('#/unknown-devices?sender=gateway-fucun-1')");
        CONSOLE.show("/dead-letters");
        press("待认领设备");
        CONSOLE.await("location.hash.split('?')[0] === '#/unknown-devices'");
    }
}
