package io.greenpark.alerts.text;

import io.greenpark.park.registry.Name;
import java.util.ArrayList;
import java.util.List;

/** Lines of a text in both languages, each with its label. */
final class Lines {
    private final List<String> zh = new ArrayList<>();
    private final List<String> en = new ArrayList<>();

    Lines add(Name label, Name content) {
        return add(label, content.zh(), content.en());
    }

    Lines add(Name label, String zhContent, String enContent) {
        zh.add(label.zh() + "：" + zhContent);
        en.add(label.en() + ": " + enContent);
        return this;
    }

    Name text() {
        return new Name(String.join("\n", zh), String.join("\n", en));
    }
}
