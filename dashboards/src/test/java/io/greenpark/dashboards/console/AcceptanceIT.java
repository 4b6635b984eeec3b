package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.acceptance.comparison.Check;
import io.greenpark.acceptance.comparison.DisplayLine;
import io.greenpark.acceptance.comparison.DisplayReading;
import io.greenpark.acceptance.comparison.Side;
import io.greenpark.acceptance.desk.AcceptanceDesk;
import io.greenpark.acceptance.sheet.Confirmations;
import io.greenpark.acceptance.sheet.SheetDraft;
import io.greenpark.acceptance.sheet.SheetSignature;
import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.dashboards.fixture.SampleAcceptance;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SignedIn;
import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.store.document.SampleFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** A meter behind 300/5 that somebody registered with 80: seen at the meter on a phone, corrected, and signed by two accounts. */
class AcceptanceIT {
    private static final String METER = "new-meter-1";
    private static final String WRONG = "new-meter-2";
    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final Path SCREENS = Path.of("target/screens");

    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = new ConsoleInBrowser();

    @TempDir
    static Path files;

    private static Browser page;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws IOException {
        page = CONSOLE.page();
        browser = CONSOLE.driver();
        Files.createDirectories(SCREENS);
        SampleAcceptance.add(CONSOLE.console(), METER, 80);
        SampleAcceptance.add(CONSOLE.console(), WRONG, 80);
        CONSOLE.account("chen.gong", "陈师傅", new Grant(Role.MAINTAINER, Scope.devices(Set.of(METER, WRONG))));
        CONSOLE.account("wang.fang", "王芳", Grant.everywhere(Role.OFFICER));
    }

    private static void signIn(String userName, String path) {
        CONSOLE.signInAs(userName, SignedIn.PASSWORD, path);
        page.see(By.cssSelector("main h1"));
    }

    private static void type(String name, String text) {
        WebElement field = browser.findElement(By.name(name));
        field.clear();
        field.sendKeys(text);
    }

    /** Fields of times take keys in as many ways as there are languages. */
    private static void time(String name, Instant at) {
        String local = at.atZone(ParkTime.SHANGHAI).toLocalDateTime().toString();
        browser.executeScript(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
                browser.findElement(By.name(name)),
                local);
    }

    private static void kept() {
        CONSOLE.await("document.querySelector('.kept.kept') && document.querySelector('.kept').innerText === '已保存'");
    }

    private static String result(String check) {
        return page.see(By.cssSelector("[data-check='" + check + "']")).getDomAttribute("data-result");
    }

    private static void awaitResult(String check, String result) {
        page.see(By.cssSelector("[data-check='" + check + "'][data-result='" + result + "']"));
    }

    private static void assertFitsAndIsAccessible() {
        assertThat(Accessibility.serious(browser)).isEmpty();
        assertThat(browser.executeScript("return Math.max(...[...document.querySelectorAll('main .on-screen *')]"
                        + ".filter((each) => !each.closest('.table-scroll'))"
                        + ".map((each) => each.getBoundingClientRect().right))"))
                .extracting(right -> ((Number) right).doubleValue())
                .matches(right -> right <= PHONE, "all lies within the width of a phone");
    }

    @Test
    void a_planted_ratio_is_seen_at_the_meter_corrected_and_signed_by_two_accounts() throws Exception {
        page.window(PHONE, 844);
        signIn("chen.gong", "/acceptance");
        page.see(By.linkText("新装电表"));
        page.picture(SCREENS.resolve("acceptance-list-390.png"), PHONE);
        page.see(By.linkText("新装电表")).click();
        page.see(By.name("first-value"));
        type("serial", "DTSD341-20261187");
        type("ct", "300/5");
        CONSOLE.press(page.see(By.xpath("(//div[contains(@class,'when')]/button)[1]")));
        CONSOLE.await("document.querySelector('[name=first-at]').value.startsWith('2026-11-23T20:40')");
        Instant first = SampleAcceptance.begin().plusSeconds(630);
        Instant second = SampleAcceptance.begin().plusSeconds(1_815);
        type("first-value", SampleAcceptance.shown(first).toPlainString());
        time("first-at", first);
        type("second-value", SampleAcceptance.shown(second).toPlainString());
        time("second-at", second);
        kept();
        awaitResult("NAMEPLATE", "FAILED");
        awaitResult("AMOUNT", "FAILED");
        page.seeText("铭牌倍率 60，登记倍率 80：不一致");
        page.seeText("相差 +33.33 %");
        Path photo = Files.write(files.resolve("meter.jpg"), SampleFiles.jpeg("2026:11:23 20:20:00"));
        browser.findElement(By.cssSelector("#attachments input[type=file]")).sendKeys(photo.toString());
        page.see(By.linkText("meter.jpg"));
        assertFitsAndIsAccessible();
        page.picture(SCREENS.resolve("acceptance-planted-390.png"), PHONE);

        correctRatio();
        awaitResult("AMOUNT", "PASSED");
        awaitResult("PHOTO", "PASSED");
        page.seeText("检查全部通过");
        page.picture(SCREENS.resolve("acceptance-passed-390.png"), PHONE);
        type("name", "陈师傅");
        CONSOLE.press(browser.findElement(By.name("confirmed")));
        CONSOLE.press(browser.findElement(By.cssSelector(".acceptance-form button.primary")));
        page.see(By.xpath("//*[contains(@class,'badge') and contains(., '待确认')]"));
        assertThat(browser.findElements(By.cssSelector(".verdicts")))
                .as("one account is never two people")
                .isEmpty();

        page.window(DESK, 900);
        officerAccepts(first);
    }

