package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.dashboards.fixture.SignedIn;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A dossier is saved at its case, a pack asked for, waited for and fetched, in Debian's Chromium. */
class PacksIT {
    private static final int PHONE = 390;
    private static final int DESK = 1_280;

    @RegisterExtension
    static final ConsoleInBrowser OPEN = new ConsoleInBrowser();

    private static Browser page() {
        return OPEN.page();
    }

    private static void fine(String name) throws IOException {
        assertThat(Accessibility.serious(OPEN.driver())).isEmpty();
        for (int width : new int[] {PHONE, DESK}) {
            page().window(width, 900);
            OPEN.await("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
        }
        String pictures = System.getProperty("greenpark.pictures");
        if (pictures != null) {
            page().picture(Path.of(pictures, name + "-phone.png"), PHONE);
            page().picture(Path.of(pictures, name + "-desk.png"), DESK);
        }
    }

    @Test
    void a_pack_is_asked_for_with_a_reason_and_fetched_once_it_is_made() throws Exception {
        OPEN.account("li.na", "李娜", Grant.everywhere(Role.OFFICER));
        OPEN.signInAs("li.na", SignedIn.PASSWORD, "/enterprises/xinghua-brick");
        OPEN.press(page().see(By.linkText("检查包")));
        page().seeText("兴华新型建材有限公司");
        page().see(By.name("reason")).sendKeys("现场检查前调阅");
        OPEN.press(page().see(By.cssSelector(".pack-form button.primary")));
        WebElement fetch = page().see(By.cssSelector("td a.button[href*='/content']"));
        assertThat(fetch.getText()).startsWith("下载");
        page().seeText("可下载");
        fine("packs");
        // As the browser would fetch it, with the session of whoever pressed.
        String cookie = OPEN.driver().manage().getCookies().stream()
                .map(c -> c.getName() + "=" + c.getValue())
                .reduce((a, b) -> a + "; " + b)
                .orElseThrow();
        HttpResponse<byte[]> zip = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(fetch.getAttribute("href")))
                                .header("Cookie", cookie)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(zip.statusCode()).isEqualTo(200);
        assertThat(zip.body()).startsWith('P', 'K');
    }

    @Test
    void a_dossier_is_saved_at_its_case() throws Exception {
        OPEN.show("/cases/c-1002");
        OPEN.driver()
                .executeScript("window.saved = []; const click = HTMLAnchorElement.prototype.click;"
                        + "HTMLAnchorElement.prototype.click = function () {"
                        + " if (this.download) { window.saved.push(this.download); } else { click.call(this); } };");
        OPEN.press(page().see(By.xpath("//main//button[contains(., '下载案卷')]")));
        OPEN.await("window.saved.length === 1");
        assertThat((String) OPEN.driver().executeScript("return window.saved[0]"))
                .matches("greenpark-.*\\.pdf");
        fine("dossier-button");
    }
}
