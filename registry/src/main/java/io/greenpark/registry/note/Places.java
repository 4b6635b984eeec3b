package io.greenpark.registry.note;

import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.YamlTree;
import io.greenpark.config.setting.YamlTree.Mapping;
import io.greenpark.config.setting.YamlTree.Scalar;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where devices, points, statistics, targets and limits stand in the registry's files, and what is written there. */
public final class Places {
    private final Map<DocumentKey, Entry> entries = new HashMap<>();

    /** @param number in the list it stands in, from 0 */
    private record Entry(Mapping mapping, int number) {}

    private Places() {}

    /**
     * The places of a registry.
     *
     * @param facts what was read from just these documents, without faults: as many entries, in the same order
     */
    public static Places of(List<RegistryDocument> documents, Registry.Facts facts) {
        List<Mapping> files = documents.stream().map(RegistryDocument::content).toList();
        List<Entry> devices = entries(files, "devices");
        List<Entry> points = devices.stream()
                .flatMap(d -> entries(List.of(d.mapping()), "points").stream())
                .toList();
        Places places = new Places();
        places.add(devices, facts.devices(), key(DocumentKind.DEVICE, Device::id));
        places.add(points, facts.points(), key(DocumentKind.POINT, Point::id));
        places.add(
                entries(files, "statistics"),
                facts.statistics(),
                s -> DocumentKey.statistic(s.enterpriseId(), s.month()));
        places.add(entries(files, "targets"), facts.targets(), key(DocumentKind.TARGET, Target::id));
        places.add(entries(files, "limits"), facts.limits(), key(DocumentKind.LIMIT, Limit::id));
        return places;
    }

    private static <T> Function<T, DocumentKey> key(DocumentKind kind, Function<T, String> id) {
        return t -> new DocumentKey(kind, id.apply(t));
    }

    private static List<Entry> entries(List<Mapping> above, String list) {
        return above.stream().flatMap(m -> entries(m.child(list))).toList();
    }

    private static Stream<Entry> entries(@Nullable YamlTree list) {
        return list == null
                ? Stream.of()
                : list.children().entrySet().stream()
                        .filter(e -> e.getValue() instanceof Mapping)
                        .map(e -> new Entry((Mapping) e.getValue(), Integer.parseInt(e.getKey())));
    }

    private <T> void add(List<Entry> read, List<T> facts, Function<T, DocumentKey> key) {
        if (read.size() != facts.size()) {
            throw new IllegalArgumentException("the registry was not read from these documents: " + read.size()
                    + " entries have become " + facts.size());
        }
        for (int i = 0; i < read.size(); i++) {
            entries.put(key.apply(facts.get(i)), read.get(i));
        }
    }

    /** {@code file:line} of a key of an entry, or of the entry itself if the key is not given. */
    String place(DocumentKey entry, String... path) {
        Mapping mapping = entry(entry).mapping();
        YamlTree tree = mapping;
        String place = mapping.place();
        for (String name : path) {
            YamlTree below = tree.child(name);
            if (below == null) {
                return mapping.place();
            }
            place = tree.placeOf(name);
            tree = below;
        }
        return place;
    }

    /** The text at a key of an entry, as it is written; null if there is none. */
    @Nullable
    String text(DocumentKey entry, String... path) {
        YamlTree tree = entry(entry).mapping();
        for (String name : path) {
            tree = tree == null ? null : tree.child(name);
        }
        return tree instanceof Scalar scalar && !scalar.empty() ? scalar.text() : null;
    }

    /** The number of an entry in the list it stands in, from 0. */
    int number(DocumentKey entry) {
        return entry(entry).number();
    }

    private Entry entry(DocumentKey key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            throw new IllegalArgumentException("the files have no " + key);
        }
        return entry;
    }
}
