package io.greenpark.dashboards.console;

import static io.greenpark.dashboards.fixture.PeoplesBrowser.DESK;
import static io.greenpark.dashboards.fixture.PeoplesBrowser.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.BookedCases;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.PeoplesBrowser;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** What one officer changes another one approves, and a leader reads Monday's page, in Debian's Chromium. */
class TwoPersonsIT {

    @TempDir
    static Path dir;

    @TempDir
    static Path profile;

    private static SampleConsole console;
    private static Browser page;
    private static PeoplesBrowser people;

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.over(
                dir,
                SampleDistrict.registry(),
                (all, scope) -> BookedCases.in(all).within(scope),
                Set.of(ReviewedMatter.values()));
        PeoplesBrowser.account(console, "li.na", Grant.everywhere(Role.OFFICER));
        PeoplesBrowser.account(console, "wang.fang", Grant.everywhere(Role.OFFICER));
        PeoplesBrowser.account(console, "chen.ming", Grant.everywhere(Role.LEADER));
        page = Browser.open(profile);
        people = new PeoplesBrowser(console, page);
    }

    @AfterAll
    static void close() throws Exception {
        page.close();
        console.close();
    }

    /** The same in English. */
    private static void english(String path, String name) throws IOException {
        page.visit(console.url(""), path, "en");
        page.see(By.cssSelector("main table"));
        people.fine(name);
        page.visit(console.url(""), path, "zh");
        page.see(By.cssSelector("main table"));
    }

    @Test
    void a_plan_and_a_term_in_working_days_wait_for_somebody_else_who_sees_what_changes() throws Exception {
        people.signIn("li.na", "/case-procedures", DESK);
        people.press("修改规程");
        WebElement term = page.see(By.cssSelector("input[aria-label='其他单位超标: 反馈']"));
        term.clear();
        term.sendKeys("2");
        new Select(page.see(By.cssSelector("select[aria-label='其他单位超标: 反馈: 单位']"))).selectByValue("working-days");
        page.see(By.name("reason")).sendKeys("市局 2026 年 12 号文");
        people.fine("two-procedures-edited");
        people.press("提交新版本");
        page.seeText("提交的一项变更涉及此处，待复核，尚未生效");
        page.seeText("第 1 版");
        people.fine("two-procedures-wait");

        people.signIn("li.na", "/notice-plan", DESK);
        people.press("修改推送规则");
        WebElement cap = page.see(By.name("caps.office"));
        cap.clear();
        cap.sendKeys("5\t");
        page.see(By.name("reason")).sendKeys("减少即时推送");
        people.fine("two-plan-edited");
        people.press("提交新版本");
        page.seeText("提交的一项变更涉及此处，待复核，尚未生效");

        people.signIn("wang.fang", "/reviews", DESK);
        page.seeText("推送规则");
        people.fine("two-reviews");
        page.driver().get(console.url("/#/reviews/1"));
        page.seeText("工作日");
        people.fine("two-review-procedures");
        english("/reviews/1", "two-review-procedures-en");
        page.driver().get(console.url("/#/reviews/2"));
        page.seeText("每日上限");
        people.fine("two-review-plan");
        people.choose("verdict", "approved");
        page.see(By.name("comment")).sendKeys("已核对");
        people.press("复核");
        page.seeText("已批准");
        page.driver().get(console.url("/#/notice-plan"));
        page.seeText("减少即时推送");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void rules_what_explains_what_and_templates_wait_for_somebody_else() throws Exception {
        people.signIn("li.na", "/alert-rules", DESK);
        page.seeText("企业停产（含责令停产）、关停或搬迁");
        people.press("修改说明关系");
        people.press("增加一项");
        page.see(By.name("reason")).sendKeys("停产企业数据不变不单独通知");
        people.fine("two-dependencies-edited");
        people.press("发布新版本");
        page.seeText("提交的一项变更涉及此处，待复核，尚未生效");
        people.fine("two-dependencies-wait");
        page.driver().get(console.url("/#/alert-rules/limit-exceeded"));
        people.press("修改规则");
        WebElement raiseAfter = page.see(By.xpath("//label[contains(., '连续达到后触发')]//input"));
        raiseAfter.clear();
        raiseAfter.sendKeys("2");
        page.see(By.name("reason")).sendKeys("市局 31 号文");
        people.fine("two-rule-edited");
        people.press("发布新版本");
        page.seeText("提交的一项变更涉及此处，待复核，尚未生效");
        people.fine("two-rule-waits");
        page.driver().get(console.url("/#/message-templates"));
        people.press("修改");
        page.see(By.name("reason")).sendKeys("市局 14 号文");
        people.fine("two-templates-edited");
        people.press("发布新版本");
        page.seeText("提交的一项变更涉及此处，待复核，尚未生效");
        people.fine("two-templates-wait");

        people.signIn("wang.fang", "/reviews", DESK);
        page.see(By.partialLinkText("预警规则 · limit-exceeded"));
        page.see(By.partialLinkText("消息模板"));
        people.fine("two-reviews-of-rules");
        page.see(By.xpath("//tr[.//a[contains(., '预警规则 · limit-exceeded')]]//a[1]"))
                .click();
        page.seeText("触发所需周期");
        people.fine("two-review-rule");
        people.choose("verdict", "approved");
        page.see(By.name("comment")).sendKeys("已核对");
        people.press("复核");
        page.seeText("已批准");
        page.driver().get(console.url("/#/alert-rules/limit-exceeded"));
        page.seeText("市局 31 号文");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void a_leader_reads_mondays_page_and_the_week_before_on_a_phone() throws Exception {
        people.signIn("chen.ming", "/monday", PHONE);
        page.seeText("2026-11-16 至 2026-11-22 一周");
        page.seeText("孝顺园区");
        people.fine("monday");
        english("/monday", "monday-en");
        page.window(PHONE, 900);
        WebElement before = page.see(By.partialLinkText("2026-11-16"));
        page.driver().executeScript("arguments[0].click()", before);
        page.seeText("2026-11-09 至 2026-11-15 一周");
        assertThat(page.complaints()).isEmpty();
    }
}
