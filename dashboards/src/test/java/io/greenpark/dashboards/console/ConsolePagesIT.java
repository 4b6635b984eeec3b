package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Accessibility;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.dashboards.fixture.SampleAttachments;
import io.greenpark.dashboards.fixture.SampleObjections;
import io.greenpark.dashboards.fixture.SamplePeople;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Every page of the console, in Chinese and English, on a desk and on a phone: it shows what it is about, complains of nothing, is
 * not wider than the window, and axe-core finds nothing serious. Pictures of all of them lie in target/screenshots.
 */
class ConsolePagesIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int DESK = 1440;
    private static final int DESK_HEIGHT = 900;
    private static final int PHONE = 390;
    private static final int PHONE_HEIGHT = 844;

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("overview", "/"),
            Map.entry("district", "/district"),
            Map.entry("parks", "/parks"),
            Map.entry("park", "/parks/fucun"),
            Map.entry("enterprises", "/enterprises"),
            Map.entry("enterprise", "/enterprises/xinghua-brick"),
            Map.entry("enterprise-outlets", "/enterprises/xinghua-brick?tab=outlets"),
            Map.entry("enterprise-meters", "/enterprises/xinghua-brick?tab=meters"),
            Map.entry("enterprise-basis", "/enterprises/xinghua-brick?tab=basis&month=2026-11"),
            Map.entry("enterprise-quality", "/enterprises/xinghua-brick?tab=quality"),
            Map.entry("comparison", "/comparison?enterprises=xinghua-brick,lvyuan-food"),
            Map.entry("outlets", "/outlets"),
            Map.entry("outlet", "/outlets/xinghua-brick.stack-1"),
            Map.entry("exceedances", "/exceedances"),
            Map.entry("energy", "/energy"),
            Map.entry("point", "/points/xinghua-brick.stack-1.nox"),
            Map.entry("point-readings", "/points/xinghua-brick.stack-1.nox?tab=readings&span=7d"),
            Map.entry("point-facts", "/points/xinghua-brick.stack-1.nox?tab=facts"),
            Map.entry("point-quality", "/points/xinghua-brick.stack-1.nox?tab=quality"),
            Map.entry("cases", "/cases?state=all"),
            Map.entry("case", "/cases/c-1001"),
            Map.entry("quality", "/quality"),
            Map.entry("contacts", "/contacts"),
            Map.entry("findings", "/findings"),
            Map.entry("devices", "/devices"),
            Map.entry("device", "/devices/lvyuan-food.steam"),
            Map.entry("gateways", "/gateways"),
            Map.entry("gateway", "/gateways/gateway-fucun-1"),
            Map.entry("sheets", "/sheets?kind=devices"),
            Map.entry("dead-letters", "/dead-letters"),
            Map.entry("operations", "/operations"),
            Map.entry("inbox", "/inbox"),
            Map.entry("reports", "/reports?period=2026-Q3"),
            Map.entry("returns", "/returns?month=2026-10"),
            Map.entry("return", "/returns/lvyuan-food%3A2026-10"),
            Map.entry("plans", "/plans"),
            Map.entry("plan", "/plans/plan-now?period=2026-Q3"),
            Map.entry("plan-target", "/plan-targets/plan-now%3A19?period=2026-Q3"),
            Map.entry("year-sheets", "/year-sheets?year=2025"),
            Map.entry("year-sheet", "/year-sheets/lvyuan-food%3A2025"),
            Map.entry("objections", "/objections"),
            Map.entry("objection", "/objections/" + SampleObjections.number("lvyuan-food")),
            Map.entry("registry", "/registry"),
            Map.entry("registry-limits", "/registry?kind=limit"),
            Map.entry("registry-points", "/registry?kind=point"),
            Map.entry("document-enterprise", "/registry/enterprise%3Axinghua-brick"),
            Map.entry("document-point", "/registry/point%3Ahengda-tools.electricity"),
            Map.entry("document-coefficients", "/registry/coefficient-set%3Agbt-2589-2020"),
            Map.entry("document-new", "/registry/limit%3A"),
            Map.entry("reviews", "/reviews"),
            Map.entry("changes", "/changes"),
            Map.entry("change", "/changes/1"),
            Map.entry("accounts", "/accounts"),
            Map.entry("account", "/accounts/li.na"),
            Map.entry("account-closed", "/accounts/liu.yang"),
            Map.entry("keys", "/keys"),
            Map.entry("keys-own", "/keys?tab=own"),
            Map.entry("key-new", "/keys?add=li.na"),
            Map.entry("access-review", "/access-review?ended=true"),
            Map.entry("audit-log", "/audit-log"),
            Map.entry("reference", "/reference"),
            Map.entry("reference-operation", "/reference?operation=enterpriseEnergy"));

    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = new ConsoleInBrowser();

    private static Browser page;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws Exception {
        page = CONSOLE.page();
        browser = CONSOLE.driver();
        Files.createDirectories(PICTURES);
        SamplePeople.put(CONSOLE.console());
        SampleAttachments.ofEveryEnterprise(CONSOLE.console());
        page.begin(CONSOLE.console().url(""), "zh");
        CONSOLE.visit("/");
    }

    static Stream<String> pages() {
        return PAGES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_is_whole_in_both_languages_on_desk_and_phone(String name) throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (String language : new String[] {"zh", "en"}) {
            show(PAGES.get(name), language);
            for (int width : new int[] {DESK, PHONE}) {
                String where = name + "-" + language + "-" + width;
                look(width);
                page.picture(PICTURES.resolve(where + ".png"), width);
                all.assertThat(browser.findElement(By.tagName("h1")).getText())
                        .as(where)
                        .isNotBlank();
                all.assertThat(browser.getTitle()).as(where).contains(" · Greenpark");
                all.assertThat(browser.findElements(By.cssSelector(".state.bad, .problem")))
                        .as(where + " fails nowhere")
                        .isEmpty();
                all.assertThat(widthOfPage())
                        .as(where + " is not wider than the window")
                        .isLessThanOrEqualTo(width);
                all.assertThat(page.complaints()).as(where).isEmpty();
                if (language.equals("zh")) {
                    all.assertThat(Accessibility.serious(browser)).as(where).isEmpty();
                }
            }
        }
        all.assertAll();
    }

    /** Its last column leads to the cases. */
    @Test
    void the_ledger_of_exceedances_is_not_cut_off_on_a_desk() {
        for (String language : new String[] {"zh", "en"}) {
            show("/exceedances?span=365d", language);
            page.see(By.cssSelector(".table-scroll td"));
            assertThat(browser.executeScript("const all = document.querySelector('.table-scroll');"
                            + "return all.querySelector('table').scrollWidth - all.clientWidth"))
                    .as(language)
                    .satisfies(over -> assertThat(((Number) Objects.requireNonNull(over)).intValue())
                            .isLessThanOrEqualTo(0));
        }
    }

    @Test
    void the_figures_of_the_month_alone_can_be_chosen_in_the_list_of_enterprises() {
        show("/enterprises", "zh");
        page.see(By.cssSelector(".table-scroll td"));
        assertThat(browser.getPageSource()).contains("本月综合能耗", "本月单位增加值能耗", "本月同比");
    }

    private static void show(String path, String language) {
        page.window(DESK, DESK_HEIGHT);
        browser.get("about:blank");
        browser.get(CONSOLE.console().url("/#" + path + (path.contains("?") ? "&" : "?") + "lang=" + language));
        page.see(By.tagName("h1"));
    }

    /** Turned to another width the page shows what it has; what is asked for when the reader comes near is asked for. */
    private static void look(int width) {
        page.window(width, width == PHONE ? PHONE_HEIGHT : DESK_HEIGHT);
        CONSOLE.await("innerWidth === " + width);
        new WebDriverWait(browser, Duration.ofSeconds(30)).until(b -> {
            browser.executeScript("document.querySelectorAll('.unseen').forEach((each) => each.scrollIntoView())");
            return b.findElements(By.cssSelector(".unseen, [aria-busy='true']")).isEmpty();
        });
        browser.executeScript("scrollTo(0, 0)");
    }

    private static int widthOfPage() {
        Object width = browser.executeScript("return document.documentElement.scrollWidth");
        return ((Number) Objects.requireNonNull(width)).intValue();
    }
}
