package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.dashboards.fixture.SignedIn;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.form.ReturnState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;

/** A return filled in on a phone, asked about while it is typed, and decided by an officer at a desk. */
class ReturnsIT {
    private static final String OWN = "lvyuan-food";
    private static final ReturnPeriod OCTOBER = new ReturnPeriod(YearMonth.of(2026, 10));
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
        CONSOLE.account("li.na", "李娜", new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of(OWN))));
        CONSOLE.account("wang.fang", "王芳", Grant.everywhere(Role.OFFICER));
    }

    private static void signIn(String userName, String path) {
        CONSOLE.signInAs(userName, SignedIn.PASSWORD, path);
        page.see(By.cssSelector("main h1"));
    }

    private static WebElement field(String label) {
        String id = page.see(By.xpath("//div[contains(@class,'return-field')]/label[starts-with(normalize-space(.), '"
                        + label + "')]"))
                .getDomAttribute("for");
        return browser.findElement(By.id(id));
    }

    private static void type(WebElement field, String text) {
        field.clear();
        field.sendKeys(text);
    }

    private static void kept() {
        CONSOLE.await("document.querySelector('.kept.kept') && document.querySelector('.kept').innerText === '已保存'");
    }

    private static List<String> questions() {
        return browser.findElements(By.cssSelector(".question span")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private static void assertFitsAndIsAccessible() {
        assertThat(Accessibility.serious(browser)).isEmpty();
        assertThat(browser.executeScript("return Math.max(...[...document.querySelectorAll('main *')]"
                        + ".map((each) => each.getBoundingClientRect().right))"))
                .extracting(right -> ((Number) right).doubleValue())
                .matches(right -> right <= PHONE, "all lies within the width of a phone");
    }

    @Test
    void a_wrong_unit_is_heard_asked_about_and_corrected_before_an_officer_accepts() throws Exception {
        page.window(PHONE, 844);
        signIn("li.na", "/returns");
        page.see(By.linkText("绿源食品有限公司")).click();
        type(field("产值"), "7,200,000");
        page.seeText("七百二十亿元");
        type(field("工业增加值"), "300");
        kept();
        assertThat(questions()).anyMatch(q -> q.contains("像是单位差了 10,000 倍"));
        assertFitsAndIsAccessible();
        page.picture(SCREENS.resolve("return-asked-390.png"), PHONE);

        WebElement unit = browser.findElement(By.cssSelector("select[aria-label='产值（现价）的单位']"));
        new Select(unit).selectByVisibleText("元");
        page.seeText("七百二十万元");
        kept();
        assertThat(questions()).noneMatch(q -> q.contains("像是单位差了"));

        for (WebElement box : browser.findElements(By.cssSelector(".prefilled input"))) {
            CONSOLE.press(box);
        }
        kept();
        for (WebElement answer : browser.findElements(By.cssSelector(".question textarea"))) {
            type(answer, "新增产线");
        }
        kept();
        type(browser.findElement(By.name("signer")), "李娜");
        CONSOLE.press(browser.findElement(By.cssSelector(".panel-body > .check input")));
        page.picture(SCREENS.resolve("return-signed-390.png"), PHONE);
        CONSOLE.press(browser.findElement(By.cssSelector(".return-form button.primary")));
        page.seeText("已提交，等待主管人员审核");
        assertThat(CONSOLE.console().sources().returns().look(OWN, OCTOBER).state())
                .isEqualTo(ReturnState.SUBMITTED);
        page.picture(SCREENS.resolve("return-submitted-390.png"), PHONE);

        page.window(DESK, 900);
        officerAccepts();
    }

    private static void officerAccepts() throws IOException {
        signIn("wang.fang", "/returns");
        page.see(By.linkText("绿源食品有限公司"));
        assertThat(Accessibility.serious(browser)).isEmpty();
        page.picture(SCREENS.resolve("returns-1280.png"), DESK);
        page.see(By.linkText("绿源食品有限公司")).click();
        page.see(By.cssSelector(".verdicts"));
        assertThat(page.texts(".asked-list dd")).singleElement().asString().startsWith("新增产线");
        assertThat(Accessibility.serious(browser)).isEmpty();
        page.picture(SCREENS.resolve("return-officer-1280.png"), DESK);
        browser.findElement(By.cssSelector("main form button.primary")).click();
        page.see(By.xpath("//*[contains(@class,'badge') and contains(., '已采纳')]"));
        page.seeText("没有其他待审核的填报");
        assertThat(CONSOLE.console()
                        .sources()
                        .registry()
                        .current()
                        .statistic(OWN, OCTOBER.month())
                        .orElseThrow()
                        .outputCny())
                .isEqualByComparingTo("7200000");
        page.visit(CONSOLE.console().url(""), "/returns?month=2026-10", "en");
        page.see(By.linkText("Lvyuan Foods"));
        page.picture(SCREENS.resolve("returns-en-1280.png"), DESK);
    }
}
