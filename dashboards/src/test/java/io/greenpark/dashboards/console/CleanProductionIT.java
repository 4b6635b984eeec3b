package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.dashboards.fixture.SampleAudits;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** Clean production at a desk and on a phone: coverage, next steps, an audit that an officer enters, and what its enterprise sees of it. */
class CleanProductionIT {
    private static final String OWN = "lvyuan-food";
    private static final String PASSWORD = "three calm herons";
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
        account("li.na", "李娜", new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of(OWN))));
        account("wang.fang", "王芳", Grant.everywhere(Role.OFFICER));
        account("zhao.qiang", "赵强", Grant.everywhere(Role.OFFICER));
        SampleAudits.ofEveryEnterprise(CONSOLE.console());
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

    private static void press(WebElement element) {
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    /** As a browser's own field takes a day. */
    private static void day(WebElement field, String day) {
        browser.executeScript(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change'))", field, day);
    }

    private static WebElement in(String panel, String css) {
        return page.see(By.cssSelector("section[aria-label='" + panel + "'] " + css));
    }

    private static void fitsAPhone(String name) throws IOException {
        assertThat(Accessibility.serious(browser)).isEmpty();
        assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
                .extracting(width -> ((Number) width).intValue())
                .matches(width -> width <= PHONE, "the page is no wider than a phone");
        page.picture(SCREENS.resolve(name), PHONE);
    }

    @Test
    void an_officer_sees_coverage_and_next_steps_and_enters_a_step_that_the_enterprise_reads() throws Exception {
        page.window(DESK, 900);
        signIn("wang.fang", "/clean-production");
        page.seeText("各园区覆盖率");
        page.seeText("强制性审核候选企业");
        page.see(By.cssSelector("section[aria-label='推进表'] tbody tr"));
        assertThat(Accessibility.serious(browser)).isEmpty();
        page.picture(SCREENS.resolve("clean-production.png"), DESK);
        page.window(PHONE, 844);
        fitsAPhone("clean-production-390.png");

        page.window(DESK, 900);
        CONSOLE.visit("/clean-production/" + OWN);
        page.seeText("审核进程");
        page.picture(SCREENS.resolve("clean-audit.png"), DESK);
        int before = taken();
        day(in("登记步骤", "input[name=day]"), "2026-11-20");
        in("登记步骤", "input[name=number]").sendKeys("金环〔2026〕31 号");
        in("登记步骤", "input[name=authority]").sendKeys("生态环境分局");
        press(in("登记步骤", "button.primary"));
        page.seeText("已登记");
        CONSOLE.await("document.querySelector(\"section[aria-label='审核进程']\").innerText.includes('金环〔2026〕31 号')");
        assertThat(taken()).isEqualTo(before + 1);
        page.window(PHONE, 844);
        fitsAPhone("clean-audit-390.png");

        CONSOLE.visit("/clean-production-lists");
        page.seeText("各步骤期限");
        fitsAPhone("clean-lists-390.png");
        page.window(DESK, 900);
        page.picture(SCREENS.resolve("clean-lists.png"), DESK);

        page.visit(CONSOLE.console().url(""), "/clean-production", "en");
        page.seeText("Coverage by park");
        page.see(By.cssSelector("section[aria-label='Next steps'] tbody tr"));
        page.picture(SCREENS.resolve("clean-production-en.png"), DESK);
        page.visit(CONSOLE.console().url(""), "/clean-production/" + OWN, "en");
        page.seeText("Next step and deadlines");
        page.picture(SCREENS.resolve("clean-audit-en.png"), DESK);
        page.visit(CONSOLE.console().url(""), "/clean-production", "zh");

        page.window(PHONE, 844);
        signIn("li.na", "/clean-production");
        page.see(By.linkText("绿源食品有限公司")).click();
        page.seeText("审核进程");
        assertThat(browser.findElement(By.tagName("main")).getText())
                .contains("责令整改", "金环〔2026〕31 号")
                .doesNotContain("王芳", "wang.fang", "候选", "登记步骤");
        fitsAPhone("clean-contact-390.png");
        CONSOLE.visit("/enterprises/" + OWN);
        page.see(By.cssSelector("section[aria-label='清洁生产']"));
        page.picture(SCREENS.resolve("clean-enterprise-390.png"), PHONE);
    }

    private static int taken() {
        return CONSOLE.console()
                .sources()
                .cleanProduction()
                .audits()
                .look(OWN)
                .newest()
                .orElseThrow()
                .steps()
                .size();
    }

    @Test
    void a_change_of_the_list_waits_for_somebody_else_with_a_reason_for_who_leaves() throws Exception {
        page.window(DESK, 900);
        signIn("wang.fang", "/clean-production-lists");
        in("提交新版本", "input[name=number]").sendKeys("金政办〔2026〕40 号");
        in("提交新版本", "input[name=authority]").sendKeys("区政府办公室");
        day(in("提交新版本", "input[name=approvedOn]"), "2026-11-20");
        day(in("提交新版本", "input[name=validFrom]"), "2026-12-01");
        in("提交新版本", "textarea[name=reason]").sendKeys("年度更新");
        press(page.see(By.xpath("//div[@class='clean-choices']//label[contains(., '华美火腿')]/input")));
        WebElement why = page.see(By.xpath("//label[contains(., '华美火腿食品厂 移出的原因')]/input"));
        why.sendKeys("已关停");
        press(in("提交新版本", "button.primary"));
        page.seeText("待复核");
        assertThat(browser.findElements(By.xpath("//button[.='复核通过']"))).isEmpty();

        signIn("zhao.qiang", "/clean-production-lists");
        page.seeText("已关停");
        page.picture(SCREENS.resolve("clean-decide.png"), DESK);
        press(page.see(By.xpath("//button[.='复核通过']")));
        CONSOLE.await("!document.body.innerText.includes('待复核')");
        assertThat(CONSOLE.console()
                        .sources()
                        .cleanProduction()
                        .lists()
                        .lists()
                        .newest()
                        .orElseThrow()
                        .has("huamei-ham"))
                .isFalse();
    }
}
