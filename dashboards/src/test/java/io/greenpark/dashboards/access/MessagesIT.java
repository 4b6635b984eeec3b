package io.greenpark.dashboards.access;

import static io.greenpark.dashboards.fixture.PeoplesBrowser.DESK;
import static io.greenpark.dashboards.fixture.PeoplesBrowser.PASSWORD;
import static io.greenpark.dashboards.fixture.PeoplesBrowser.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.dashboards.fixture.BookedCases;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.PeoplesBrowser;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.store.books.Books;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A contact acknowledges by the link of a message, and an officer changes what messages say, in Debian's Chromium. */
class MessagesIT {
    private static final String CASE = "x-1";

    @TempDir
    static Path dir;

    @TempDir
    static Path profile;

    private static SampleConsole console;
    private static ToldContact contact;
    private static Browser page;
    private static PeoplesBrowser people;

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.over(dir, SampleDistrict.registry(), (all, scope) -> BookedCases.in(all)
                .within(scope));
        PeoplesBrowser.account(console, "li.na", Grant.everywhere(Role.OFFICER));
        BookedCases.raise(console, CASE, "LIMIT_EXCEEDED", "xinghua-brick.stack-1.nox", "xinghua-brick");
        Person officer = Person.with(console, "wang", Set.of(Grant.everywhere(Role.OFFICER)));
        contact = new ToldContact(console, officer, "xinghua-brick", "张伟", "zhang@xinghua.example").added();
        page = Browser.open(profile);
        people = new PeoplesBrowser(console, page);
    }

    @AfterAll
    static void close() throws Exception {
        page.close();
        console.close();
    }

    private static Books books() {
        return console.sources().books();
    }

    private static String link() {
        Instant now = SampleConsole.CLOCK.instant();
        books().write(tx -> {
            tx.handle()
                    .execute(
                            "INSERT INTO alert_outbox (id, case_id, step, channel, recipient, language, target, subject, body,"
                                    + " line, created_ms, attempts) VALUES ('m-1', ?, 1, 'mail', ?, 'zh', ?, '', '', ?, ?, 0)",
                            CASE,
                            contact.name(),
                            contact.email(),
                            "预警触发：兴华砖瓦：一号烟囱 氮氧化物小时均值超标",
                            now.toEpochMilli());
            return true;
        });
        return contact.link(CASE, now);
    }

    private static int steps() {
        return books().read(handle ->
                CaseBook.find(handle, CASE).orElseThrow().events().size());
    }

    @Test
    void only_the_button_of_the_page_acknowledges() throws Exception {
        String token = link();
        page.begin(console.url(""), "zh");
        page.driver().manage().deleteAllCookies();
        page.window(PHONE, 800);
        page.driver().get(console.url("/#/a?t=" + token));
        page.seeText("YJ-2026-0001");
        page.seeText("一号烟囱 氮氧化物小时均值超标");
        people.fine("receipt");
        assertThat(steps()).as("a program that runs scripts has seen as much").isEqualTo(1);
        page.driver().get(console.url("/#/a?lang=en&t=" + token));
        page.seeText("Opening this page does nothing");
        people.fine("receipt-en");
        page.driver().get(console.url("/#/a?lang=zh&t=" + token));
        people.press("签收");
        page.seeText("已签收：");
        people.fine("receipt-done");
        assertThat(steps()).isEqualTo(2);
        page.driver().navigate().refresh();
        page.seeText("此前已办理：");
        assertThat(steps()).isEqualTo(2);
        assertThat(books().read(handle -> CaseBook.find(handle, CASE).orElseThrow())
                        .events())
                .last()
                .extracting(CaseEvent::kind)
                .isEqualTo(CaseEvent.Kind.ACKNOWLEDGED);
        page.driver().get(console.url("/#/a?lang=zh&t=0000000000000000000000000A"));
        page.driver().navigate().refresh();
        page.seeText("此链接无效");
        people.fine("receipt-void");
        assertThat(page.complaints()).allMatch(each -> each.contains("400"));
    }

    @Test
    void an_officer_changes_what_messages_say_with_a_real_case_before_his_eyes() throws Exception {
        page.begin(console.url(""), "zh");
        page.driver().manage().deleteAllCookies();
        page.driver().executeScript("localStorage.removeItem('greenpark-session')");
        page.window(DESK, 900);
        page.driver().get(console.url("/#/message-templates"));
        page.see(By.name("userName")).sendKeys("li.na");
        page.driver().findElement(By.name("password")).sendKeys(PASSWORD);
        page.driver().findElement(By.cssSelector("button.primary")).click();
        page.see(By.cssSelector("nav.side, header.top"));
        page.driver().get(console.url("/#/message-templates"));
        page.seeText("{event}：{title}");
        people.press("显示");
        page.seeText("一号烟囱氮氧化物超标");
        people.fine("message-templates");
        people.press("修改");
        WebElement heading = page.see(By.xpath("(//section[.//h2[normalize-space(.)='汇总中的一行']]//input)[1]"));
        page.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", heading);
        heading.clear();
        heading.sendKeys("【{levle}】{title}");
        WebElement sms = page.see(
                By.xpath("(//section[.//h2[normalize-space(.)='短信']]//fieldset[contains(., '变量 what')]//input)[1]"));
        sms.sendKeys("{factor}{period}");
        people.fine("message-templates-edit");
        page.see(By.name("reason")).sendKeys("市局 14 号文");
        people.press("发布新版本");
        page.seeText("{levle}");
        people.fine("message-templates-refused");
        heading = page.see(By.xpath("(//section[.//h2[normalize-space(.)='汇总中的一行']]//input)[1]"));
        heading.clear();
        heading.sendKeys("【{level}】{title}");
        people.press("发布新版本");
        page.seeText("第 1 版");
        page.seeText("【{level}】{title}");
        page.seeText("市局 14 号文");
        page.seeText("what = {factor}{period}");
        assertThat(page.complaints()).allMatch(each -> each.contains("400"));
    }
}
