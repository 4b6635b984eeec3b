package io.greenpark.config.setting;

import io.greenpark.config.setting.YamlTree.Items;
import io.greenpark.config.setting.YamlTree.Mapping;
import io.greenpark.config.setting.YamlTree.Scalar;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads one YAML 1.2 file into a {@link YamlTree}. Whatever is wrong with the file becomes a problem with its line. */
public final class YamlFile {
    private static final int LARGEST_CODE_POINTS = 64 * 1024 * 1024;

    private final String label;
    private final Problems problems;
    private final Map<Node, YamlTree> done = new IdentityHashMap<>();
    private int lastLine = -1;
    private String lastPlace;

    private YamlFile(String label, Problems problems) {
        this.label = label;
        this.lastPlace = label;
        this.problems = problems;
    }

    /** The content of a file, an empty mapping if it is empty; null if it cannot be read, which is then a problem. */
    public static @Nullable Mapping read(Path file, Problems problems) {
        String text = text(file, problems);
        return text == null ? null : parse(text, file.toString(), problems);
    }

    /** The bytes of a file as UTF-8; null if it cannot be read, which is then a problem. */
    static @Nullable String text(Path file, Problems problems) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            problems.add(file.toString(), "file", "is not UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            String why = !Files.exists(file) ? "there is no such file" : "it cannot be read: " + e.getMessage();
            problems.add(file.toString(), "file", why + "; give the path of a readable YAML file");
        }
        return null;
    }

    /** The content of a text; {@code label} stands for the file in places. */
    public static @Nullable Mapping parse(String text, String label, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(label)
                .setUseMarks(true)
                .setCodePointLimit(LARGEST_CODE_POINTS)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                return new Mapping(Map.of(), Map.of(), label + ":1");
            }
            YamlTree tree = new YamlFile(label, problems).convert(root.get(), "");
            if (tree instanceof Mapping mapping) {
                return mapping;
            }
            if (!(tree instanceof Scalar scalar && scalar.empty())) {
                problems.add(tree.place(), "file", tree.what() + " stands where \"key: value\" lines are expected");
                return null;
            }
            return new Mapping(Map.of(), Map.of(), label + ":1");
        } catch (MarkedYamlEngineException e) {
            problems.add(place(label, e.getProblemMark()), "file", brokenYaml(e));
        } catch (YamlEngineException e) {
            problems.add(label, "file", "is not YAML: " + e.getMessage());
        }
        return null;
    }

    private static String brokenYaml(MarkedYamlEngineException e) {
        String what = String.valueOf(e.getProblem()).replaceAll("\\s+", " ");
        String hint = what.contains("\\t") || what.contains("TAB")
                ? "; indent with spaces, not tabs"
                : "; check indentation, colons and quotes here and on the line above";
        return "is not YAML: " + what + hint;
    }

    private YamlTree convert(Node node, String path) {
        YamlTree known = done.get(node);
        if (known != null) {
            return known;
        }
        String place = placeOf(node);
        // An alias inside its own anchor finds this placeholder instead of an endless tree.
        done.put(node, new Scalar("", true, place));
        YamlTree tree;
        if (node instanceof ScalarNode scalar) {
            boolean empty = scalar.getTag().equals(Tag.NULL);
            tree = new Scalar(empty ? "" : scalar.getValue(), empty, place);
        } else if (node instanceof SequenceNode sequence) {
            tree = items(sequence, path, place);
        } else {
            tree = mapping((MappingNode) node, path, place);
        }
        done.put(node, tree);
        return tree;
    }

    private Items items(SequenceNode sequence, String path, String place) {
        List<YamlTree> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(convert(item, path + "." + items.size()));
        }
        return new Items(items, place);
    }

    private Mapping mapping(MappingNode node, String path, String place) {
        Map<String, YamlTree> entries = new LinkedHashMap<>();
        Map<String, String> places = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            String keyPlace = placeOf(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                problems.add(keyPlace, path.isEmpty() ? "file" : path, "a key must be a plain text");
                continue;
            }
            String key = scalar.getValue();
            String full = path.isEmpty() ? key : path + "." + key;
            if (entries.containsKey(key)) {
                problems.add(keyPlace, full, "stands twice, first at " + places.get(key) + "; keep one");
                continue;
            }
            entries.put(key, convert(tuple.getValueNode(), full));
            places.put(key, keyPlace);
        }
        return new Mapping(entries, places, place);
    }

    /** All of a line share one text: a registry of tens of thousands of points has hundreds of thousands of values. */
    private String placeOf(Node node) {
        int line = node.getStartMark().map(Mark::getLine).orElse(-1);
        if (line != lastLine) {
            lastLine = line;
            lastPlace = place(label, node.getStartMark());
        }
        return lastPlace;
    }

    private static String place(String label, Optional<Mark> mark) {
        return mark.map(m -> label + ":" + (m.getLine() + 1)).orElse(label);
    }
}
