package io.greenpark.dashboards.console;

import static io.greenpark.dashboards.fixture.PeoplesBrowser.DESK;
import static io.greenpark.dashboards.fixture.PeoplesBrowser.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.BookedCases;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.PeoplesBrowser;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Rules are read and changed, and read at a case by the enterprise, in Debian's Chromium. */
class AlertRulesIT {

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
        PeoplesBrowser.account(
                console, "zhang.wei", new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("xinghua-brick"))));
        BookedCases.raise(console, "x-1", "LIMIT_EXCEEDED", "xinghua-brick.stack-1.nox", "xinghua-brick");
        BookedCases.cite(console, "x-1");
        page = Browser.open(profile);
        people = new PeoplesBrowser(console, page);
    }

    @AfterAll
    static void close() throws Exception {
        page.close();
        console.close();
    }

    @Test
    void an_officer_reads_the_rules_changes_one_and_sees_its_versions() throws Exception {
        people.signIn("li.na", "/alert-rules", DESK);
        page.seeText("limit-exceeded-2");
        page.seeText("依据目录");
        people.fine("rules");
        page.driver().get(console.url("/#/alert-rules?about=enterprise&id=xinghua-brick"));
        page.seeText("power-while-stopped");
        people.fine("rules-effective");
        people.press("新建规则");
        page.see(By.name("reason"));
        people.fine("rules-add");
        people.press("取消");
        people.press("登记依据");
        page.see(By.name("id")).sendKeys("jh-2027-1");
        page.driver().findElement(By.name("documentZh")).sendKeys("金环〔2027〕1 号");
        page.driver().findElement(By.name("textZh")).sendKeys("在线监测数据按小时均值判断");
        page.driver().findElement(By.name("reason")).sendKeys("新文件");
        people.fine("basis-add");
        people.press("发布新版本");
        page.seeText("金环〔2027〕1 号");
        page.driver().get(console.url("/#/alert-rules/limit-exceeded"));
        page.seeText("随平台设置");
        people.press("修改规则");
        WebElement raiseAfter = page.see(By.xpath("//label[contains(., '连续达到后触发')]//input"));
        raiseAfter.clear();
        raiseAfter.sendKeys("0");
        page.driver().findElement(By.name("reason")).sendKeys("市局 31 号文");
        people.press("发布新版本");
        page.seeText("1 至 100");
        assertThat(page.complaints()).allMatch(each -> each.contains("400"));
        people.fine("rule-refused");
        raiseAfter.clear();
        raiseAfter.sendKeys("2");
        people.press("发布新版本");
        page.seeText("市局 31 号文");
        page.seeText("触发预警 0 起");
        people.fine("rule");
        page.begin(console.url(""), "en");
        page.driver().get(console.url("/#/alert-rules/limit-exceeded"));
        page.seeText("As the settings say");
        people.fine("rule-en");
    }

    @Test
    void an_enterprise_reads_at_its_case_by_what_it_was_judged() throws Exception {
        people.signIn("zhang.wei", "/cases/x-1", PHONE);
        page.seeText("判断规则");
        page.seeText("浙江省大气污染防治条例");
        people.fine("case-judged-by");
    }

    @Test
    void what_a_case_explains_is_folded_beneath_it_and_told_on_both_pages() throws Exception {
        BookedCases.raise(console, "x-2", "LIMIT_WARNING", "xinghua-brick.stack-1.so2", "xinghua-brick");
        BookedCases.raise(console, "x-3", "DEVICE_SILENT", "xinghua-brick.stack-1", "xinghua-brick");
        explained("x-2", "limit-exceeded", "x-1");
        explained("x-3", "enterprise-stopped", null);
        people.signIn("li.na", "/cases", DESK);
        page.seeText("其下 1 件");
        page.seeText("由“企业停产（含责令停产）、关停或搬迁”说明");
        people.fine("cases-explained");
        page.driver().get(console.url("/#/cases/x-1"));
        page.seeText("由本预警说明");
        people.fine("case-explains");
        page.driver().get(console.url("/#/cases/x-2"));
        page.seeText("不单独通知");
        people.fine("case-explained");
        people.signIn("zhang.wei", "/cases/x-3", PHONE);
        page.seeText("企业停产");
        assertThat(page.complaints()).isEmpty();
    }

    private static void explained(String id, String explaining, @Nullable String by) {
        console.sources().books().write(tx -> tx.handle()
                .execute(
                        "INSERT INTO alert_explained (case_id, from_ms, explaining, by_case, version) VALUES (?, ?, ?, ?, 0)",
                        id,
                        SampleConsole.CLOCK.millis(),
                        explaining,
                        by));
    }
}
