package io.greenpark.dashboards.console;

import static io.greenpark.dashboards.fixture.PeoplesBrowser.DESK;
import static io.greenpark.dashboards.fixture.PeoplesBrowser.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.notice.NoticePlan;
import io.greenpark.alerts.notice.NoticePlanKind;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.alerts.policy.PolicyVersion;
import io.greenpark.dashboards.fixture.BookedCases;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.PeoplesBrowser;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.store.books.Books;
import io.greenpark.store.document.SampleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chromium.ChromiumNetworkConditions;

/** A case is answered on a phone, verified by one officer and closed by another one, in Debian's Chromium. */
class HandlingIT {
    private static final String CASE = "x-1";

    @TempDir
    static Path dir;

    @TempDir
    static Path profile;

    private static SampleConsole console;
    private static Browser page;
    private static PeoplesBrowser people;

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.over(dir, SampleDistrict.registry(), (all, scope) -> BookedCases.in(all)
                .within(scope));
        PeoplesBrowser.account(console, "li.na", Grant.everywhere(Role.OFFICER));
        PeoplesBrowser.account(console, "wang.fang", Grant.everywhere(Role.OFFICER));
        PeoplesBrowser.account(
                console, "zhang.wei", new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("xinghua-brick"))));
        BookedCases.raise(console, "x-0", "LIMIT_EXCEEDED", "xinghua-brick.stack-1.so2", "xinghua-brick");
        BookedCases.raise(console, CASE, "LIMIT_EXCEEDED", "xinghua-brick.stack-1.nox", "xinghua-brick");
        BookedCases.raise(console, "x-2", "LIMIT_WARNING", "gas-turbine.stack-1.nox", "gas-turbine");
        page = Browser.open(profile);
        people = new PeoplesBrowser(console, page);
    }

    @AfterAll
    static void close() throws Exception {
        page.close();
        console.close();
    }

    private static void line(boolean there) {
        ChromiumNetworkConditions conditions = new ChromiumNetworkConditions();
        conditions.setOffline(!there);
        conditions.setLatency(Duration.ZERO);
        conditions.setDownloadThroughput(-1);
        conditions.setUploadThroughput(-1);
        page.driver().setNetworkConditions(conditions);
    }

    @Test
    void a_phone_answers_with_a_photo_one_officer_verifies_and_another_one_closes() throws Exception {
        people.signIn("zhang.wei", "/cases/" + CASE, PHONE);
        people.press("反馈");
        people.choose("cause", "treatment");
        page.see(By.name("measures")).sendKeys("加药泵故障，已更换备用泵，出口浓度正在下降");
        page.see(By.name("responsible")).sendKeys("张伟");
        Path photo = Files.write(dir.resolve("pump.png"), SampleFiles.png());
        page.driver().findElement(By.cssSelector(".act-form input[type=file]")).sendKeys(photo.toString());
        page.seeText("已上传");
        people.fine("answer");
        line(false);
        people.press("提交反馈");
        page.see(By.cssSelector(".act-form .problem"));
        line(true);
        assertThat(page.complaints()).allMatch(each -> each.contains("ERR_INTERNET_DISCONNECTED"));
        assertThat(page.see(By.name("measures")).getDomProperty("value")).contains("加药泵");
        people.press("提交反馈");
        page.seeText("已反馈");
        page.see(By.cssSelector(".step-files img"));
        people.fine("answered");

        people.signIn("li.na", "/cases?state=all&over=false", DESK);
        page.seeText("YJ-2026-0002");
        people.fine("worklist");
        page.driver().get(console.url("/#/cases/" + CASE));
        page.see(By.cssSelector(".step-files img"));
        people.press("核查");
        people.choose("site", "on-site");
        people.choose("visitReason", "complaint");
        page.see(By.name("approvedBy")).sendKeys("陈局长");
        page.driver()
                .executeScript("const field = document.querySelector('input[name=approvedAt]');"
                        + "field.value = '2026-11-23T19:30'; field.dispatchEvent(new Event('input'))");
        people.choose("confirmed", "true");
        page.see(By.name("finding")).sendKeys("与企业反馈一致");
        people.fine("verify");
        people.press("提交核查");
        page.seeText("已核查");
        page.seeText("监测数据尚未恢复");

        BookedCases.clear(console, CASE);
        page.driver().navigate().refresh();
        page.seeText("不得为同一人");
        people.fine("verified");

        people.signIn("wang.fang", "/cases/" + CASE, DESK);
        people.press("销号");
        page.see(By.name("reason")).sendKeys("数据恢复，措施到位");
        people.press("提交销号");
        page.seeText("已销号");
        people.fine("closed");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void an_officer_of_the_whole_district_changes_a_term_and_says_why() throws Exception {
        people.signIn("li.na", "/case-procedures", DESK);
        page.seeText("重点排污单位超标");
        people.fine("procedures");
        people.press("修改规程");
        WebElement term = page.see(By.cssSelector("input[aria-label='其他单位超标: 反馈']"));
        term.clear();
        term.sendKeys("24");
        page.see(By.name("reason")).sendKeys("市局 2026 年 12 号文");
        people.fine("procedures-edited");
        people.press("提交新版本");
        page.seeText("市局 2026 年 12 号文");
        page.seeText("第 2 版");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void an_officer_enters_a_maintenance_window_from_the_page_of_an_outlet_and_ends_it() throws Exception {
        people.signIn("li.na", "/outlets/gas-turbine.stack-1", DESK);
        WebElement enter = page.see(By.linkText("登记静默或维护窗口"));
        page.driver().executeScript("arguments[0].click()", enter);
        page.see(By.cssSelector(".mute-form"));
        assertThat(page.see(By.name("target")).getDomProperty("value")).isEqualTo("gas-turbine.stack-1");
        people.press("8 小时");
        page.see(By.cssSelector(".mute-form input[value=limit-warning]")).click();
        page.see(By.name("reason")).sendKeys("更换分析仪，企业已书面报备");
        people.fine("mute-form");
        people.press("登记");
        page.seeText("更换分析仪，企业已书面报备");
        people.fine("mutes");
        page.driver().get(console.url("/#/outlets/gas-turbine.stack-1"));
        page.seeText("维护窗口至 2026-11-24 04:40，期间不推送");
        people.fine("muted-outlet");
        page.driver().get(console.url("/#/cases/x-2"));
        page.seeText("维护窗口期间，未推送");
        people.fine("muted-case");
        page.driver().get(console.url("/#/mutes"));
        WebElement end = page.see(By.xpath("//main//tr[contains(., '更换分析仪')]//button[normalize-space(.)='提前结束']"));
        page.driver().executeScript("arguments[0].click()", end);
        people.fine("mute-ending");
        english("/mutes", "mutes-en");
        end = page.see(By.xpath("//main//tr[contains(., '更换分析仪')]//button[normalize-space(.)='提前结束']"));
        page.driver().executeScript("arguments[0].click()", end);
        people.press("确定结束");
        page.seeText("已提前结束");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void an_officer_of_the_whole_district_changes_who_is_told_when_and_sees_the_version() throws Exception {
        people.signIn("li.na", "/notice-plan", DESK);
        page.seeText("持续 2 小时、达到 2 倍限值、2 小时未反馈或达到红色预警时，立即");
        people.fine("notice-plan");
        english("/notice-plan", "notice-plan-en");
        people.press("修改推送规则");
        page.driver().executeScript("document.querySelector('details.plan-rule').open = true");
        people.fine("notice-plan-edit");
        WebElement length = page.see(By.cssSelector("input[aria-label='废气小时均值超标, 管理部门: 持续时间']"));
        length.clear();
        length.sendKeys("soon\t");
        page.see(By.name("reason")).sendKeys("市局 2026 年 12 号文");
        people.press("提交新版本");
        page.seeText("rules[0].office.climbs[0].runningFor");
        people.fine("notice-plan-refused");
        length = page.see(By.cssSelector("input[aria-label='废气小时均值超标, 管理部门: 持续时间']"));
        length.clear();
        length.sendKeys("3h\t");
        assertThat(page.see(By.name("reason")).getDomProperty("value")).contains("12 号文");
        changedMeanwhile("wang.fang");
        people.press("提交新版本");
        page.seeText("推送规则已是第 1 版");
        people.fine("notice-plan-overtaken");
        people.press("保留本人修改，以最新版本为基础继续");
        people.press("提交新版本");
        page.seeText("持续 3 小时、达到 2 倍限值");
        page.seeText("第 2 版");
        page.seeText("市局 2026 年 12 号文");
        page.seeText("年度核对");
        assertThat(page.complaints()).allMatch(each -> each.contains("400") || each.contains("409"));
    }

    /** Somebody else puts the same plan in force anew. */
    private static void changedMeanwhile(String by) {
        Books books = console.sources().books();
        Policies<NoticePlan> plans = new Policies<>(new NoticePlanKind());
        PolicyVersion<NoticePlan> now = books.read(plans::newest);
        assertThat(plans.change(books, SampleConsole.CLOCK, now.document(), now.version(), by, "年度核对"))
                .isPresent();
    }

    /** The same in English. */
    private static void english(String path, String name) throws IOException {
        page.visit(console.url(""), path, "en");
        page.see(By.cssSelector("main table"));
        people.fine(name);
        page.visit(console.url(""), path, "zh");
        page.see(By.cssSelector("main table"));
    }
}
