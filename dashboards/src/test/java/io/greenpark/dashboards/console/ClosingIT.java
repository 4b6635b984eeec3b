package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.park.registry.ReviewRequest.Verdict;
import io.greenpark.park.registry.Reviews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;

/** An officer closes a month by its checklist, sees what came in since, and asks for it to be reopened. */
class ClosingIT {
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final Path SCREENS = Path.of("target/screens");

    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = ConsoleInBrowser.reviewing();

    private static Browser page;

    @BeforeAll
    static void open() throws IOException {
        page = CONSOLE.page();
        Files.createDirectories(SCREENS);
    }

    private static void shot(String name, int width) throws IOException {
        CONSOLE.driver().manage().window().setSize(new Dimension(width, 1000));
        Files.write(
                SCREENS.resolve("closing-" + name + "-" + width + ".png"),
                CONSOLE.driver().getScreenshotAs(OutputType.BYTES));
        Number over = (Number) CONSOLE.driver()
                .executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(over.intValue()).as(name + " at " + width).isLessThanOrEqualTo(0);
        assertThat(Accessibility.serious(CONSOLE.driver())).as(name).isEmpty();
    }

    private static void shots(String name) throws IOException {
        shot(name, PHONE);
        shot(name, DESK);
    }

    private static void see(String text) {
        page.see(By.xpath("//main//*[contains(normalize-space(.), '" + text + "')]"));
    }

    @Test
    void it_speaks_english() throws Exception {
        page.begin(CONSOLE.console().url(""), "en");
        CONSOLE.visit("/closings?month=2026-08");
        see("Close a month everywhere");
        shots("list-en");
        CONSOLE.visit("/closings/xiaoshun%3A2026-08");
        see("Before it is closed");
        shots("checklist-en");
        page.see(By.cssSelector("main textarea[name=reason]")).sendKeys("the meters were replaced");
        page.see(By.xpath("//main//button[normalize-space(.)='Close the month']"))
                .click();
        see("Every time it was closed");
        shots("closed-en");
    }

    @Test
    void a_month_is_closed_changes_and_is_asked_to_be_reopened() throws Exception {
        CONSOLE.visit("/closings");
        see("未关账");
        shots("list");
        CONSOLE.visit("/closings/fucun%3A2026-09");
        see("关账核对清单");
        shots("checklist");
        page.see(By.cssSelector("main textarea[name=reason]")).sendKeys("表计维修中，数据已与企业核对");
        page.see(By.xpath("//main//button[normalize-space(.)='关账']")).click();
        see("历次关账");
        assertThat(CONSOLE.console().registry().service().current().closing("fucun", SEPTEMBER))
                .isPresent();

        // As a reading that came late leaves it.
        CONSOLE.console().sources().books().write(tx -> tx.handle()
                .execute("UPDATE closed_figure SET document = replace(document, '\"tce\":\"', '\"tce\":\"1')"
                        + " WHERE subject IN ('hengda-tools', 'fucun')"));
        CONSOLE.visit("/closings/fucun%3A2026-09");
        see("结账后有变化");
        shots("closed");
        CONSOLE.visit("/closing-differences?park=fucun");
        see("综合能耗");
        shots("differences");
        CONSOLE.visit("/?month=2026-09");
        see("结账后有变化");
        shots("overview");
        CONSOLE.visit("/parks/fucun");
        see("傅村园区");
        shots("park");
        CONSOLE.visit("/enterprises/hengda-tools");
        see("恒达");
        shots("enterprise");

        CONSOLE.visit("/closings/fucun%3A2026-09");
        page.see(By.cssSelector("main textarea[name=reason]")).sendKeys("企业补报九月电费单");
        page.see(By.xpath("//main//button[normalize-space(.)='申请反关账']")).click();
        see("待他人复核");
        shots("asked");
        assertThat(CONSOLE.console().registry().service().current().closing("fucun", SEPTEMBER))
                .isPresent();
        Reviews reviews = CONSOLE.console().registry().service().reviews();
        assertThat(reviews.decide(1, Verdict.APPROVED, "wang", "wang", "seen").outcome())
                .isEqualTo(Reviews.Outcome.DONE);
        CONSOLE.visit("/closings/fucun%3A2026-09");
        see("关账核对清单");
        see("第 1 版");
    }
}
