package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Viewer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.support.ui.Select;

/** Who sees to cases, whom one can tell, and who stands in, as officers work with it in Debian's Chromium. */
class NothingOwnerlessIT {
    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = new ConsoleInBrowser();

    private static Browser page;

    @BeforeAll
    static void people() {
        page = CONSOLE.page();
        SampleConsole console = CONSOLE.console();
        console.identities()
                .accounts()
                .create(
                        "li.na",
                        new Person("李娜", null, null),
                        Set.of(Grant.everywhere(Role.OFFICER)),
                        Viewer.ofAll("officer"));
        DocumentKey wang = new DocumentKey(DocumentKind.CONTACT, "enterprise:hengda-tools:Wang");
        String contact = "{\"scope\": \"enterprise\", \"subject\": \"hengda-tools\", \"name\": \"王工\","
                + " \"email\": \"wang@hengda.example\"}";
        console.sources()
                .documents()
                .edits()
                .submit(new EditRequest(
                        "officer", Source.API, "new", List.of(new Edit(wang, Verb.PUT, contact)), null, false));
        console.lookAtContacts();
    }

    private static void press(String text) {
        page.see(By.xpath("//main//button[normalize-space(.)='" + text + "']")).click();
    }

    private static void assertFineOnDeskAndPhone() {
        assertThat(Accessibility.serious(CONSOLE.driver())).isEmpty();
        Dimension desk = CONSOLE.driver().manage().window().getSize();
        CONSOLE.driver().manage().window().setSize(new Dimension(390, 844));
        CONSOLE.await("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
        CONSOLE.driver().manage().window().setSize(desk);
    }

    @Test
    void several_cases_are_taken_from_the_list_and_given_to_somebody_with_a_word() {
        CONSOLE.visit("/cases?rule=limit-exceeded");
        page.see(By.cssSelector("main tbody tr"));
        page.see(By.cssSelector(".several input[type=checkbox]")).click();
        new Select(page.see(By.cssSelector(".owner-form select"))).selectByValue("officer");
        assertFineOnDeskAndPhone();
        press("确定（2 起）");
        CONSOLE.await("!document.querySelector('.owner-form')");
        CONSOLE.visit("/cases?owner=mine");
        CONSOLE.await("document.querySelectorAll('main tbody tr').length === 2");
        CONSOLE.visit("/cases/c-1002");
        Select to = new Select(page.see(By.cssSelector(".owner-form select")));
        CONSOLE.await("[...document.querySelectorAll('.owner-form option')].some((each) => each.value === 'li.na')");
        to.selectByValue("li.na");
        page.see(By.name("word")).sendKeys("该企业由您负责");
        press("确定");
        page.seeText("承办人：李娜");
        page.seeText("该企业由您负责");
        assertFineOnDeskAndPhone();
        CONSOLE.visit("/");
        page.seeText("我承办的");
    }

    @Test
    void contacts_show_who_can_be_told_and_what_is_to_be_done() {
        CONSOLE.visit("/contacts");
        page.seeText("没有联系人");
        page.seeText("wang@hengda.example");
        assertFineOnDeskAndPhone();
        page.see(By.xpath("//main//tr[contains(., 'wang@hengda.example')]//button"))
                .click();
        press("标记地址不通");
        page.see(By.name("word")).sendKeys("退信：查无此人");
        page.see(By.cssSelector("main form.people-form button.primary")).click();
        page.seeText("已保存。");
        CONSOLE.await(
                "[...document.querySelectorAll('main tbody tr')].some((row) => row.innerText.includes('退信：查无此人'))");
        assertFineOnDeskAndPhone();
        press("确认仍有效");
        page.see(By.name("word")).sendKeys("电话核实");
        page.see(By.cssSelector("main form.people-form button.primary")).click();
        CONSOLE.await("![...document.querySelectorAll('main tbody tr')].some((row) => row.innerText.includes('退信'))");
    }

    @Test
    void the_link_of_a_letter_shows_nothing_and_asks_before_it_changes_anything() {
        CONSOLE.driver().get(CONSOLE.console().url("/#/contact?token=96d4fbf7d5c6d5b8.0.1990000000000.bm90LW91cnM"));
        page.seeText("通知是否仍由您接收");
        assertThat(CONSOLE.driver().findElement(By.tagName("body")).getText()).doesNotContain("恒达");
        assertFineOnDeskAndPhone();
        press("是，仍由我接收");
        page.seeText("此链接无效");
        assertThat(page.complaints()).allMatch(each -> each.contains("400"));
    }

    @Test
    void a_deputy_is_named_on_the_page_of_one_s_own_account() {
        CONSOLE.visit("/password");
        new Select(page.see(By.name("deputy"))).getOptions();
        CONSOLE.await(
                "[...document.querySelectorAll('select[name=deputy] option')].some((each) => each.value === 'li.na')");
        new Select(page.see(By.name("deputy"))).selectByValue("li.na");
        CONSOLE.driver()
                .executeScript("document.querySelector('input[name=from]').value = '2026-11-24';"
                        + "document.querySelector('input[name=until]').value = '2026-11-27'");
        press("指定代办人");
        page.seeText("由 李娜 为我代办");
        page.seeText("2026-11-24 – 2026-11-27");
        assertFineOnDeskAndPhone();
        press("提前结束");
        page.seeText("已提前结束");
    }
}
