package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the console is made of runs in the browsers inside DingTalk and WeCom. DingTalk for Android has had an engine of its own since 7.1 that calls itself
 * Chrome 100 and stays at that, so that is the level: bundling lowers syntax to it, and this looks at all that a browser fetches for what came later.
 */
class BrowserLevelTest {
    private static final Pattern NAMED = Pattern.compile("[\"'`(=](?:\\./|/a/)([\\w-]+\\.(?:js|css))");

    /** What Chrome 100 or Safari 15.4 lack, by how it stands in minified text. */
    private static final Map<String, String> LATER_SCRIPT = Map.ofEntries(
            Map.entry("import attributes (Chrome 123)", "\\bfrom\"[^\"]*\"with\\{"),
            Map.entry("using (Chrome 134)", "\\b(?:await )?using [a-zA-Z_$]+=(?!=)"),
            Map.entry("flag v of regular expressions (Chrome 112)", "/[gimsuy]*v[gimsuy]*\\.(?:test|exec)\\("),
            Map.entry("modifiers of regular expressions (Chrome 125)", "\\(\\?[ims]+(?:-[ims]+)?:"),
            Map.entry("Array.fromAsync (Chrome 121)", "\\bArray\\.fromAsync\\b"),
            Map.entry("Object.groupBy (Chrome 117)", "\\b(?:Object|Map)\\.groupBy\\("),
            Map.entry("Promise.withResolvers (Chrome 119)", "\\bPromise\\.withResolvers\\b"),
            Map.entry("Promise.try (Chrome 128)", "\\bPromise\\.try\\b"),
            Map.entry("URL.canParse (Chrome 120)", "\\bURL\\.canParse\\b"),
            Map.entry("AbortSignal.timeout (Chrome 103)", "\\bAbortSignal\\.timeout\\b"),
            Map.entry("AbortSignal.any (Chrome 116)", "\\bAbortSignal\\.any\\b"),
            Map.entry(
                    "Set methods (Chrome 122)", "\\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\\("),
            Map.entry("isWellFormed (Chrome 111)", "\\.(?:isWellFormed|toWellFormed)\\("),
            Map.entry("startViewTransition (Chrome 111)", "\\.startViewTransition\\b"),
            Map.entry("showPopover (Chrome 114)", "\\.(?:show|hide|toggle)Popover\\("),
            Map.entry("checkVisibility (Chrome 105)", "\\.checkVisibility\\("),
            Map.entry("Intl.DurationFormat (Chrome 129)", "\\bIntl\\.DurationFormat\\b"));

    /** Vue wraps these of arrays for whoever calls them; nobody does. */
    private static final Pattern NEW_ARRAYS =
            Pattern.compile("(?<![\\w$]\\(this\\))\\.(?:toSorted|toReversed|toSpliced)\\(");

    private static final Map<String, String> LATER_STYLE = Map.of(
            "container queries (Chrome 105)", "@container|container-type",
            "color-mix (Chrome 111)", "color-mix\\(",
            "nesting (Chrome 112)", "[{;]&",
            "new colours (Chrome 111)", "\\b(?:oklch|oklab|lch|lab)\\(",
            "light-dark (Chrome 123)", "light-dark\\(",
            "units of dynamic viewports (Chrome 108)", "[0-9](?:dvh|svh|lvh|dvw)\\b",
            "@scope, @starting-style (Chrome 117)", "@scope|@starting-style",
            "subgrid (Chrome 117)", "\\bsubgrid\\b");

    /** They put nothing in its place that would stand elsewhere without them, and stand alone, as a browser leaves out all of a list that it does not know. */
    private static final List<String> ADORNING =
            List.of(".side a:has(.waiting-mark)", "html:has(.return-form)", "html:has(.acceptance-form)");

    private static final int AROUND = 40;
    private static final Map<String, String> FETCHED = new LinkedHashMap<>();

    @BeforeAll
    static void fetchAll() {
        WebFiles files = WebFiles.ofInstallation();
        Deque<String> names = new ArrayDeque<>();
        follow(text(files, "/index.html"), names);
        while (!names.isEmpty()) {
            String name = names.poll();
            if (!FETCHED.containsKey(name)) {
                String text = text(files, "/a/" + name);
                FETCHED.put(name, text);
                follow(text, names);
            }
        }
    }

    private static String text(WebFiles files, String path) {
        return Objects.requireNonNull(files.file(path), path)
                .content()
                .get(Coding.IDENTITY)
                .toString();
    }

    private static void follow(String text, Deque<String> names) {
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            names.add(named.group(1));
        }
    }

    private static List<String> found(String ending, String pattern) {
        Pattern searched = Pattern.compile(pattern);
        return FETCHED.entrySet().stream()
                .filter(e -> e.getKey().endsWith(ending))
                .flatMap(e -> searched.matcher(e.getValue())
                        .results()
                        .map(r -> e.getKey() + ": " + around(e.getValue(), r.start())))
                .toList();
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - AROUND), Math.min(text.length(), at + AROUND));
    }

    @Test
    void all_parts_are_looked_at() {
        assertThat(FETCHED.keySet())
                .anyMatch(name -> name.startsWith("registering-"))
                .anyMatch(name -> name.startsWith("charted-"))
                .anyMatch(name -> name.startsWith("echarts-"))
                .anyMatch(name -> name.endsWith(".css"));
    }

    @Test
    void no_script_uses_what_came_after_chrome_100() {
        LATER_SCRIPT.forEach(
                (what, pattern) -> assertThat(found(".js", pattern)).as(what).isEmpty());
        assertThat(found(".js", NEW_ARRAYS.pattern())).isEmpty();
    }

    @Test
    void no_style_rests_on_what_came_after_chrome_100() {
        LATER_STYLE.forEach(
                (what, pattern) -> assertThat(found(".css", pattern)).as(what).isEmpty());
        FETCHED.forEach((name, text) -> {
            if (name.endsWith(".css")) {
                for (String block : text.split("[{}]")) {
                    if (block.contains(":has(")) {
                        assertThat(ADORNING).contains(block.strip());
                    }
                }
            }
        });
    }
}
