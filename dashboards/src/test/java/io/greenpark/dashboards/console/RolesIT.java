package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditDraft;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.ConsoleInBrowser;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * What the console offers somebody of a role is answered to that role: every page of the navigation, and one of each kind of pages that lead
 * on from there, in Chinese and English, on a desk and on a phone.
 */
class RolesIT {
    private static final String PASSWORD = "three calm herons";
    private static final Path TEXTS = Path.of("..", "console", "src", "main", "web", "text", "zh.json");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** Titles that are names or ids of people, documents or devices, which are as they are in any language. */
    private static final Pattern NAMED = Pattern.compile("/(accounts|registry|unknown-devices)/.*");

    private static final int DESK = 1_440;
    private static final int PHONE = 390;
    /** Panels that are loaded when they are seen are seen. */
    private static final int ALL_OF_IT = 8_000;

    /** Counts what is asked for and not yet answered, and keeps what was refused. */
    private static final String ASKED =
            "window.asking = 0; window.refused = []; const ask = window.fetch; window.fetch = async (what, ...more) => {"
                    + "window.asking++; try { const answer = await ask(what, ...more);"
                    + "if (answer.status >= 400) { window.refused.push(`${answer.status} ${what}`); } return answer;"
                    + "} finally { setTimeout(() => window.asking--, 0); } };";

    private static final String LOADED =
            "window.asking === 0 && document.querySelector('main h1, main .state') !== null"
                    + " && document.querySelector('main [aria-busy=true]') === null";

    private static final String SEEN = "const all = (css, each) => [...document.querySelectorAll(css)].map(each);"
            + "const refused = window.refused; window.refused = [];"
            + "return {title: document.querySelector('main h1')?.innerText ?? '', text: document.body.innerText,"
            + " wide: document.documentElement.scrollWidth, refused, bad: all('main .state.bad, main .stale', (it) => it.innerText),"
            + " ways: all('nav.side a', (it) => it.getAttribute('href')),"
            + " links: all('main a[href^=\"#/\"]', (it) => it.getAttribute('href'))}";

    @RegisterExtension
    static final ConsoleInBrowser CONSOLE = new ConsoleInBrowser();

    private static Browser page;
    private static ChromeDriver browser;
    private static Set<String> keys;

    @BeforeAll
    static void open() throws IOException {
        page = CONSOLE.page();
        browser = CONSOLE.driver();
        browser.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", ASKED));
        keys = new JsonObject(Files.readString(TEXTS)).fieldNames();
    }

