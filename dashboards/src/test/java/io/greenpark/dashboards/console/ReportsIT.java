package io.greenpark.dashboards.console;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** A report is chosen and read on its page: by leaders of the district, by people of an enterprise of theirs alone. */
class ReportsIT {
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
        PeoplesBrowser.account(console, "chen.ming", Grant.everywhere(Role.LEADER));
        PeoplesBrowser.account(
                console, "zhang.wei", new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("xinghua-brick"))));
        BookedCases.raise(console, "x-1", "LIMIT_EXCEEDED", "xinghua-brick.stack-1.nox", "xinghua-brick");
        page = Browser.open(profile);
        people = new PeoplesBrowser(console, page);
    }

    @AfterAll
    static void close() throws Exception {
        page.close();
        console.close();
    }

    private static Select of() {
        return new Select(page.see(By.cssSelector("select[aria-label='报告对象']")));
    }

    private static void title(String title) {
        page.see(By.xpath("//h1[contains(., '" + title + "')]"));
    }

    @Test
    void a_leader_reads_the_district_and_then_a_quarter_of_a_park() throws Exception {
        people.signIn("chen.ming", "/reports", PeoplesBrowser.DESK);
        title("金东区 环境与能源月报");
        page.seeText("未关账，数据可能变动");
        page.seeText("方法与来源");
        people.fine("reports-district");
        of().selectByValue("park:xiaoshun");
        title("孝顺园区 环境与能源月报");
        new Select(page.see(By.cssSelector("select[aria-label='报告期']"))).selectByValue("2026-Q3");
        title("孝顺园区 环境与能源季报");
        assertThat(page.driver().getCurrentUrl()).contains("of=park%3Axiaoshun").contains("period=2026-Q3");
        people.fine("reports-park");
        page.visit(console.url(""), "/reports?of=park:xiaoshun&period=2026-Q3", "en");
        title("Quarterly report on energy and environment");
        people.fine("reports-park-en");
        page.visit(console.url(""), "/reports", "zh");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void people_of_an_enterprise_read_theirs_on_a_phone_and_have_no_other_to_choose() throws Exception {
        people.signIn("zhang.wei", "/reports?period=2026-11", PeoplesBrowser.PHONE);
        title("兴华新型建材有限公司 环境与能源月报");
        page.seeText("期内，数据未全");
        assertThat(of().getOptions()).hasSize(1);
        people.fine("reports-enterprise");
        assertThat(page.complaints()).isEmpty();
    }
}
