package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.dashboards.fixture.SignedIn;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.registry.ReviewRequest.Verdict;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** An officer enters what changed, another one approves it: the registry's forms in a browser. */
class RegistryFormsIT {
    /** That reviews wait: in the menu, and in the list of the overview. Objections and marks may wait beside them. */
    private static final String REVIEWS_WAIT =
            ".side a[href*='/registry'] .waiting-mark, .waiting-list a[href*='/reviews']";

    private static final Path SCREENS = Path.of("target", "screens");
    private static final int DESK = 1_280;
    private static final int PHONE = 390;
    private static final String LIMIT = "xinghua-brick.stack-1.nox.limit";

    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = ConsoleInBrowser.reviewing();

    private static Browser page;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        page = CONSOLE.page();
        browser = CONSOLE.driver();
        officer("wang.fang", "王芳");
        officer("li.na", "李娜");
    }

    private static void officer(String userName, String fullName) {
        CONSOLE.account(userName, fullName, Grant.everywhere(Role.OFFICER));
    }

    @BeforeEach
    void signedOut() {
        CONSOLE.signOut();
    }

    private static void signIn(String userName) {
        CONSOLE.signInAs(userName, SignedIn.PASSWORD, "/");
        page.see(By.cssSelector("nav.side"));
    }

    private static WebElement see(String xpath) {
        return page.see(By.xpath(xpath));
    }

    private static void press(String text) {
        see("//main//*[self::button or self::a][normalize-space(.)='" + text + "']")
                .click();
    }

    private static void enter(String label, String text) {
        WebElement field = see("//main//label[span[starts-with(normalize-space(.), '" + label + "')]]/input");
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
    }

    private static void because(String reason) {
        page.see(By.cssSelector(".sender textarea")).sendKeys(reason);
    }

    private static Registry registry() {
        return CONSOLE.console().sources().registry().current();
    }

    private static String upper() {
        return registry().facts().limits().stream()
                .filter(l -> l.id().equals(LIMIT))
                .findFirst()
                .orElseThrow()
                .upper()
                .toPlainString();
    }

    /** Screenshots of desk and phone, on which nothing is wider than the screen. */
    private static void pictures(String name) throws Exception {
        Files.createDirectories(SCREENS);
        page.picture(SCREENS.resolve(name + "-desk.png"), DESK);
        page.picture(SCREENS.resolve(name + "-phone.png"), PHONE);
        page.window(PHONE, 844);
        assertThat((Boolean) browser.executeScript(
                        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isTrue();
        assertAccessible();
        page.window(DESK, 900);
    }

    private static void assertAccessible() {
        assertThat(Accessibility.serious(browser)).isEmpty();
    }

    @Test
    void a_limit_is_entered_by_one_officer_and_put_in_force_by_another() throws Exception {
        signIn("wang.fang");
        CONSOLE.show("/registry/limit%3A" + LIMIT);
        press("修改");
        enter("上限", "30");
        press("检查变更");
        assertThat(page.see(By.cssSelector(".differences")).getText()).contains("上限", "50", "30");
        page.seeText("排放限值须经另一人复核后生效。");
        because("许可证换发");
        assertAccessible();
        press("提交复核");
        page.seeText("已提交，待另一人复核后生效。");
        assertThat(upper()).isEqualTo("50");

        CONSOLE.show("/reviews");
        see("//main//tr[contains(., '许可证换发')]//a").click();
        page.seeText("这是本人提交的申请，须由另一账号复核；可以撤回。");
        assertThat(browser.findElements(By.cssSelector("input[value=approved]")))
                .isEmpty();
        CONSOLE.show("/");
        see("//main//h3/a[contains(., '待认领设备')]");
        assertThat(browser.findElements(By.cssSelector(REVIEWS_WAIT)))
                .as("nothing waits for who asked")
                .isEmpty();
        CONSOLE.show("/registry/limit%3A" + LIMIT);
        page.seeText("wang.fang 提交的一项变更涉及此处，待复核，尚未生效。");
        pictures("review-open-document");
        CONSOLE.show("/devices/xinghua-brick.stack-1");
        page.see(By.cssSelector("main .open-review a"));
        pictures("review-open-device");

        signIn("li.na");
        assertThat(see("//nav//a[starts-with(normalize-space(.), '登记册')]").getText())
                .contains("1");
        pictures("review-overview");
        see("//main//ul[contains(@class, 'waiting-list')]//a[.='待复核的变更申请 1 项']").click();
        see("//main//tr[contains(., '许可证换发')]//a").click();
        assertThat(page.see(By.cssSelector(".differences")).getText()).contains("50", "30");
        page.see(By.cssSelector("input[value=approved]")).click();
        page.see(By.name("comment")).sendKeys("已核对许可证副本");
        assertAccessible();
        press("复核");
        page.seeText("已批准");
        CONSOLE.await("!document.querySelector(\"" + REVIEWS_WAIT + "\")");
        assertThat(upper()).isEqualTo("30");
        see("//nav//a[normalize-space(.)='总览']").click();
        see("//main//h3/a[contains(., '待认领设备')]");
        assertThat(browser.findElements(By.cssSelector(REVIEWS_WAIT))).isEmpty();
        CONSOLE.show("/registry/limit%3A" + LIMIT);
        assertThat(see("//main//table[@aria-label='历次版本']").getText()).contains("wang.fang", "许可证换发", "上限");
    }

    /** What waits is seen by everybody who would claim the device a second time; it is taken back by who asked. */
    @Test
    void a_claim_that_waits_is_seen_where_the_device_would_be_claimed_again() throws Exception {
        String device =
                "{\"name\": {\"zh\": \"冲压电表\", \"en\": \"Press meter\"}, \"enterprise\": \"lvyuan-food\", \"silenceAfter\": \"1h\"}";
        String point =
                "{\"name\": {\"zh\": \"电量\", \"en\": \"Energy\"}, \"device\": \"press-meter-7\", \"key\": \"kwh\", \"quantity\":"
                        + " \"electricity\", \"facts\": {\"2026-11-01T00:00:00Z\": {\"kind\": \"register\", \"unit\": \"kWh\","
                        + " \"expectedInterval\": \"15m\", \"ratio\": \"40\", \"carrier\": \"electricity\", \"boundary\": true}}}";
        EditResult asked = CONSOLE.console()
                .registry()
                .service()
                .submit(new EditRequest(
                        "wang.fang",
                        Source.CONSOLE,
                        "新装电表",
                        List.of(
                                new Edit(new DocumentKey(DocumentKind.DEVICE, "press-meter-7"), Verb.PUT, device),
                                new Edit(new DocumentKey(DocumentKind.POINT, "press-meter-7-kwh"), Verb.PUT, point)),
                        null,
                        false));
        assertThat(asked.review().request()).as("%s", asked).isNotNull();
        long request = asked.review().request();
        signIn("li.na");
        CONSOLE.show("/unknown-devices");
        assertThat(see("//main//tr[contains(., 'press-meter-7')]").getText()).contains("已提交认领，待复核", "申请 " + request);
        pictures("unknown-claimed-list");
        see("//main//a[normalize-space(.)='press-meter-7']").click();
        page.seeText("wang.fang 已提交认领，待另一人复核后生效；无需再次认领。");
        assertThat(browser.findElements(By.xpath("//main//button[normalize-space(.)='认领']")))
                .isEmpty();
        pictures("unknown-claimed");
        press("已提交认领：查看申请 " + request);
        page.seeText("新装电表");
        page.begin(CONSOLE.console().url(""), "en");
        signIn("li.na");
        page.see(By.cssSelector(".waiting-list"));
        pictures("review-overview-en");
        CONSOLE.show("/unknown-devices");
        page.seeText("Claimed, waits for review");
        pictures("unknown-claimed-list-en");
        CONSOLE.console()
                .registry()
                .service()
                .reviews()
                .decide(request, Verdict.WITHDRAWN, "wang.fang", "wang.fang", "x");
        CONSOLE.show("/unknown-devices/1");
        see("//main//button[normalize-space(.)='Claim']");
    }

    @Test
    void what_is_on_file_about_an_enterprise_is_entered_and_taken_back() {
        signIn("wang.fang");
        CONSOLE.show("/registry/enterprise%3Alvyuan-food");
        press("修改");
        enter("统一社会信用代码", "91330703MA20000017");
        press("检查变更");
        see("//main//label[span[starts-with(., '统一社会信用代码')] and contains(., 'GB 32100')]");
        enter("统一社会信用代码", "91330703MA20000016");
        enter("法定代表人", "陈一");
        press("检查变更");
        because("营业执照");
        press("保存");
        page.seeText("已生效");
        assertThat(registry().enterprise("lvyuan-food").orElseThrow().file().legalPerson())
                .isEqualTo("陈一");
        // What cannot be is answered with its reasons.
        assertThat(page.complaints()).allMatch(each -> each.contains("422"));

        see("(//main//table[@aria-label='历次版本']//a)[1]").click();
        page.see(By.name("reason")).sendKeys("录错企业");
        press("撤销此变更");
        page.seeText("已生效");
        assertThat(registry().enterprise("lvyuan-food").orElseThrow().file().legalPerson())
                .isNull();
    }

    @Test
    void a_meter_is_replaced_with_another_ratio() {
        signIn("wang.fang");
        CONSOLE.show("/registry/point%3Ahengda-tools.electricity");
        press("更换表计");
        WebElement at = see("//main//label[span[starts-with(., '更换时间')]]/input");
        browser.executeScript(
                "arguments[0].value = '2026-11-22T10:30'; arguments[0].dispatchEvent(new Event('change'))", at);
        enter("旧表止数", "99120.4");
        enter("新表起数", "0.5");
        enter("倍率", "60");
        press("检查变更");
        assertThat(page.see(By.cssSelector(".differences")).getText()).contains("倍率", "60", "旧表止数", "99,120.4");
        because("换表单 2026-117");
        press("保存");
        page.seeText("已生效");
        var point = registry().point("hengda-tools.electricity").orElseThrow();
        assertThat(point.replacements()).hasSize(1);
        assertThat(point.replacements().get(0).at()).isEqualTo("2026-11-22T02:30:00Z");
        assertThat(point.facts().get(point.facts().size() - 1).ratio()).isEqualByComparingTo("60");
    }

    @Test
    void somebody_elses_change_in_between_is_not_overwritten() {
        signIn("wang.fang");
        CONSOLE.show("/registry/gateway%3Agateway-fucun-1");
        press("修改");
        enter("中文名称", "甲");
        String other = "{\"name\": {\"zh\": \"乙\"}}";
        Edit edit = new Edit(new DocumentKey(DocumentKind.GATEWAY, "gateway-fucun-1"), Verb.PATCH, other);
        CONSOLE.console()
                .registry()
                .service()
                .submit(new EditRequest("li.na", Source.API, "renamed", List.of(edit), null, false));
        press("检查变更");
        page.seeText("已被他人修改");
        assertThat(browser.findElements(By.cssSelector(".sender textarea"))).isEmpty();
        assertThat(page.complaints()).allMatch(each -> each.contains("412"));
    }
}
