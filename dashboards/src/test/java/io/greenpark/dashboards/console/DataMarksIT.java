package io.greenpark.dashboards.console;

import static io.greenpark.dashboards.fixture.PeoplesBrowser.DESK;
import static io.greenpark.dashboards.fixture.PeoplesBrowser.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.marking.MarkDraft;
import io.greenpark.alerts.marking.MarkKind;
import io.greenpark.alerts.marking.MarkTarget;
import io.greenpark.dashboards.fixture.BookedCases;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.PeoplesBrowser;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.store.document.SampleFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Data are marked on a phone and decided at a desk, and what is to be done stands first on the enterprise's page, in Debian's Chromium. */
class DataMarksIT {

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
        PeoplesBrowser.account(console, "wang.fang", Grant.everywhere(Role.OFFICER));
        PeoplesBrowser.account(
                console, "zhang.wei", new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("xinghua-brick"))));
        BookedCases.raise(console, "x-1", "LIMIT_EXCEEDED", "xinghua-brick.stack-1.nox", "xinghua-brick");
        MarkDraft accepted = new MarkDraft(
                new MarkTarget(MarkTarget.Scope.OUTLET, "xinghua-brick.stack-1"),
                List.of(),
                MarkKind.CALIBRATION,
                Instant.parse("2026-11-23T01:00:00Z"),
                Instant.parse("2026-11-23T02:00:00Z"),
                "每周校准",
                List.of("file"));
        console.sources().marks().submit("BJ-20261123-ABCD2345", accepted, "zhang.wei", "zhang.wei");
        console.sources().marks().decide("BJ-20261123-ABCD2345", true, "与校准记录一致", "wang.fang", "wang.fang");
        page = Browser.open(profile);
        people = new PeoplesBrowser(console, page);
    }

    @AfterAll
    static void close() throws Exception {
        page.close();
        console.close();
    }

    private static void press(String text) {
        people.click(page.see(By.xpath("//main//*[self::button or self::a][normalize-space(.)='" + text + "']")));
    }

    private static void at(String field, String time) {
        page.driver()
                .executeScript(
                        "const field = document.querySelector('input[name=' + arguments[0] + ']');"
                                + "field.value = arguments[1]; field.dispatchEvent(new Event('change'))",
                        field,
                        time);
    }

    @Test
    void a_phone_marks_data_with_a_photo_and_an_officer_accepts_it_with_a_word() throws Exception {
        people.signIn("zhang.wei", "/", PHONE);
        page.seeText("今日要办");
        page.seeText("剩余");
        people.fine("own-desk");
        press("标记数据");
        page.see(By.cssSelector(".mark-form"));
        people.choose("kind", "calibration");
        page.seeText("不作超标判定依据");
        at("from", "2026-11-23T19:30");
        at("to", "2026-11-23T20:10");
        page.see(By.name("reason")).sendKeys("更换滤芯后校准");
        press("提交标记");
        page.seeText("请");
        Path photo = Files.write(dir.resolve("record.png"), SampleFiles.png());
        page.driver().findElement(By.cssSelector(".mark-form input[type=file]")).sendKeys(photo.toString());
        page.seeText("已上传");
        people.fine("mark-form");
        press("提交标记");
        page.seeText("待审核");
        page.see(By.cssSelector(".step-files img"));
        people.fine("mark-sent");
        String id = page.driver().getCurrentUrl().replaceAll(".*/marks/|[?].*", "");

        people.signIn("wang.fang", "/marks?state=submitted", DESK);
        page.seeText("自动监测设备校准校验");
        people.fine("marks");
        page.driver().get(console.url("/#/marks/" + id));
        page.see(By.cssSelector(".step-files img"));
        page.see(By.cssSelector(".case-acts textarea")).sendKeys("与校准记录一致");
        people.fine("mark-decide");
        press("采信");
        page.seeText("已采信");
        people.fine("mark-accepted");
        page.driver().get(console.url("/#/cases/x-1"));
        page.seeText("自动监测设备校准校验");
        people.fine("marked-case");
        page.driver().get(console.url("/#/points/xinghua-brick.stack-1.nox"));
        page.seeText("自动监测设备校准校验");
        people.fine("marked-point");
        page.visit(console.url(""), "/marks", "en");
        page.seeText("Calibration of the monitoring device");
        people.fine("marks-en");
        page.driver().get(console.url("/#/marks/" + id));
        page.seeText("Accepted");
        people.fine("mark-en");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void the_answer_to_a_case_is_one_press_from_where_the_enterprise_begins() throws Exception {
        people.signIn("zhang.wei", "/", PHONE);
        page.seeText("今日要办");
        press("反馈");
        page.see(By.cssSelector(".act-form"));
        assertThat(page.driver().findElements(By.cssSelector(".act-form input[type=file][capture]")))
                .hasSize(1);
        people.fine("own-answer");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void an_officer_of_the_whole_district_changes_the_rules_and_says_why() throws Exception {
        people.signIn("wang.fang", "/marking-rules", DESK);
        page.seeText("依据待核");
        people.fine("marking-rules");
        press("修改规则");
        press("增加一条规则");
        people.fine("marking-rules-edit");
        page.see(By.name("reason")).sendKeys("市局 12 号文");
        press("保存为新版本");
        page.seeText("rules[2].name.zh");
        people.click(page.see(By.xpath("(//main//button[normalize-space(.)='删除此规则'])[last()]")));
        press("保存为新版本");
        page.seeText("市局 12 号文");
        page.visit(console.url(""), "/marking-rules", "en");
        page.seeText("source unchecked");
        people.fine("marking-rules-en");
        assertThat(page.complaints()).allMatch(each -> each.contains("400"));
    }
}
