package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.auth.Access;
import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SignedIn;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Viewer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;

/** The life of an account, as the administrator of accounts, its person and the auditor see it in the console. */
class AccountLifeIT {
    private static final String ADMINISTRATOR = "chen.jing";
    private static final String AUDITOR = "zhao.min";
    private static final String OWN_PASSWORD = "seven loud geese";

    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = new ConsoleInBrowser();

    private static Browser page;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        page = CONSOLE.page();
        browser = CONSOLE.driver();
        CONSOLE.account(ADMINISTRATOR, "陈静", Grant.everywhere(Role.ACCOUNT_ADMINISTRATOR));
        CONSOLE.account(AUDITOR, "赵敏", Grant.everywhere(Role.AUDITOR));
    }

    @BeforeEach
    void signedOut() {
        CONSOLE.signOut();
    }

    private static void signIn(String userName, String password) {
        CONSOLE.signInAs(userName, password, "/");
        page.see(By.cssSelector("nav.side, input[name=newPassword]"));
    }

    private static void press(String text) {
        page.see(By.xpath("//main//button[normalize-space(.)='" + text + "']")).click();
    }

    private static void type(String name, String text) {
        WebElement field = page.see(By.cssSelector("main [name=" + name + "]"));
        field.clear();
        field.sendKeys(text);
    }

    /** What somebody finds in the navigation. */
    private static List<String> ways() {
        return page.texts("nav.side a");
    }

    private static void assertAccessible() {
        assertThat(Accessibility.serious(browser)).isEmpty();
    }

    /** Makes an account for an officer of Fucun in the form, and reads the password that is told once. */
    private static String makeOfficer(String userName, String fullName) {
        CONSOLE.show("/accounts");
        press("新建账号");
        type("userName", userName);
        type("fullName", fullName);
        page.see(By.cssSelector(".scope-picker input")).sendKeys("傅村");
        page.see(By.cssSelector(".choices button")).click();
        page.see(By.cssSelector(".picked .chip"));
        CONSOLE.await("document.activeElement.matches('.scope-picker input')");
        type("reason", "12 月起负责傅村园区");
        assertAccessible();
        press("新建");
        return page.see(By.cssSelector(".once code")).getText();
    }

    @Test
    void an_officer_of_one_park_is_made_signs_in_sees_his_park_and_is_shut_out_again() {
        signIn(ADMINISTRATOR, SignedIn.PASSWORD);
        assertThat(ways()).containsExactly("账号管理", "接口密钥", "权限复核清单");
        String told = makeOfficer("wang.fang", "王芳");
        assertAccessible();
        press("已记下，关闭");
        CONSOLE.await("!document.querySelector('.once')");
        assertThat(page.texts("main tbody tr")).anyMatch(row -> row.contains("王芳") && row.contains("傅村园区"));

        Cookie session = chooseAnotherPassword(told);
        seesFucunOnly();

        signIn(ADMINISTRATOR, SignedIn.PASSWORD);
        close("wang.fang");

        CONSOLE.signOut();
        browser.manage().addCookie(session);
        browser.get(CONSOLE.console().url("/#/parks"));
        page.see(By.name("userName"));
        CONSOLE.signIn("wang.fang", OWN_PASSWORD);
        page.seeText("用户名或密码错误，请重试。");
        // The browser says of every refusal that it was one.
        assertThat(page.complaints()).allMatch(each -> each.contains("401"));

        auditorReadsOfIt();
    }

    /** The first sign-in leads to one thing only. */
    private static Cookie chooseAnotherPassword(String told) {
        signIn("wang.fang", told);
        assertThat(browser.findElements(By.cssSelector("nav.side"))).isEmpty();
        type("password", told);
        type("newPassword", OWN_PASSWORD);
        type("again", OWN_PASSWORD);
        browser.findElement(By.cssSelector("main button.primary")).click();
        page.see(By.cssSelector("nav.side"));
        return browser.manage().getCookieNamed(Access.COOKIE);
    }

    private static void seesFucunOnly() {
        assertThat(ways()).contains("企业", "接口密钥").doesNotContain("账号管理", "审计日志", "权限复核清单");
        CONSOLE.show("/parks");
        assertThat(page.texts("main tbody tr td.name a")).containsExactly("傅村园区");
        CONSOLE.show("/enterprises");
        assertThat(page.texts("main tbody tr")).isNotEmpty().noneMatch(row -> row.contains("孝顺"));
        CONSOLE.show("/keys");
        page.seeText("没有接口密钥");
    }

    /** The reason is asked for once, with what follows; Escape takes back, and the focus is where it was. */
    private static void close(String userName) {
        CONSOLE.show("/accounts/" + userName);
        press("停用账号…");
        assertThat(page.see(By.cssSelector("form.danger")).getText()).contains("王芳 立即退出");
        CONSOLE.await("document.activeElement.name === 'reason'");
        browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
        CONSOLE.await("document.activeElement.innerText === '停用账号…'");
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        CONSOLE.await("document.activeElement.name === 'reason'");
        browser.switchTo().activeElement().sendKeys("调离");
        assertAccessible();
        press("确认：停用账号");
        page.see(By.xpath("//main//button[contains(., '重新启用')]"));
    }

    private static void auditorReadsOfIt() {
        signIn(AUDITOR, SignedIn.PASSWORD);
        assertThat(ways()).contains("总览", "审计日志", "权限复核清单");
        CONSOLE.show("/audit-log?kind=account&id=wang.fang");
        page.see(By.cssSelector("main tbody tr"));
        List<String> entries = page.texts("main tbody tr");
        assertThat(entries)
                .anyMatch(row -> row.contains(ADMINISTRATOR) && row.contains("停用账号") && row.contains("调离"))
                .anyMatch(row -> row.contains("新建账号") && row.contains("监管人员"));
        CONSOLE.show("/audit-log?who=wang.fang");
        CONSOLE.await("[...document.querySelectorAll('main tbody tr')].some((row) => row.innerText.includes('登录'))");
        Select actions = new Select(page.see(By.cssSelector("main .filters select")));
        actions.selectByVisibleText("更改或重置密码");
        CONSOLE.await("[...document.querySelectorAll('main tbody tr')].every((row) => row.innerText.includes('密码'))");
    }

    @Test
    void what_the_server_refuses_stands_at_the_form_and_the_form_stays() {
        signIn(ADMINISTRATOR, SignedIn.PASSWORD);
        CONSOLE.show("/accounts");
        press("新建账号");
        type("userName", "sun.li");
        type("fullName", "孙丽");
        type("reason", "无范围");
        press("新建");
        assertThat(page.see(By.cssSelector("main form .problem")).getText()).contains("没有范围");
        assertThat(browser.findElement(By.name("userName")).getDomProperty("value"))
                .isEqualTo("sun.li");
        assertThat(page.complaints()).allMatch(each -> each.contains("400"));
    }

    @Test
    void a_password_is_reset_and_told_once_and_a_key_is_made_and_ended() {
        signIn(ADMINISTRATOR, SignedIn.PASSWORD);
        makeOfficer("li.na", "李娜");
        CONSOLE.show("/accounts/li.na");
        press("重置密码…");
        type("reason", "忘记密码");
        press("确认：重置密码");
        assertThat(page.see(By.cssSelector(".once code")).getText()).hasSizeGreaterThan(12);
        CONSOLE.await("document.activeElement.matches('.once h2')");
        press("已记下，关闭");

        CONSOLE.show("/keys?add=li.na");
        page.see(By.cssSelector(".picked .chip"));
        type("name", "月报导出");
        type("reason", "每月汇总");
        press("新建");
        String secret = page.see(By.cssSelector(".once code")).getText();
        assertThat(CONSOLE.console().identities().bearer(secret)).isPresent();
        press("已记下，关闭");
        page.see(By.xpath("//main//tr[contains(., '月报导出')]//button")).click();
        CONSOLE.await("document.activeElement.name === 'reason'");
        browser.switchTo().activeElement().sendKeys("不再使用");
        press("确认：停用密钥");
        page.see(By.xpath("//main//tr[contains(., '月报导出') and contains(., '已停用')]"));
        CONSOLE.await("document.activeElement.tagName === 'H1'");
        assertThat(CONSOLE.console().identities().bearer(secret)).isEmpty();
    }

    @Test
    void who_leaves_hands_the_keys_over_and_is_out() {
        signIn(ADMINISTRATOR, SignedIn.PASSWORD);
        makeOfficer("wu.lin", "吴林");
        press("已记下，关闭");
        makeOfficer("zheng.hao", "郑浩");
        press("已记下，关闭");
        var keys = CONSOLE.console().identities().keys();
        var grants = CONSOLE.console()
                .identities()
                .accounts()
                .find("wu.lin")
                .orElseThrow()
                .grants();
        keys.create("日报导出", "wu.lin", grants, null, Viewer.ofAll(ADMINISTRATOR));
        CONSOLE.show("/accounts/wu.lin");
        press("离岗交接…");
        page.seeText("日报导出");
        new Select(page.see(By.name("to"))).selectByValue("zheng.hao");
        type("reason", "调往园区");
        assertAccessible();
        press("预览");
        assertThat(page.see(By.cssSelector(".handover-preview")).getText())
                .contains("郑浩")
                .contains("密钥“日报导出”失效");
        assertThat(keys.of("wu.lin")).as("looking changes nothing").hasSize(1);
        assertAccessible();
        press("确认交接并停用");
        page.see(By.xpath("//main//button[contains(., '重新启用')]"));
        assertThat(keys.of("zheng.hao"))
                .as("unless it is asked for, a key that the leaver knows ends")
                .isEmpty();
        assertThat(keys.of("wu.lin")).noneMatch(key -> key.isGood(SampleConsole.CLOCK.instant()));
    }

    @Test
    void the_chain_is_checked_against_a_head_that_was_noted() {
        signIn(AUDITOR, SignedIn.PASSWORD);
        CONSOLE.show("/audit-log");
        String head = page.see(By.cssSelector(".copied code")).getText();
        page.see(By.xpath("//main//summary[.='校验日志']")).click();
        type("head", head);
        press("校验");
        page.seeText("完好");
        page.see(By.xpath("//main//summary[contains(., '谁查看了')]")).click();
        page.see(By.cssSelector("details[open] .data-table, details[open] p.hint"));
        assertAccessible();
    }
}
