package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.dashboards.fixture.SamplePlans;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.plan.sheet.SheetState;
import io.greenpark.plan.value.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** A quarter of the board typed by keyboard, a list that leads to its enterprises, and a yearly sheet confirmed on a phone. */
class PlansIT {
    private static final String OWN = "lvyuan-food";
    private static final String PASSWORD = "three calm herons";
    private static final String BOARD = "/plans/" + SamplePlans.NOW + "?period=2026-Q3";
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
        account("chen.bo", "陈波", Grant.everywhere(Role.LEADER));
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

    private static void click(String button) {
        WebElement seen = page.see(By.xpath("//button[starts-with(normalize-space(.), '" + button + "')]"));
        // Not below the bar at the top, where a long table may have left it.
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", seen);
        seen.click();
    }

    /** What is typed goes where the focus is. */
    private static void type(CharSequence... keys) {
        browser.switchTo().activeElement().sendKeys(keys);
    }

    @Test
    void a_quarter_is_typed_without_a_mouse_and_stands_on_the_board() throws IOException {
        page.window(DESK, 900);
        signIn("wang.fang", BOARD);
        page.see(By.xpath("//td[contains(., '低效用地盘活')]"));
        page.screenshot(SCREENS.resolve("plan-board.png"));
        click("填报本期");
        page.see(By.cssSelector(".plan-entry"))
                .findElement(By.cssSelector("input"))
                .sendKeys("三季度调度表");
        browser.executeScript("document.querySelector('[data-line][aria-label^=\"2.1 \"]').focus()");
        // In park, above scale in park, exit areas, circular: a line after another.
        type("71", Keys.ENTER);
        type("82", Keys.ENTER);
        type("100", Keys.ENTER);
        type("64.5", Keys.ENTER);
        page.screenshot(SCREENS.resolve("plan-entry.png"));
        assertThat(Accessibility.serious(browser)).isEmpty();
        click("保存 4 项");
        page.see(By.xpath("//p[contains(@class,'done')]"));
        List<Statement> kept = CONSOLE.console().sources().planning().plans().statements(SamplePlans.NOW);
        assertThat(kept)
                .filteredOn(
                        s -> s.period().code().equals("2026-Q3") && s.source().equals("三季度调度表"))
                .extracting(Statement::target)
                .containsExactlyInAnyOrder("2.1", "2.2", "3", "4");
        page.see(By.xpath("//tr[contains(., '园区循环化改造') and contains(., '64.5')]"));
    }

    @Test
    void a_leader_goes_from_a_list_to_the_enterprises_on_it() throws IOException {
        page.window(DESK, 900);
        signIn("chen.bo", "/plan-targets/" + SamplePlans.NOW + ":14?period=2026");
        page.see(By.xpath("//tr[contains(., '列入') and contains(., '亩均税收')]"));
        page.see(By.xpath("//tr[contains(., '无法判断') and contains(., '缺自有用地')]"));
        page.screenshot(SCREENS.resolve("plan-target.png"));
        assertThat(Accessibility.serious(browser)).isEmpty();
        assertThat(browser.findElements(By.xpath("//button[contains(., '填报')]")))
                .isEmpty();
    }

    @Test
    void a_whole_quarter_is_typed_down_one_page_and_pasted_from_a_spreadsheet() throws IOException {
        page.window(DESK, 900);
        signIn("wang.fang", BOARD.replace("Q3", "Q1"));
        page.see(By.xpath("//td[contains(., '低效用地盘活')]"));
        click("填报本期");
        page.see(By.cssSelector(".plan-entry"))
                .findElement(By.cssSelector("input"))
                .sendKeys("一季度调度表");
        List<WebElement> lines = browser.findElements(By.cssSelector(".plan-entry [data-line]"));
        browser.executeScript("document.querySelector('[data-line]').focus()");
        for (WebElement line : lines) {
            if (line.getTagName().equals("select")) {
                type(Keys.ARROW_DOWN, Keys.ENTER);
            } else {
                type(Keys.chord(Keys.CONTROL, "a"), "12.5", Keys.ENTER);
            }
        }
        assertThat(browser.switchTo().activeElement().getText()).startsWith("保存 " + lines.size() + " 项");
        browser.executeScript(
                "const field = document.querySelector('[data-line][aria-label^=\"2.1 \"]');"
                        + "const data = new DataTransfer(); data.setData('text/plain', '4\\t64.5\\t比上季高\\n12\\t1,600\\n3\\t约九成');"
                        + "field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));");
        page.see(By.xpath("//p[@role='alert' and contains(., '3 约九成')]"));
        page.screenshot(SCREENS.resolve("plan-quarter.png"));
        click("保存 " + lines.size() + " 项");
        page.see(By.xpath("//p[contains(@class,'done')]"));
        List<Statement> kept = CONSOLE.console().sources().planning().plans().statements(SamplePlans.NOW).stream()
                .filter(s -> s.period().code().equals("2026-Q1") && s.source().equals("一季度调度表"))
                .toList();
        assertThat(kept).hasSize(lines.size());
        assertThat(kept)
                .filteredOn(s -> s.target().equals("12"))
                .singleElement()
                .satisfies(s -> assertThat(s.value()).isEqualByComparingTo("1600"));
        assertThat(kept).filteredOn(s -> s.target().equals("4")).singleElement().satisfies(s -> assertThat(s.words())
                .isEqualTo("比上季高"));
    }

