package io.greenpark.dashboards.api;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything of a registry that has a page, as it is searched. */
final class SearchIndex {
    /** Nothing of what was looked for is there. */
    private static final int NOT_FOUND = Integer.MAX_VALUE;

    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingInt(Hit::distance)
            .thenComparing(hit -> hit.thing().kind())
            .thenComparingInt(hit -> hit.thing().name().zh().length())
            .thenComparing(hit -> hit.thing().id());

    private final List<Entry> entries = new ArrayList<>();

    /** What has a page; of several that are found alike, the larger come first. */
    enum Kind {
        PARK("parks"),
        ENTERPRISE("enterprises"),
        OUTLET("outlets"),
        POINT("points"),
        DEVICE("devices"),
        GATEWAY("gateways"),
        CASE("cases");

        private final String pages;

        Kind(String pages) {
            this.pages = pages;
        }

        /** Where the pages of its kind lie in the console. */
        String pages() {
            return pages;
        }
    }

    /**
     * Something that has a page.
     *
     * @param context where it belongs, for whoever has several of one name before him
     */
    record Thing(Kind kind, String id, Bilingual name, Bilingual context) {}

    private record Hit(Thing thing, int distance) {}

    /** A thing with its texts in lower case. */
    private record Entry(Thing thing, String id, String zh, String en, String context) {
        static Entry of(Thing thing) {
            return new Entry(
                    thing,
                    lower(thing.id()),
                    lower(thing.name().zh()),
                    lower(thing.name().en()),
                    lower(thing.context().zh() + "\n" + thing.context().en()));
        }

        /** 0 for the very id, then a beginning, the beginning of a word, anywhere, and at last each word for itself. */
        int distance(String wanted, List<String> words) {
            if (id.equals(wanted)) {
                return 0;
            }
            int whole = Stream.of(id, zh, en)
                    .mapToInt(text -> distance(text, wanted))
                    .min()
                    .orElse(NOT_FOUND);
            return whole < NOT_FOUND ? whole : words.stream().allMatch(this::has) ? 4 : NOT_FOUND;
        }

        private static int distance(String text, String wanted) {
            int at = text.indexOf(wanted);
            if (at < 0) {
                return NOT_FOUND;
            }
            if (at == 0) {
                return 1;
            }
            for (; at > 0; at = text.indexOf(wanted, at + 1)) {
                if (!Character.isLetterOrDigit(text.charAt(at - 1))) {
                    return 2;
                }
            }
            return 3;
        }

        private boolean has(String word) {
            return id.contains(word) || zh.contains(word) || en.contains(word) || context.contains(word);
        }
    }

    private SearchIndex(Stream<Thing> things) {
        things.map(Entry::of).forEach(entries::add);
    }

    static SearchIndex of(Registry registry) {
        Registry.Facts facts = registry.facts();
        return new SearchIndex(Stream.of(
                        facts.parks().stream().map(p -> park(p, registry)),
                        facts.enterprises().stream().map(e -> enterprise(e, registry)),
                        facts.outlets().stream().map(o -> outlet(o, registry)),
                        facts.points().stream().map(p -> point(p, registry)),
                        facts.devices().stream().map(d -> device(d, registry)),
                        facts.gateways().stream().map(SearchIndex::gateway))
                .flatMap(each -> each));
    }

    private static Thing park(Park p, Registry registry) {
        return new Thing(
                Kind.PARK, p.id(), p.name(), registry.facts().district().name());
    }

    private static Thing enterprise(Enterprise e, Registry registry) {
        return new Thing(Kind.ENTERPRISE, e.id(), e.name(), registry.parkOf(e).name());
    }

    private static Thing outlet(Outlet o, Registry registry) {
        Bilingual enterprise = of(o.enterpriseId(), registry);
        String codes = Stream.of(o.code(), o.permit())
                .filter(Objects::nonNull)
                .map(code -> " · " + code)
                .collect(Collectors.joining());
        return new Thing(
                Kind.OUTLET, o.id(), o.name(), new Bilingual(enterprise.zh() + codes, enterprise.en() + codes));
    }

    private static Thing point(Point p, Registry registry) {
        return new Thing(Kind.POINT, p.id(), p.name(), of(p.enterpriseId(), registry));
    }

    private static Thing device(Device d, Registry registry) {
        Bilingual enterprise = of(d.enterpriseId(), registry);
        String sentAs = d.sentAs() == null ? "" : " · " + d.sentAs();
        return new Thing(
                Kind.DEVICE, d.id(), d.name(), new Bilingual(enterprise.zh() + sentAs, enterprise.en() + sentAs));
    }

    private static Thing gateway(Gateway g) {
        return new Thing(Kind.GATEWAY, g.id(), g.name(), new Bilingual("网关", "Gateway"));
    }

    private static Bilingual of(String enterpriseId, Registry registry) {
        Bilingual enterprise = Subject.enterprise(enterpriseId).name(registry);
        return registry.enterprise(enterpriseId)
                .map(registry::parkOf)
                .map(park -> new Bilingual(
                        enterprise.zh() + "，" + park.name().zh(),
                        enterprise.en() + ", " + park.name().en()))
                .orElse(enterprise);
    }

    /**
     * The best of the registry and of some other things, at most {@code limit}.
     */
    List<Thing> find(String text, Stream<Thing> others, int limit) {
        String wanted = lower(text.strip());
        List<String> words = List.of(wanted.split("\\s+"));
        return Stream.concat(entries.stream(), others.map(Entry::of))
                .map(entry -> new Hit(entry.thing(), entry.distance(wanted, words)))
                .filter(hit -> hit.distance() < NOT_FOUND)
                .sorted(BEST_FIRST)
                .limit(limit)
                .map(Hit::thing)
                .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
