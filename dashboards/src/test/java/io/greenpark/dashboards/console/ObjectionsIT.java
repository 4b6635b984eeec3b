package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.dashboards.fixture.SignedIn;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.objection.form.ThingKind;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** An enterprise objects on a phone where it sees its limit; an officer decides at a desk and is led to the edit. */
class ObjectionsIT {
    private static final String OWN = "xinghua-brick";
    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final Path SCREENS = Path.of("target/screens");

    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = new ConsoleInBrowser();

    private static Browser page;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws IOException {
        page = CONSOLE.page();
        browser = CONSOLE.driver();
        Files.createDirectories(SCREENS);
        CONSOLE.account("zhang.wei", "张伟", new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of(OWN))));
        CONSOLE.account("wang.fang", "王芳", Grant.everywhere(Role.OFFICER));
    }

    private static void signIn(String userName, String path) {
        CONSOLE.signInAs(userName, SignedIn.PASSWORD, path);
        page.see(By.cssSelector("main h1"));
    }

    private static void assertFitsAndIsAccessible() {
        assertThat(Accessibility.serious(browser)).isEmpty();
        assertThat(browser.executeScript("return Math.max(...[...document.querySelectorAll('main .panel, main form *')]"
                        + ".map((each) => each.getBoundingClientRect().right))"))
                .extracting(right -> ((Number) right).doubleValue())
                .matches(right -> right <= PHONE, "all lies within the width of a phone");
    }

    private static String ownCase() {
        return CONSOLE.console().sources().cases().summaries(CaseFilter.all(), 1_000).stream()
                .filter(c -> OWN.equals(c.enterpriseId()) && c.state() != Case.State.WITHDRAWN)
                .map(Case::id)
                .findFirst()
                .orElseThrow();
    }

    private static Objection ofLimit() {
        return CONSOLE.console().sources().objections().in(Set.of(ObjectionState.values())).stream()
                .filter(one -> one.thing().kind() == ThingKind.LIMIT)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_enterprise_objects_to_its_limit_and_an_officer_decides() throws Exception {
        page.window(PHONE, 844);
        signIn("zhang.wei", "/cases/" + ownCase());
        page.see(By.linkText("提出异议"));
        page.picture(SCREENS.resolve("objection-case-390.png"), PHONE);
        page.visit(CONSOLE.console().url(""), "/enterprises/" + OWN + "?tab=outlets", "zh");
        CONSOLE.press(page.see(By.cssSelector("details.more > summary")));
        page.see(By.linkText("提出异议"));
        page.picture(SCREENS.resolve("objection-limits-390.png"), PHONE);
        page.visit(
                CONSOLE.console().url(""),
                "/enterprises/" + OWN + "?tab=objections&about=limit&thing=" + OWN + ".stack-1.nox.limit",
                "zh");
        page.see(By.name("reason")).sendKeys("许可证载明的限值为 80 mg/m3，见附件");
        assertFitsAndIsAccessible();
        page.picture(SCREENS.resolve("objection-file-390.png"), PHONE);
        CONSOLE.press(browser.findElement(By.cssSelector("form.people-form button.primary")));
        page.seeText("已受理");
        page.picture(SCREENS.resolve("objection-filed-390.png"), PHONE);
        Objection one = ofLimit();
        assertThat(one.reason()).contains("许可证载明");
        page.visit(CONSOLE.console().url(""), "/objections/" + one.number(), "zh");
        page.seeText("异议中");
        assertFitsAndIsAccessible();
        page.picture(SCREENS.resolve("objection-own-390.png"), PHONE);

        page.window(DESK, 900);
        signIn("wang.fang", "/objections");
        page.see(By.partialLinkText("限值"));
        assertThat(Accessibility.serious(browser)).isEmpty();
        page.picture(SCREENS.resolve("objections-1280.png"), DESK);
        page.visit(CONSOLE.console().url(""), "/objections/" + one.number(), "zh");
        CONSOLE.press(page.see(By.cssSelector("input[name=verdict][value=upheld]")));
        browser.findElement(By.name("words")).sendKeys("许可证副本第 7 页为 80 mg/m3");
        browser.findElement(By.name("basis")).sendKeys("排污许可证副本第 7 页");
        assertThat(Accessibility.serious(browser)).isEmpty();
        page.picture(SCREENS.resolve("objection-decide-1280.png"), DESK);
        CONSOLE.press(browser.findElement(By.xpath("//button[normalize-space(.)='决定']")));
        page.see(By.linkText("去更正"));
        page.picture(SCREENS.resolve("objection-decided-1280.png"), DESK);
        assertThat(CONSOLE.console().sources().objections().find(one.number()))
                .hasValueSatisfying(now -> assertThat(now.state()).isEqualTo(ObjectionState.UPHELD));
        browser.findElement(By.linkText("去更正")).click();
        page.see(By.cssSelector(".sender"));
        page.picture(SCREENS.resolve("objection-edit-1280.png"), DESK);
        page.visit(CONSOLE.console().url(""), "/enterprises/" + OWN + "?tab=outlets", "en");
        CONSOLE.press(page.see(By.cssSelector("details.more > summary")));
        page.see(By.xpath("//td//*[contains(@class, 'badge') and contains(., 'Objection upheld')]"));
        page.picture(SCREENS.resolve("objection-outlets-en-1280.png"), DESK);
    }
}