    @Test
    void a_target_is_added_changed_closed_and_opened_again_in_a_form() throws IOException {
        page.window(DESK, 900);
        signIn("wang.fang", BOARD);
        page.see(By.xpath("//td[contains(., '低效用地盘活')]"));
        click("修改目标");
        page.see(By.xpath("//button[contains(., '新增目标')]"));
        page.screenshot(SCREENS.resolve("plan-targets.png"));
        click("新增目标");
        fill("number", "40");
        fill("wordsZh", "屋顶光伏装机");
        fill("wordsEn", "Roof-top solar");
        fill("amount", "120");
        fill("unitZh", "MW");
        fill("unitEn", "MW");
        fill("departmentZh", "区发改局");
        fill("departmentEn", "Development and reform bureau");
        page.screenshot(SCREENS.resolve("plan-target-form.png"));
        assertThat(Accessibility.serious(browser)).isEmpty();
        click("保存目标");
        page.see(By.xpath("//button[contains(., '屋顶光伏装机')]")).click();
        page.see(By.cssSelector("input[name=amount]")).clear();
        fill("amount", "150");
        click("保存目标");
        page.see(By.xpath("//tr[contains(., '屋顶光伏装机') and contains(., '150')]"));
        click("屋顶光伏装机");
        click("关闭目标");
        page.see(By.xpath("//tr[contains(., '屋顶光伏装机') and contains(., '已关闭')]"));
        click("屋顶光伏装机");
        click("重新打开");
        page.see(By.xpath("//button[contains(., '新增目标')]"));
        assertThat(CONSOLE.console()
                        .sources()
                        .planning()
                        .plans()
                        .plan(SamplePlans.NOW)
                        .orElseThrow()
                        .target("40"))
                .hasValueSatisfying(target -> {
                    assertThat(target.amount()).isEqualByComparingTo("150");
                    assertThat(target.closed()).isFalse();
                });
        page.window(PHONE, 844);
        click("屋顶光伏装机");
        page.see(By.cssSelector("input[name=amount]"));
        page.screenshot(SCREENS.resolve("plan-target-form-phone.png"));
        assertThat((Boolean) browser.executeScript("return document.documentElement.scrollWidth <= 390"))
                .isTrue();
    }

    private static void fill(String name, String text) {
        page.see(By.cssSelector("input[name=" + name + "]")).sendKeys(text);
    }

    @Test
    void the_board_is_read_on_a_phone() throws IOException {
        page.window(PHONE, 844);
        signIn("wang.fang", BOARD);
        page.see(By.xpath("//*[contains(., '低效用地盘活')]"));
        page.screenshot(SCREENS.resolve("plan-board-phone.png"));
        click("填报本期");
        page.see(By.cssSelector(".plan-entry"));
        page.screenshot(SCREENS.resolve("plan-entry-phone.png"));
        assertThat((Boolean) browser.executeScript(
                        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isTrue();
    }

    @Test
    void plans_with_long_names_fit_a_phone_in_english() throws IOException {
        page.window(PHONE, 844);
        signIn("wang.fang", "/plans?lang=en");
        page.see(By.cssSelector(".plan-copy"));
        page.screenshot(SCREENS.resolve("plans-phone.png"));
        assertThat((Boolean) browser.executeScript("return innerWidth === 390")).isTrue();
        browser.get(CONSOLE.console().url("/#/plan-targets/" + SamplePlans.NOW + ":19?period=2026-Q3&lang=en"));
        page.see(By.xpath("//*[contains(., 'capacity used')]"));
        page.screenshot(SCREENS.resolve("plan-target-phone.png"));
    }

    @Test
    void an_enterprise_confirms_its_own_sheet_on_a_phone() throws IOException {
        page.window(PHONE, 844);
        signIn("li.na", "/");
        // Two presses from where a contact begins: what waits, and that it is right.
        page.see(By.xpath("//main//a[contains(., '待确认的企业年度数据')]")).click();
        page.see(By.xpath("//dt[contains(., '税收')]"));
        assertThat((Boolean) browser.executeScript("return document.documentElement.scrollWidth <= 390"))
                .isTrue();
        page.screenshot(SCREENS.resolve("year-sheet-phone.png"));
        assertThat(Accessibility.serious(browser)).isEmpty();
        click("确认无误");
        page.see(By.xpath("//span[contains(@class,'badge') and contains(., '企业已确认')]"));
        assertThat(CONSOLE.console()
                        .sources()
                        .planning()
                        .sheets()
                        .look(OWN, 2025)
                        .state())
                .isEqualTo(SheetState.CONFIRMED);
    }

    @Test
    void yearly_sheets_are_a_list_and_a_form() throws IOException {
        page.window(DESK, 900);
        signIn("wang.fang", "/year-sheets?year=2026");
        page.see(By.xpath("//td[contains(., '绿源')]"));
        page.screenshot(SCREENS.resolve("year-sheets.png"));
        assertThat(Accessibility.serious(browser)).isEmpty();
        signIn("wang.fang", "/year-sheets/" + OWN + ":2024");
        page.see(By.cssSelector(".year-sheet"));
        page.screenshot(SCREENS.resolve("year-sheet-form.png"));
    }
}
