package io.greenpark.config.setting;

import io.greenpark.config.setting.YamlTree.Items;
import io.greenpark.config.setting.YamlTree.Mapping;
import io.greenpark.config.setting.YamlTree.Scalar;
import io.greenpark.park.text.Bilingual;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/** Makes the tree of a YAML text. Equal texts in it, and the places of a line, are one text each. */
final class YamlEvents {
    /** Longer texts seldom stand twice. */
    private static final int LONGEST_SHARED = 40;

    /** No file of ours has a tenth of it; each level takes some of the thread's stack. */
    private static final int DEEPEST = 100;

    private final LoadSettings settings;
    private final ScalarResolver resolver;
    private final String label;
    private final Problems problems;
    private final Map<Anchor, YamlTree> anchors = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private int depth;
    private int lastLine = -1;
    private String lastPlace;

    YamlEvents(LoadSettings settings, String label, Problems problems) {
        this.settings = settings;
        this.resolver = settings.getSchema().getScalarResolver();
        this.label = label;
        this.lastPlace = label;
        this.problems = problems;
    }

    /** The tree of a text's one document; null if it has none. */
    @Nullable
    YamlTree tree(String text) {
        Iterator<Event> events = new ParserEvents(settings, text);
        YamlTree tree = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                if (tree != null) {
                    throw new ParserException(
                            "expected a single document", Optional.empty(), "but found another", event.getStartMark());
                }
                tree = node(events.next(), events, "");
            }
        }
        return tree;
    }

    private YamlTree node(Event event, Iterator<Event> events, String path) {
        String place = placeOf(event);
        if (event instanceof AliasEvent alias) {
            YamlTree known = anchors.get(alias.getAlias());
            if (known == null) {
                throw new ParserException(
                        "found an alias", Optional.empty(), "of an anchor that is not there", event.getStartMark());
            }
            return known;
        }
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        // An alias inside its own anchor finds this placeholder instead of an endless tree.
        anchor.ifPresent(a -> anchors.put(a, new Scalar("", true, place)));
        YamlTree tree =
                event instanceof ScalarEvent scalar ? scalar(scalar, place) : parent(event, events, path, place);
        anchor.ifPresent(a -> anchors.put(a, tree));
        return tree;
    }

    private YamlTree parent(Event event, Iterator<Event> events, String path, String place) {
        if (depth == DEEPEST) {
            String allowed = "of values nested deeper than " + DEEPEST + " levels";
            throw new ParserException("found a level", event.getStartMark(), allowed, event.getStartMark());
        }
        depth++;
        YamlTree tree = event instanceof SequenceStartEvent ? items(events, path, place) : mapping(events, path, place);
        depth--;
        return tree;
    }

    private Scalar scalar(ScalarEvent scalar, String place) {
        boolean plain = scalar.getImplicit().canOmitTagInPlainScalar()
                && scalar.getTag().isEmpty();
        boolean empty = plain && resolver.resolve(scalar.getValue(), true).equals(Tag.NULL);
        return new Scalar(empty ? "" : shared(scalar.getValue()), empty, place);
    }

    private Items items(Iterator<Event> events, String path, String place) {
        List<YamlTree> items = new ArrayList<>();
        for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
            items.add(node(e, events, path + "." + items.size()));
        }
        return new Items(items, place);
    }

    private Mapping mapping(Iterator<Event> events, String path, String place) {
        Map<String, YamlTree> entries = new LinkedHashMap<>();
        Map<String, String> places = new HashMap<>();
        for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
            String keyPlace = placeOf(e);
            YamlTree key = node(e, events, path);
            if (!(key instanceof Scalar name)) {
                problems.add(
                        keyPlace,
                        path.isEmpty() ? "file" : path,
                        new Bilingual("键必须是普通文本", "a key must be a plain text"));
                node(events.next(), events, path);
                continue;
            }
            String full = path.isEmpty() ? name.text() : path + "." + name.text();
            YamlTree value = node(events.next(), events, full);
            if (entries.containsKey(name.text())) {
                String first = places.getOrDefault(name.text(), place);
                problems.add(
                        keyPlace,
                        full,
                        new Bilingual(
                                "重复，首次出现在 " + first + "；请只保留一处", "stands twice, first at " + first + "; keep one"));
                continue;
            }
            entries.put(name.text(), value);
            if (!keyPlace.equals(place)) {
                places.put(name.text(), keyPlace);
            }
        }
        return new Mapping(entries, places.isEmpty() ? Map.of() : places, place);
    }

    private String shared(String text) {
        if (text.length() > LONGEST_SHARED) {
            return text;
        }
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private String placeOf(Event event) {
        int line = event.getStartMark().map(Mark::getLine).orElse(-1);
        if (line != lastLine) {
            lastLine = line;
            lastPlace = YamlFile.place(label, event.getStartMark());
        }
        return lastPlace;
    }
}
