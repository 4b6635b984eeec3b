package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts.PointKind;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static void visit(String path) {
        CONSOLE.visit(path);
        page.see(By.cssSelector("main h1"));
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
        visit("/unknown-devices");
        assertThat(page.see(By.cssSelector("table[aria-label='待认领设备']")).getText())
                .contains("press-meter-7", "傅村一号网关", "像表底数", "像瞬时值", "4 个未保留", "绿源食品有限公司");
        page.seeText("发送方 plant-broker 的设备数超过上限，另有 321 个读数未保留");
        pictures("unknown-devices");
        see("//main//a[normalize-space(.)='press-meter-7']").click();
        page.seeText("最近的拒收");
        press("认领");
        // Nothing is known of these keys elsewhere, so nothing is claimed unless asked.
        assertThat(browser.findElements(By.cssSelector(".claim-key .fields-row")))
                .isEmpty();
        see("//section[@aria-label='kwh']//button[normalize-space(.)='登记为测点']").click();
        assertThat(field("读数类型").getDomProperty("value")).isEqualTo("register");
        assertThat(field("测点编号").getDomProperty("value")).isEqualTo("press-meter-7-kwh");
        enter("企业", "lvyuan-food");
        enter("测量量", "electricity");
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
        visit("/unknown-devices/2");
        page.seeText("不能作为登记册中的编号");
        press("不认领");
        page.see(By.cssSelector("main textarea[name=reason]")).sendKeys("邻区的设备");
        pictures("unknown-device-discard");
        see("//main//form//button[@type='submit']").click();
        page.seeText("标为不认领：邻区的设备");
        visit("/unknown-devices");
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

    @Test
    void the_overview_the_gateways_and_the_refusals_lead_there() {
        visit("/");
        see("//main//h3/a[contains(., '待认领设备')]").click();
        CONSOLE.await("location.hash.split('?')[0] === '#/unknown-devices'");
        visit("/gateways/gateway-fucun-1");
        press("待认领设备");
        CONSOLE.await("location.hash.startsWith('#/unknown-devices?sender=gateway-fucun-1')");
        visit("/dead-letters");
        press("待认领设备");
        CONSOLE.await("location.hash.split('?')[0] === '#/unknown-devices'");
    }
}