    @Test
    void checks_that_fail_are_confirmed_one_by_one_and_a_signature_is_taken_back() throws Exception {
        SampleAcceptance.begun(CONSOLE.console(), WRONG);
        page.window(PHONE, 844);
        signIn("chen.gong", "/acceptance/" + WRONG);
        page.see(By.cssSelector("[data-confirm='PHOTO']"));
        type("name", "陈师傅");
        CONSOLE.press(browser.findElement(By.name("confirmed")));
        say("互感器下周更换");
        assertFitsAndIsAccessible();
        page.picture(SCREENS.resolve("acceptance-confirm-390.png"), PHONE);
        // Something else fails meanwhile, which nobody has seen: it is asked about, and what was typed stays.
        ratioLater("600");
        CONSOLE.press(browser.findElement(By.cssSelector(".acceptance-form button.primary")));
        page.see(By.cssSelector("[data-confirm='FACTS'] textarea"));
        page.seeText("逐项确认");
        assertThat(page.complaints()).hasSize(1).allMatch(said -> said.contains("422"));
        assertThat(browser.findElement(By.cssSelector("[data-confirm='PHOTO'] textarea"))
                        .getDomProperty("value"))
                .isEqualTo("互感器下周更换");
        say("已知");
        CONSOLE.press(browser.findElement(By.cssSelector(".acceptance-form button.primary")));
        page.see(By.cssSelector(".take-back"));
        assertFitsAndIsAccessible();
        page.picture(SCREENS.resolve("acceptance-take-back-390.png"), PHONE);

        page.window(DESK, 900);
        ratioLater("700");
        signIn("wang.fang", "/acceptance/" + WRONG);
        page.see(By.cssSelector("[data-confirm='FACTS']"));
        page.seeText("安装人：互感器下周更换");
        page.seeText("当时为");
        assertThat(Accessibility.serious(browser)).isEmpty();
        page.picture(SCREENS.resolve("acceptance-second-confirms-1280.png"), DESK);

        signIn("chen.gong", "/acceptance/" + WRONG);
        page.see(By.cssSelector(".take-back textarea")).sendKeys("读错了表");
        CONSOLE.press(browser.findElement(By.cssSelector(".take-back button")));
        page.seeText("签字已撤回：读错了表");
    }

    /** Fills in every field that is empty. */
    private static void say(String why) {
        browser.findElements(By.cssSelector(".confirm-check textarea")).stream()
                .filter(each -> String.valueOf(each.getDomProperty("value")).isEmpty())
                .forEach(each -> each.sendKeys(why));
    }

    private static void ratioLater(String ratio) {
        String at = SampleAcceptance.begin().plusSeconds(3_600).toString();
        registered(
                WRONG,
                "{\"facts\": {\"" + at + "\": {\"kind\": \"register\", \"unit\": \"kWh\", \"expectedInterval\": \"1m\","
                        + " \"ratio\": \"" + ratio + "\", \"carrier\": \"electricity\", \"boundary\": true}}}");
    }

    private static void correctRatio() {
        registered(METER, "{\"facts\": {\"1970-01-01T00:00:00Z\": {\"ratio\": \"60\"}}}");
    }

    private static void registered(String point, String patch) {
        CONSOLE.console()
                .sources()
                .documents()
                .edits()
                .submit(new EditRequest(
                        "officer",
                        Source.CONSOLE,
                        "300/5",
                        List.of(new Edit(new DocumentKey(DocumentKind.POINT, point), Verb.PATCH, patch)),
                        null,
                        false));
    }

