package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.config.folder.FileTree;
import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.store.document.SampleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chromium.ChromiumNetworkConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Photos, permits and contracts are added, looked at and removed in a browser, over a line that breaks, too. */
class AttachmentsIT {
    private static final String PASSWORD = "three calm herons";
    private static final String OWN = "lvyuan-food";

    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = new ConsoleInBrowser();

    @TempDir
    static Path files;

    private static Browser page;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        page = CONSOLE.page();
        browser = CONSOLE.driver();
        account("wang.fang", Grant.everywhere(Role.OFFICER));
        account("chen.yi", new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of(OWN))));
    }

    private static void account(String userName, Grant grant) {
        UserAccounts accounts = CONSOLE.console().identities().accounts();
        accounts.create(userName, new Person(userName, null, null), Set.of(grant), Viewer.ofAll("officer"));
        accounts.choose(userName, PASSWORD);
    }

    @BeforeEach
    void signedIn() {
        signIn(page, "wang.fang");
    }

    private static void signIn(Browser in, String userName) {
        SampleConsole console = CONSOLE.console();
        in.begin(console.url(""), "zh");
        in.driver().manage().deleteAllCookies();
        in.driver().executeScript("localStorage.removeItem('greenpark-session')");
        in.driver().get(console.url("/#/"));
        in.see(By.name("userName")).sendKeys(userName);
        in.driver().findElement(By.name("password")).sendKeys(PASSWORD);
        in.driver().findElement(By.cssSelector("button.primary")).click();
        in.see(By.cssSelector("nav.side, header.top"));
    }

    private static void visit(Browser in, String document) {
        in.driver().get(CONSOLE.console().url("/#/registry/" + document.replace(":", "%3A")));
        in.see(By.cssSelector("#attachments .file-picker, #attachments table, #attachments .state strong"));
    }

    /** Not below the head that stays in sight, and again where the page grew meanwhile. */
    private static void press(By by) {
        page.see(by);
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .ignoring(ElementClickInterceptedException.class, StaleElementReferenceException.class)
                .until(b -> {
                    WebElement found = b.findElement(by);
                    browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", found);
                    found.click();
                    return true;
                });
    }

    private static String file(String name, byte[] content) throws IOException {
        return Files.write(files.resolve(name), content).toString();
    }

    private static void choose(String css, String path) {
        browser.findElement(By.cssSelector(css + " input[type=file]")).sendKeys(path);
    }

    private static List<StoredDocument> of(String kind, String id) {
        return CONSOLE.console().sources().attachments().of(new DocumentOwner(kind, id));
    }

    private static String row(Browser in, String name) {
        return in.see(By.xpath("//*[@id='attachments']//tr[contains(., '" + name + "')]"))
                .getText();
    }

    @Test
    void a_photo_is_added_seen_by_others_and_removed_with_a_reason(@TempDir Path profile) throws Exception {
        visit(page, "enterprise:" + OWN);
        choose("#attachments", file("许可证.jpg", SampleFiles.jpeg("2026:11:20 16:04:09")));
        assertThat(row(page, "许可证.jpg")).contains("JPEG", "wang.fang", "2026-11-20 16:04");
        press(By.cssSelector("#attachments button[aria-label='预览 许可证.jpg']"));
        CONSOLE.await("document.querySelector('.file-preview img')?.naturalWidth === 2");
        assertThat(Accessibility.serious(browser)).isEmpty();

        try (Browser other = Browser.open(profile)) {
            signIn(other, "chen.yi");
            visit(other, "enterprise:" + OWN);
            assertThat(row(other, "许可证.jpg")).contains("wang.fang");
            assertThat(other.driver().findElements(By.cssSelector("#attachments button.ask")))
                    .as("what an enterprise added it does not take away")
                    .isEmpty();
            other.driver()
                    .findElement(By.cssSelector("#attachments input[type=file]"))
                    .sendKeys(file("营业执照.pdf", SampleFiles.pdf()));
            row(other, "营业执照.pdf");
            // The first page asks for standings, which are not for enterprises.
            assertThat(other.complaints()).allMatch(each -> each.contains("/standings"));
        } finally {
            FileTree.delete(profile);
            Files.createDirectory(profile);
        }

        visit(page, "enterprise:" + OWN);
        browser.navigate().refresh();
        row(page, "营业执照.pdf");
        press(By.xpath("//*[@id='attachments']//tr[contains(., '许可证.jpg')]//button[contains(@class, 'ask')]"));
        page.see(By.cssSelector("#attachments form.danger textarea")).sendKeys("已换发新证");
        page.see(By.cssSelector("#attachments form.danger button[type=submit]")).click();
        CONSOLE.await("!document.querySelector('#attachments table').textContent.includes('许可证.jpg')");
        assertThat(of("enterprise", OWN)).extracting(StoredDocument::name).containsExactly("营业执照.pdf");
    }

    @Test
    void a_pdf_is_shown_in_the_page_and_what_a_browser_cannot_show_is_said_to() throws Exception {
        visit(page, "outlet:" + OWN + ".water-1");
        choose("#attachments", file("permit.pdf", SampleFiles.pdf()));
        press(By.cssSelector("#attachments button[aria-label='预览 permit.pdf']"));
        page.see(By.cssSelector(".file-preview iframe"));
        assertThat(page.complaints()).isEmpty();
        choose("#attachments", file("IMG_1.heic", SampleFiles.heic("2026:11:20 16:05:00")));
        press(By.cssSelector("#attachments button[aria-label='预览 IMG_1.heic']"));
        page.seeText("此浏览器无法显示该图片，请下载后查看。");
        choose("#attachments", file("page.jpg", SampleFiles.utf8("<html><script>alert(1)</script></html>")));
        page.seeText("不接收此类文件");
        assertThat(page.complaints()).allMatch(each -> each.contains("415"));
    }

    @Test
    void an_upload_goes_on_when_the_line_is_back() throws Exception {
        byte[] photo = Arrays.copyOf(SampleFiles.jpeg("2026:11:20 16:04:09"), 4 << 20);
        visit(page, "limit:xinghua-brick.stack-1.nox.limit");
        line(false, 2_000_000);
        choose("#attachments", file("large.jpg", photo));
        CONSOLE.await("document.querySelector('.file-sendings progress')?.value > 0");
        line(true, 2_000_000);
        page.seeText("连接中断，恢复后从已保存处继续。");
        assertThat(Accessibility.serious(browser)).isEmpty();
        line(false, -1);
        assertThat(row(page, "large.jpg")).contains("4.2 MB");
        page.complaints();
        assertThat(of("limit", "xinghua-brick.stack-1.nox.limit"))
                .singleElement()
                .satisfies(kept -> assertThat(kept.bytes()).isEqualTo(photo.length));
    }

    private static void line(boolean broken, int bytesPerSecond) {
        ChromiumNetworkConditions conditions = new ChromiumNetworkConditions();
        conditions.setOffline(broken);
        conditions.setLatency(Duration.ZERO);
        conditions.setDownloadThroughput(bytesPerSecond);
        conditions.setUploadThroughput(bytesPerSecond);
        browser.setNetworkConditions(conditions);
    }

    @Test
    void the_photo_of_a_replaced_meter_belongs_to_the_point_with_the_time_of_it() throws Exception {
        String point = "hengda-tools.electricity";
        visit(page, "point:" + point);
        press(By.xpath("//main//button[.='更换表计']"));
        browser.executeScript(
                "arguments[0].value = '2026-11-22T10:30'; arguments[0].dispatchEvent(new Event('change'))",
                page.see(By.xpath("//main//label[span[starts-with(normalize-space(.), '更换时间')]]/input")));
        page.see(By.xpath("//main//label[span[starts-with(normalize-space(.), '旧表止数')]]/input"))
                .sendKeys("99120.4");
        choose(".document-form .file-picker", file("表底.jpg", SampleFiles.jpeg("2026:11:22 10:31:00")));
        page.see(By.cssSelector(".document-form .file-sendings .done"));
        assertThat(of("point", point)).isEmpty();
        press(By.xpath("//main//button[.='检查变更']"));
        page.see(By.cssSelector(".sender textarea")).sendKeys("换表单 2026-117");
        assertThat(Accessibility.serious(browser)).isEmpty();
        press(By.xpath("//main//button[.='保存']"));
        page.seeText("已生效");
        assertThat(row(page, "表底.jpg")).contains("2026-11-22 10:31");
        assertThat(of("point", point)).singleElement().satisfies(photo -> assertThat(photo.about())
                .isEqualTo(Instant.parse("2026-11-22T02:30:00Z")));
    }

    @Test
    void on_a_phone_the_camera_is_offered_and_nothing_is_wider_than_the_window() throws Exception {
        visit(page, "device:" + OWN + ".steam");
        choose("#attachments", file("steam.jpg", SampleFiles.jpeg()));
        row(page, "steam.jpg");
        page.window(390, 844);
        try {
            CONSOLE.await("innerWidth === 390");
            CONSOLE.await("document.documentElement.scrollWidth <= 390");
            assertThat(browser.findElement(By.cssSelector("#attachments .camera input"))
                            .getDomAttribute("capture"))
                    .isEqualTo("environment");
            assertThat(Accessibility.serious(browser)).isEmpty();
        } finally {
            page.window(1280, 1000);
        }
    }
}
