package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.account.Identities;
import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Viewer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** The page that an invitation's link leads to, in Debian's Chromium. */
class InvitationIT {
    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = new ConsoleInBrowser();

    private static final String PASSWORD = "three calm herons";

    @Test
    void a_password_is_chosen_by_the_link_and_opening_it_changes_nothing() {
        Identities identities = CONSOLE.console().identities();
        Viewer admin = Viewer.ofAll("officer");
        UserAccount wang = identities
                .accounts()
                .create(
                        "wang.fang",
                        new Person("王芳", "wang@example.org", null),
                        Set.of(Grant.everywhere(Role.OFFICER)),
                        admin);
        String token = identities.invited().invite(wang, admin).token();
        String link = CONSOLE.console().url("/#/invitation?token=" + token);
        for (int i = 0; i < 2; i++) {
            CONSOLE.driver().get(link);
            CONSOLE.driver().navigate().refresh();
            CONSOLE.page().seeText("您受邀使用 Greenpark 智慧园区平台");
        }
        assertThat(Accessibility.serious(CONSOLE.driver())).isEmpty();
        type("newPassword", "aaaaaaaaaaaaaa");
        type("again", "aaaaaaaaaaaaaa");
        press();
        CONSOLE.page().see(By.cssSelector(".problem"));
        CONSOLE.page().complaints();
        CONSOLE.page().see(By.cssSelector("button.language")).click();
        CONSOLE.page().seeText("You are invited to Greenpark");
        type("newPassword", PASSWORD);
        type("again", PASSWORD);
        press();
        CONSOLE.page().seeText("Sign in as wang.fang");
        assertThat(CONSOLE.driver().getCurrentUrl()).doesNotContain(token);
        press();
        CONSOLE.page().see(By.name("userName")).sendKeys("wang.fang");
        type("password", PASSWORD);
        press();
        CONSOLE.page().see(By.cssSelector("header.top"));
    }

    private static void type(String field, String text) {
        CONSOLE.page().see(By.name(field)).clear();
        CONSOLE.page().see(By.name(field)).sendKeys(text);
    }

    private static void press() {
        CONSOLE.page().see(By.cssSelector("button.primary")).click();
    }
}
