package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.factor.Totp;
import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A second factor from the page of one's own account to the next sign-in, in Debian's Chromium. */
class SecondFactorIT {
    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = new ConsoleInBrowser();

    private static WebElement see(String css) {
        return page().see(By.cssSelector(css));
    }

    private static Browser page() {
        return CONSOLE.page();
    }

    private static void send(String form, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            see(form + " [name=" + fields[i] + "]").sendKeys(fields[i + 1]);
        }
        see(form + " button[type=submit], " + form + " button.primary").click();
    }

    private static String code(String secret, int steps) {
        BigInteger number = secret.chars()
                .mapToObj(c -> BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c)))
                .reduce(BigInteger.ONE, (all, five) -> all.shiftLeft(5).or(five));
        byte[] bytes = number.toByteArray();
        byte[] key = Arrays.copyOfRange(bytes, bytes.length - secret.length() * 5 / 8, bytes.length);
        return Totp.code(key, SampleConsole.CLOCK.instant().plusSeconds((long) steps * Totp.STEP_SECONDS));
    }

    @Test
    void one_is_set_up_used_and_removed_at_the_console() {
        String form = ".own-account > .sign-in:nth-child(2) form";
        CONSOLE.visit("/password");
        page().seeText("动态验证码");
        send(form, "password", SampleCredentials.PASSWORD);
        WebElement code = see(".qr path");
        assertThat(code.getDomAttribute("d")).startsWith("M0 0h1v1h-1z");
        String secret = see(".secret").getText().replace(" ", "");
        assertThat(Accessibility.serious(CONSOLE.driver())).isEmpty();
        send(form, "code", code(secret, -1));
        page().seeText("恢复码");
        assertThat(CONSOLE.driver().findElements(By.cssSelector(".recovery-codes li")))
                .hasSize(10);
        see(".own-account section button.primary").click();
        page().seeText("已启用，恢复码还剩 10 个");

        CONSOLE.driver().manage().deleteAllCookies();
        CONSOLE.driver().navigate().refresh();
        see("[name=userName]");
        CONSOLE.signIn(SampleCredentials.PASSWORD);
        page().seeText("此账号已启用动态验证码");
        see("[name=code]").sendKeys("000000");
        see("button.primary").click();
        page().seeText("验证码不正确或已用过");
        see("[name=code]").clear();
        see("[name=code]").sendKeys(code(secret, 0));
        see("button.primary").click();
        see("header.top");
        assertThat(page().complaints()).allMatch(said -> said.contains("401"));

        CONSOLE.visit("/password");
        see("header.top button.language").click();
        page().seeText("In use; 10 recovery codes are left");
        see(form + " [name=what][value=remove]").click();
        send(form, "password", SampleCredentials.PASSWORD, "code", code(secret, 1));
        page().seeText("The second factor is removed");
        assertThat(CONSOLE.driver().findElement(By.tagName("main")).getText()).doesNotContainPattern("\\p{IsHan}");
    }
}