    /** Somebody of a role, and where that one begins. */
    static Stream<Arguments> roles() {
        Scope fucun = Scope.parks(Set.of("fucun"));
        return Stream.of(
                Arguments.of(Role.OFFICER, fucun, "/"),
                Arguments.of(Role.LEADER, fucun, "/"),
                Arguments.of(
                        Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("lvyuan-food")), "/enterprises/lvyuan-food"),
                Arguments.of(
                        Role.GRID_OFFICER, Scope.enterprises(Set.of("lvyuan-food", "steel-plant")), "/enterprises"),
                Arguments.of(
                        Role.SEWAGE_PLANT_OPERATOR,
                        Scope.outlets(Set.of("huamei-ham.water-1", "lvyuan-food.water-1")),
                        "/outlets"),
                Arguments.of(
                        Role.MAINTAINER,
                        Scope.devices(Set.of("xinghua-brick.stack-1", "lvyuan-food.steam")),
                        "/devices"),
                Arguments.of(Role.OPERATOR, Scope.DISTRICT, "/operations"),
                Arguments.of(Role.ACCOUNT_ADMINISTRATOR, Scope.DISTRICT, "/accounts"),
                Arguments.of(Role.AUDITOR, Scope.DISTRICT, "/audit-log"));
    }

    /** What a page shows when all of it is there. */
    private record Shown(Map<String, Object> seen) {
        String text(String name) {
            return (String) Objects.requireNonNull(seen.get(name));
        }

        @SuppressWarnings("unchecked")
        List<String> texts(String name) {
            return (List<String>) Objects.requireNonNull(seen.get(name));
        }

        long wide() {
            return ((Number) Objects.requireNonNull(seen.get("wide"))).longValue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("roles")
    void what_a_role_is_offered_is_answered_to_it(Role role, Scope scope, String beginning) {
        signIn("one-" + EnumCode.of(role), role, scope);
        page.window(DESK, ALL_OF_IT);
        CONSOLE.await("location.hash.replace(/[?].*/, '') === '#" + beginning + "'");
        List<String> faults = new ArrayList<>();
        List<String> offered = walk(faults);
        // English words are the longer ones.
        page.window(PHONE, ALL_OF_IT);
        for (String path : offered) {
            Shown shown = look(path, "en", faults);
            if (shown.wide() > PHONE) {
                faults.add(path + " is " + shown.wide() + " wide on a phone");
            }
            if (!NAMED.matcher(path).matches()
                    && HAN.matcher(shown.text("title")).find()) {
                faults.add(path + " has a Chinese title in English: " + shown.text("title"));
            }
        }
        assertThat(faults).isEmpty();
        assertThat(offered).hasSizeGreaterThan(3);
    }

    /** A list of which only the rows in sight are drawn has such rows there, too. */
    @Test
    void a_long_list_is_there_on_a_phone() {
        for (int i = 0; i < 120; i++) {
            CONSOLE.console()
                    .sources()
                    .audit()
                    .append(AuditDraft.of("wang.fang", "10.0.0." + i, AuditAction.SESSION_OPENED));
        }
        signIn("reads-much", Role.AUDITOR, Scope.DISTRICT);
        page.window(PHONE, 900);
        look("/audit-log", "zh", new ArrayList<>());
        assertThat(page.texts("main tbody tr[data-index]")).isNotEmpty().anyMatch(row -> row.contains("登录"));
    }

    /** It would be found if something were refused. */
    @Test
    void what_is_refused_is_a_fault() {
        signIn("somebody", Role.OFFICER, Scope.parks(Set.of("fucun")));
        List<String> faults = new ArrayList<>();
        look("/enterprises/nobody", "zh", faults);
        look("/district", "zh", faults);
        assertThat(faults)
                .anyMatch(fault -> fault.contains("refused: 404 /api/v1/enterprises/nobody"))
                .anyMatch(fault -> fault.contains("/district is offered and not for the role"));
    }

    private static void signIn(String name, Role role, Scope scope) {
        UserAccounts accounts = CONSOLE.console().identities().accounts();
        accounts.create(name, new Person("王芳", null, null), Set.of(new Grant(role, scope)), Viewer.ofAll("officer"));
        accounts.choose(name, PASSWORD);
        browser.manage().deleteAllCookies();
        browser.executeScript("localStorage.removeItem('greenpark-session')");
        browser.get(CONSOLE.console().url("/#/"));
        CONSOLE.signIn(name, PASSWORD);
        page.see(By.cssSelector("header.top"));
        // Before somebody signed in, the page was told that nobody has.
        assertThat(page.complaints()).allMatch(said -> said.contains("401"));
    }

    /** All pages of the navigation, and one of each kind that they lead to, in Chinese on a desk. */
    private static List<String> walk(List<String> faults) {
        Deque<String> waiting = new ArrayDeque<>();
        Set<String> kinds = new HashSet<>();
        CONSOLE.await(LOADED);
        seen().texts("ways").forEach(to -> add(to, kinds, waiting));
        List<String> offered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            offered.add(path);
            Shown shown = look(path, "zh", faults);
            if (!NAMED.matcher(path).matches()
                    && !HAN.matcher(shown.text("title")).find()) {
                faults.add(path + " has no Chinese title: " + shown.text("title"));
            }
            shown.texts("links").forEach(to -> add(to, kinds, waiting));
        }
        return offered;
    }

    /** One page of a kind is enough: {@code /enterprises} and {@code /enterprises/…}, and documents of the registry by what they are of. */
    private static void add(String to, Set<String> kinds, Deque<String> waiting) {
        String path = to.substring(1).replaceAll("[?].*", "");
        if (kinds.add(path.replaceAll("^(/registry/[a-z-]+)(%3A|:).*", "$1")
                .replaceAll("^(/(?!registry)[a-z-]+/).*", "$1"))) {
            waiting.add(path);
        }
    }

    private static Shown look(String path, String language, List<String> faults) {
        browser.executeScript("location.hash = arguments[0]", path + "?lang=" + language);
        CONSOLE.await("location.hash.startsWith('#" + path.replace("'", "\\'")
                + "') && document.documentElement.lang.startsWith('" + language + "') && " + LOADED);
        Shown shown = seen();
        shown.texts("refused").forEach(it -> faults.add(path + " asks for what is refused: " + it));
        shown.texts("bad").forEach(it -> faults.add(path + " says " + it));
        keys.stream()
                .filter(shown.text("text")::contains)
                .forEach(key -> faults.add(path + " shows the name of a text: " + key));
        if (Stream.of("不适用于您的角色", "not for your roles").anyMatch(shown.text("text")::contains)) {
            faults.add(path + " is offered and not for the role");
        }
        page.complaints().forEach(it -> faults.add(path + " complains: " + it));
        return shown;
    }

    @SuppressWarnings("unchecked")
    private static Shown seen() {
        return new Shown((Map<String, Object>) Objects.requireNonNull(browser.executeScript(SEEN)));
    }
}
