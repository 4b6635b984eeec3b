package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import io.greenpark.plan.target.Plan;
import io.greenpark.plan.value.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

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
                boolean list =
                        line.findElement(By.xpath("./ancestor::li")).getText().contains("家已处理");
                type(Keys.chord(Keys.CONTROL, "a"), list ? "1" : "12.5", Keys.ENTER);
            }
        }
        // What is ten times the last, or more than listed, is asked about where it stands; a note answers.
        for (WebElement asked :
                browser.findElements(By.xpath("//li[.//*[contains(@class,'warn-text')]]/input[@class='words']"))) {
            asked.sendKeys("已核对");
        }
        browser.executeScript("document.querySelector('.plan-entry .primary').focus()");
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
    void what_the_board_copies_is_pasted_into_the_form_of_its_quarter() {
        page.window(DESK, 900);
        signIn("wang.fang", BOARD.replace("Q3", "Q2"));
        page.see(By.xpath("//td[contains(., '低效用地盘活')]"));
        browser.executeScript(
                "window.copied = null; Object.defineProperty(navigator, 'clipboard',"
                        + " {configurable: true, value: {writeText: (text) => { window.copied = text; return Promise.resolve(); }}})");
        page.see(By.xpath("//div[contains(@class,'table-tools')]//button[.='复制']"))
                .click();
        until(driver -> browser.executeScript("return window.copied") != null);
        String copied = (String) browser.executeScript("return window.copied");
        assertThat(copied.lines().filter(line -> line.startsWith("12\t")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\t≥ 6,000 亩 · 每年 2,000 亩\t", "\t2026 年第 2 季度\t520\t", "亩", "季度")
                        .containsAnyOf("绿（", "黄（", "红（", "灰（"));
        click("填报本期");
        page.see(By.cssSelector(".plan-entry"));
        browser.executeScript(
                "const field = document.querySelector('[data-line][aria-label^=\"1 \"]');"
                        + "const data = new DataTransfer(); data.setData('text/plain', arguments[0].replaceAll('推进中', '已完成'));"
                        + "field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));",
                copied.replaceAll("(?m)^12\t(.*)\t520\t", "12\t$1\t521\t"));
        assertThat(value("12 ")).isEqualTo("521");
        assertThat(value("15 ")).isEqualTo("done");
        // Figures of other periods are none of this one.
        assertThat(value("7 ")).isEmpty();
        page.see(By.xpath("//p[@role='alert' and contains(., '7 20')]"));
    }

    private static void until(ExpectedCondition<?> condition) {
        new WebDriverWait(browser, Duration.ofSeconds(30)).until(condition);
    }

    private static String value(String label) {
        return (String) browser.executeScript(
                "return document.querySelector('[data-line][aria-label^=\"" + label + "\"]').value");
    }

    private static void typeAt(String label, String text) {
        WebElement field = page.see(By.cssSelector("[data-line][aria-label^=\"" + label + "\"]"));
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    private static void department(String name) {
        page.see(By.xpath("//div[@class='plan-entry-head']//option[.='" + name + "']"))
                .click();
    }

    private static void source(String text) {
        page.see(By.cssSelector(".plan-entry [name=source]")).sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    @Test
    void a_source_is_of_the_department_under_which_it_was_typed_and_a_bad_value_is_said_at_its_row()
            throws IOException {
        page.window(DESK, 900);
        signIn("wang.fang", BOARD.replace("2026-Q3", "2025-Q4"));
        page.see(By.xpath("//td[contains(., '低效用地盘活')]"));
        click("填报本期");
        Plan plan = CONSOLE.console()
                .sources()
                .planning()
                .plans()
                .plan(SamplePlans.NOW)
                .orElseThrow();
        String first = plan.target("2.1").orElseThrow().department().zh();
        String second = plan.target("12").orElseThrow().department().zh();
        assertThat(first).isNotEqualTo(second);
        department(first);
        source("甲局报表");
        typeAt("2.1 ", "250");
        page.see(By.xpath("//li[contains(., '2.1')]//*[contains(@class,'problem') and contains(., '不得大于 100')]"));
        page.screenshot(SCREENS.resolve("plan-entry-fault.png"));
        department(second);
        source("乙局报表");
        typeAt("12 ", "１，０５０");
        click("保存 2 项");
        // The row was hidden by the choice of a department: it is shown, and has the focus.
        page.see(By.xpath("//p[contains(@class,'problem') and contains(., '2.1')]"));
        assertThat(browser.switchTo().activeElement().getAttribute("aria-label"))
                .startsWith("2.1 ");
        department(first);
        typeAt("2.1 ", "66.5%");
        click("保存 2 项");
        page.see(By.xpath("//p[contains(@class,'done')]"));
        assertThat(CONSOLE.console().sources().planning().plans().statements(SamplePlans.NOW))
                .filteredOn(s -> s.period().code().equals("2025-Q4"))
                .extracting(Statement::target, Statement::source, s -> s.value()
                        .stripTrailingZeros()
                        .toPlainString())
                .containsExactlyInAnyOrder(tuple("2.1", "甲局报表", "66.5"), tuple("12", "乙局报表", "1050"));
        // What was saved before says nothing of what is typed next.
        typeAt("2.1 ", "67");
        until(ExpectedConditions.numberOfElementsToBe(By.xpath("//p[contains(@class,'done')]"), 0));
        page.see(By.xpath("//li[contains(., '2.1')]//*[contains(., '已存来源：甲局报表')]"));
    }

    @Test
    void what_is_typed_and_not_saved_is_asked_about_before_it_goes() {
        page.window(DESK, 900);
        signIn("wang.fang", BOARD);
        page.see(By.xpath("//td[contains(., '低效用地盘活')]"));
        click("填报本期");
        typeAt("16 ", "4");
        browser.executeScript("setTimeout(() => (location.hash = '#/parks'), 0)");
        until(ExpectedConditions.alertIsPresent());
        browser.switchTo().alert().dismiss();
        assertThat(value("16 ")).isEqualTo("4");
        assertThat(browser.getCurrentUrl()).contains("/plans/");
        browser.executeScript("setTimeout(() => (location.hash = '#/parks'), 0)");
        until(ExpectedConditions.alertIsPresent());
        browser.switchTo().alert().accept();
        page.see(By.xpath("//h1[contains(., '园区')]"));
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
        // A list is counted by hand: each attribute that its rule read, with its threshold.
        page.window(DESK, 1800);
        page.see(By.xpath("//tr[contains(., 'not listed because') and contains(., 'at least B')]"));
        page.screenshot(SCREENS.resolve("plan-target-list.png"));
        browser.get(CONSOLE.console().url("/#/plans/" + SamplePlans.NOW + "?period=2026-Q3&lang=en"));
        page.see(By.xpath("//th[contains(., 'Total so far')]"));
        page.screenshot(SCREENS.resolve("plan-board-english.png"));
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
