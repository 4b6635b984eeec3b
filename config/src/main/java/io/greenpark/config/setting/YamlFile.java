package io.greenpark.config.setting;

import io.greenpark.config.setting.YamlTree.Mapping;
import io.greenpark.config.setting.YamlTree.Scalar;
import io.greenpark.park.text.Bilingual;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML 1.2 file into a {@link YamlTree}. Whatever is wrong with the file becomes a problem with its line. The tree is
 * made of the parser's events, without one of the parser's own in between, which would take several times its room.
 */
public final class YamlFile {
    private static final int LARGEST_CODE_POINTS = 64 * 1024 * 1024;

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
            problems.add(
                    file.toString(),
                    "file",
                    new Bilingual("不是 UTF-8 文本；请另存为 UTF-8", "is not UTF-8 text; save it as UTF-8"));
        } catch (IOException e) {
            boolean gone = !Files.exists(file);
            problems.add(
                    file.toString(),
                    "file",
                    new Bilingual(
                            (gone ? "没有这个文件" : "无法读取：" + e.getMessage()) + "；请填写可读取的 YAML 文件的路径",
                            (gone ? "there is no such file" : "it cannot be read: " + e.getMessage())
                                    + "; give the path of a readable YAML file"));
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
            YamlTree tree = new YamlEvents(settings, label, problems).tree(text);
            if (tree instanceof Mapping mapping) {
                return mapping;
            }
            if (tree != null && !(tree instanceof Scalar scalar && scalar.empty())) {
                problems.add(
                        tree.place(),
                        "file",
                        new Bilingual(
                                "此处应为“键: 值”形式的各行，而不是" + tree.what().zh(),
                                tree.what().en() + " stands where \"key: value\" lines are expected"));
                return null;
            }
            return new Mapping(Map.of(), Map.of(), label + ":1");
        } catch (MarkedYamlEngineException e) {
            problems.add(place(label, e.getProblemMark()), "file", brokenYaml(e));
        } catch (YamlEngineException e) {
            problems.add(label, "file", new Bilingual("不是 YAML：" + e.getMessage(), "is not YAML: " + e.getMessage()));
        }
        return null;
    }

    private static Bilingual brokenYaml(MarkedYamlEngineException e) {
        String what = String.valueOf(e.getProblem()).replaceAll("\\s+", " ");
        boolean tabs = what.contains("\\t") || what.contains("TAB");
        return new Bilingual(
                "不是 YAML：" + what + (tabs ? "；请用空格缩进，不要用制表符" : "；请检查此行和上一行的缩进、冒号和引号"),
                "is not YAML: " + what
                        + (tabs
                                ? "; indent with spaces, not tabs"
                                : "; check indentation, colons and quotes here and on the line above"));
    }

    static String place(String label, Optional<Mark> mark) {
        return mark.map(m -> label + ":" + (m.getLine() + 1)).orElse(label);
    }
}
