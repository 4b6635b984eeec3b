package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** An officer hands credentials of a device to an integrator: told what ends, asked why, shown the passphrase once. */
class HandOutPageIT {
    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = new ConsoleInBrowser();

    private static By button(String words) {
        return By.xpath("//main//button[normalize-space(.)='" + words + "']");
    }

    @Test
    void a_passphrase_is_shown_once() throws Exception {
        CONSOLE.visit("/devices/lvyuan-food.electricity");
        Browser page = CONSOLE.page();
        page.see(button("下发新凭据…")).click();
        assertThat(page.see(By.cssSelector("main form.danger")).getText()).contains("随即失效", "1 个设备");
        page.see(By.cssSelector("main form.danger textarea[name=reason]")).sendKeys("交集成商");
        page.see(By.cssSelector("main form.danger button[type=submit]")).click();
        assertThat(page.see(By.cssSelector("main section.once")).getText())
                .containsPattern("[a-z0-9]{4}(-[a-z0-9]{4}){5}")
                .contains("7-Zip");
        Path shots = Files.createDirectories(Path.of("target", "screens"));
        page.picture(shots.resolve("hand-out.png"), 1_440);
        page.picture(shots.resolve("hand-out-phone.png"), 390);
        page.window(1_440, 900);
        assertThat(Accessibility.serious(CONSOLE.driver())).isEmpty();
        page.see(button("已记下，关闭")).click();
        page.see(button("下发新凭据…"));
        assertThat(CONSOLE.driver().findElements(By.cssSelector("main section.once")))
                .isEmpty();
    }
}
