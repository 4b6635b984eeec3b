package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.dashboards.fixture.SampleAcceptance;
import io.greenpark.park.registry.Acceptance;
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
import io.greenpark.park.viewer.Viewer;
import io.greenpark.store.document.SampleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
    private static final String PASSWORD = "three calm herons";
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
        account("chen.gong", "陈师傅", new Grant(Role.MAINTAINER, Scope.devices(Set.of(METER))));
        account("wang.fang", "王芳", Grant.everywhere(Role.OFFICER));
    }

    private static void account(String userName, String fullName, Grant grant) {
        UserAccounts accounts = CONSOLE.console().identities().accounts();
        accounts.create(userName, new Person(fullName, null, null), Set.of(grant), Viewer.ofAll("officer"));
        accounts.choose(userName, PASSWORD);
    }

    private static void signIn(String userName, String path) {
        browser.get(CONSOLE.console().url("/icon.svg"));
        browser.manage().deleteAllCookies();
        browser.executeScript("localStorage.removeItem('greenpark-session')");
        browser.get(CONSOLE.console().url("/#" + path));
        CONSOLE.signIn(userName, PASSWORD);
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

    private static void press(WebElement element) {
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
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
        press(page.see(By.xpath("(//div[contains(@class,'when')]/button)[1]")));
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
        press(browser.findElement(By.name("confirmed")));
        press(browser.findElement(By.cssSelector(".acceptance-form button.primary")));
        page.see(By.xpath("//*[contains(@class,'badge') and contains(., '待确认')]"));
        assertThat(browser.findElements(By.cssSelector(".verdicts")))
                .as("one account is never two people")
                .isEmpty();

        page.window(DESK, 900);
        officerAccepts(first);
    }

    private static void correctRatio() {
        String ratio = "{\"facts\": {\"1970-01-01T00:00:00Z\": {\"ratio\": \"60\"}}}";
        CONSOLE.console()
                .sources()
                .documents()
                .edits()
                .submit(new EditRequest(
                        "officer",
                        Source.CONSOLE,
                        "300/5",
                        List.of(new Edit(new DocumentKey(DocumentKind.POINT, METER), Verb.PATCH, ratio)),
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
        press(browser.findElement(By.name("confirmed")));
        press(browser.findElement(By.cssSelector("main form button.primary")));
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
        page.visit(CONSOLE.console().url(""), "/acceptance/" + METER, "en");
        page.seeText("Display and platform");
        page.picture(SCREENS.resolve("acceptance-en-1280.png"), DESK);
        browser.executeScript("document.querySelector('.paper-sheet').style.display = 'block'");
        page.picture(SCREENS.resolve("acceptance-paper.png"), DESK);
    }
}
