package io.greenpark.config.setting;

import io.greenpark.config.digest.Sha256;
import io.greenpark.config.setting.YamlTree.Items;
import io.greenpark.config.setting.YamlTree.Mapping;
import io.greenpark.config.setting.YamlTree.Scalar;
import io.greenpark.park.text.Bilingual;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One configuration file as read: its settings, and where the registry is, which is inline below {@code registry:} or in the
 * files that {@code registry-files: [...]} names, relative to it, and takes much room once it is read
 * ({@link #registry(Problems)}). {@code --set key=value} replaces whatever the file says at or below the key. Unknown keys are
 * reported once every component has read its own ({@link Settings#reportUnknown()}).
 */
public final class ConfigFile {
    private static final String INLINE = "registry";
    private static final String FILES = "registry-files";
    private static final String SET = "--set";

    private final Path path;
    private final List<String> sets;
    private final List<Path> files;
    private final Settings settings;

    /** Of the file, in hexadecimal; empty if it could not be read. */
    private final String sha256;

    /** The whole file, which is large where it has a registry inline: parsed once for a start. */
    private final HandedOnce<Mapping> parsed;

    private ConfigFile(
            Path path,
            List<String> sets,
            List<Path> files,
            Settings settings,
            String sha256,
            HandedOnce<Mapping> parsed) {
        this.path = path;
        this.sets = List.copyOf(sets);
        this.files = List.copyOf(files);
        this.settings = settings;
        this.sha256 = sha256;
        this.parsed = parsed;
    }

    /**
     * A part of the registry.
     *
     * @param file the file it is in
     * @param sha256 hash of that file's bytes, in hexadecimal
     */
    public record RegistryDocument(Path file, String sha256, Mapping content) {}

    /** Reads a configuration without its registry; what cannot be read is left out and is a problem. */
    public static ConfigFile read(Path file, List<String> sets, Problems problems) {
        String text = YamlFile.text(file, problems);
        Mapping root = text == null ? null : YamlFile.parse(text, file.toString(), problems);
        Mapping given = root == null ? Mapping.empty(file.toString()) : withoutRegistry(root);
        Settings settings = Settings.of(override(given, sets, problems), problems);
        List<Path> files = new ArrayList<>(List.of(file));
        for (String name : settings.texts(FILES)) {
            files.add(file.resolveSibling(name));
        }
        HandedOnce<Mapping> parsed = HandedOnce.of(problems.isEmpty() ? root : null);
        return new ConfigFile(file, sets, files, settings, hash(text), parsed);
    }

    /** Every file it names, itself first, whether they can be read or not. */
    public List<Path> files() {
        return files;
    }

    /** Everything outside the registry. */
    public Settings settings() {
        return settings;
    }

    /** The file itself. */
    public Path path() {
        return path;
    }

    /** The same file as it is now; its faults are those of the first reading if its bytes are the same. */
    public ConfigFile readAgain(Problems problems) {
        String now = hash(YamlFile.text(path, new Problems()));
        return !now.isEmpty() && now.equals(sha256) ? this : read(path, sets, problems);
    }

    private static String hash(@Nullable String text) {
        return text == null ? "" : Sha256.hex(text);
    }

    /** Reads the registry as it is now, the inline part first; what cannot be read is left out and is a problem. */
    public List<RegistryDocument> registry(Problems problems) {
        List<RegistryDocument> registry = new ArrayList<>();
        String text = YamlFile.text(path, problems);
        if (text != null) {
            String now = hash(text);
            Optional<Mapping> known = now.equals(sha256) ? parsed.take() : Optional.empty();
            known.or(() -> Optional.ofNullable(YamlFile.parse(text, path.toString(), problems)))
                    .ifPresent(root -> inline(root, path, now, registry, problems));
        }
        files.stream().skip(1).forEach(file -> registryFile(file, registry, problems));
        return registry;
    }

    private static void inline(
            Mapping root, Path file, String sha256, List<RegistryDocument> registry, Problems problems) {
        YamlTree inline = root.entries().get(INLINE);
        if (inline instanceof Mapping mapping) {
            registry.add(new RegistryDocument(file, sha256, mapping));
        } else if (inline != null && !(inline instanceof Scalar scalar && scalar.empty())) {
            problems.add(
                    root.placeOf(INLINE),
                    INLINE,
                    new Bilingual(
                            "此处应为登记册的各部分，而不是" + inline.what().zh() + "；如在其他文件中，请写 registry-files: [path.yaml]",
                            inline.what().en() + " stands where the sections of the registry are expected;"
                                    + " name files with registry-files: [path.yaml]"));
        }
    }

    private static void registryFile(Path file, List<RegistryDocument> registry, Problems problems) {
        String text = YamlFile.text(file, problems);
        Mapping content = text == null ? null : YamlFile.parse(text, file.toString(), problems);
        if (text != null && content != null) {
            registry.add(new RegistryDocument(file, Sha256.hex(text), content));
        }
    }

    private static Mapping withoutRegistry(Mapping root) {
        Map<String, YamlTree> entries = new LinkedHashMap<>(root.entries());
        entries.remove(INLINE);
        return nested(new Mapping(entries, root.keyPlaces(), root.place()));
    }

    /** The same with dotted keys as the paths that they name; keys without a dot come first, so that they lose nothing. */
    private static Mapping nested(Mapping mapping) {
        Mapping nested = Mapping.empty(mapping.place());
        List<Map.Entry<String, YamlTree>> entries = mapping.entries().entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey().contains(".")))
                .toList();
        for (Map.Entry<String, YamlTree> e : entries) {
            nested = nested.with(e.getKey(), nested(e.getValue()), mapping.placeOf(e.getKey()));
        }
        return nested;
    }

    private static YamlTree nested(YamlTree tree) {
        if (tree instanceof Items items) {
            return new Items(items.items().stream().map(ConfigFile::nested).toList(), items.place());
        }
        return tree instanceof Mapping mapping ? nested(mapping) : tree;
    }

    private static Mapping override(Mapping settings, List<String> sets, Problems problems) {
        Mapping result = settings;
        for (String set : sets) {
            int equals = set.indexOf('=');
            String key = equals < 1 ? "" : set.substring(0, equals).strip();
            if (key.isEmpty()) {
                problems.add(SET, set, "is not of the form key=value, e.g. --set mqtt.port=1884");
            } else if (key.equals(INLINE) || key.startsWith(INLINE + ".")) {
                problems.add(SET, key, "the registry is not set on the command line; edit its file");
            } else {
                result = result.with(key, new Scalar(set.substring(equals + 1), SET), SET);
            }
        }
        return result;
    }
}