    private static void officerAccepts(Instant first) throws IOException {
        signIn("wang.fang", "/devices/" + METER);
        page.see(By.xpath("//*[contains(@class,'badge') and contains(., '未验收')]"));
        page.picture(SCREENS.resolve("acceptance-device-1280.png"), DESK);
        page.see(By.linkText("验收单")).click();
        page.see(By.cssSelector(".verdicts"));
        assertThat(result("AMOUNT")).isEqualTo("PASSED");
        assertThat(Accessibility.serious(browser)).isEmpty();
        page.picture(SCREENS.resolve("acceptance-second-1280.png"), DESK);
        type("name", "王芳");
        CONSOLE.press(browser.findElement(By.name("confirmed")));
        CONSOLE.press(browser.findElement(By.cssSelector("main form button.primary")));
        page.see(By.xpath("//*[contains(@class,'badge') and contains(., '已验收')]"));
        Acceptance acceptance = CONSOLE.console()
                .sources()
                .registry()
                .current()
                .device(METER)
                .orElseThrow()
                .acceptance();
        assertThat(acceptance.counts(first)).isTrue();
        assertThat(acceptance.counts(first.minusSeconds(1))).isFalse();
        page.visit(CONSOLE.console().url(""), "/devices/" + METER, "zh");
        page.see(By.xpath("//*[contains(@class,'badge') and contains(., '已验收，自 2026-11-23')]"));
        page.picture(SCREENS.resolve("acceptance-device-accepted-390.png"), PHONE);
        page.window(DESK, 900);
        page.visit(CONSOLE.console().url(""), "/acceptance/" + METER, "en");
        page.seeText("Display and platform");
        page.picture(SCREENS.resolve("acceptance-en-1280.png"), DESK);
        browser.executeScript("document.querySelector('.paper-sheet').style.display = 'block'");
        page.picture(SCREENS.resolve("acceptance-paper.png"), DESK);
    }

    /** Whoever reads the sheet follows it from the digits of the display to the platform's value. */
    @Test
    void a_display_of_secondary_values_is_shown_multiplied() throws Exception {
        String meter = "new-meter-9";
        SampleAcceptance.add(CONSOLE.console(), meter, 60);
        DisplayLine primary = SampleAcceptance.draft(meter).lines().get(0);
        DisplayLine secondary = new DisplayLine(
                meter,
                Side.SECONDARY,
                primary.unit(),
                primary.nameplate(),
                new DisplayReading(primary.first().at(), new BigDecimal("1005.280")),
                new DisplayReading(primary.second().at(), new BigDecimal("1015.155")));
        Device device =
                CONSOLE.console().registry().service().current().device(meter).orElseThrow();
        CONSOLE.console().sources().acceptance().save(device, 0, new SheetDraft("DTSD341-9", null, List.of(secondary)));
        page.window(PHONE, 844);
        signIn("wang.fang", "/acceptance/" + meter);
        page.seeText("1005.280 × 铭牌倍率 60 = 60,316.8 kWh");
        assertFitsAndIsAccessible();
        page.picture(SCREENS.resolve("acceptance-secondary-390.png"), PHONE);
        SheetSignature chen = new SheetSignature("陈师傅", "chen.gong", "chen.gong", SampleConsole.CLOCK.instant());
        AcceptanceDesk desk = CONSOLE.console().sources().acceptance();
        Map<String, String> words = desk.compared(desk.look(device), device).failed().stream()
                .collect(Collectors.toMap(Check::seen, check -> "照片随后补"));
        desk.sign(device, 1, chen, new Confirmations(words));
        page.window(DESK, 900);
        signIn("wang.fang", "/overview");
        page.see(By.linkText("待第二签字的验收单 1 张")).click();
        page.see(By.xpath("//main//tr[contains(., '" + meter + "')]//a")).click();
        page.seeText("1015.155 × 铭牌倍率 60 = 60,909.3 kWh");
        page.picture(SCREENS.resolve("acceptance-secondary-1280.png"), DESK);
        page.see(By.cssSelector("main input[value=returned]")).click();
        page.see(By.name("words")).sendKeys("照片缺");
        CONSOLE.press(browser.findElement(By.cssSelector("main form button.primary")));
        CONSOLE.await("!document.querySelector('.side a[href*=\"/acceptance\"] .waiting-mark')");
    }
}
