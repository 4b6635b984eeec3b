package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.CaseHandling;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.dashboards.api.SearchIndex.Kind;
import io.greenpark.dashboards.api.SearchIndex.Thing;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A search over everything that has a page. */
final class SearchAnswer implements Api.Answer {
    private static final int USUAL = 20;
    private static final int MOST = 200;
    private static final int LONGEST = 200;

    /** So many of the newest cases are looked through. */
    private static final int CASES = 2_000;

    private final RegistrySource registry;
    private final Cases cases;
    private volatile @Nullable Indexed latest;

    private record Indexed(Registry registry, SearchIndex index) {}

    SearchAnswer(RegistrySource registry, Cases cases) {
        this.registry = registry;
        this.cases = cases;
    }

    @Override
    public JsonObject to(Question question) {
        question.allow("q", "limit");
        String wanted = question.text("q")
                .filter(q -> q.length() <= LONGEST)
                .orElseThrow(() -> Problem.badRequest(new Bilingual(
                        "参数 \"q\" 是要搜索的内容，最多 " + LONGEST + " 个字符；请填写名称或编号的一部分",
                        "parameter \"q\" says what to look for, in at most " + LONGEST
                                + " characters; give part of a name or an id")));
        int limit = question.integer("limit", USUAL, 1, MOST);
        Registry current = registry.current();
        Stream<Thing> newest = cases.summaries(CaseFilter.all(), CASES).stream().map(c -> thing(c, current));
        List<Thing> found = index(current).find(wanted, newest, limit);
        return new JsonObject().put("hits", Json.array(found, SearchAnswer::json));
    }

    /** Made once of every registry. */
    private SearchIndex index(Registry current) {
        Indexed known = latest;
        if (known == null || known.registry() != current) {
            known = new Indexed(current, SearchIndex.of(current));
            latest = known;
        }
        return known.index();
    }

    private static Thing thing(Case c, Registry current) {
        Bilingual about = c.about().name(current);
        CaseHandling handling = c.handling();
        return new Thing(
                Kind.CASE,
                c.id(),
                c.title(),
                handling == null
                        ? about
                        : new Bilingual(handling.number() + " " + about.zh(), handling.number() + " " + about.en()));
    }

    private static JsonObject json(Thing thing) {
        String id = URLEncoder.encode(thing.id(), StandardCharsets.UTF_8).replace("+", "%20");
        return new JsonObject()
                .put("kind", thing.kind().name())
                .put("id", thing.id())
                .put("name", Json.name(thing.name()))
                .put("context", Json.name(thing.context()))
                .put("path", "/" + thing.kind().pages() + "/" + id);
    }
}
