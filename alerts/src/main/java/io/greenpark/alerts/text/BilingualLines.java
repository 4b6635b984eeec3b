package io.greenpark.alerts.text;

import io.greenpark.park.text.Bilingual;
import java.util.ArrayList;
import java.util.List;

/** Lines of a text in both languages, each with its label. */
final class BilingualLines {
    private final List<String> zh = new ArrayList<>();
    private final List<String> en = new ArrayList<>();

    BilingualLines add(Bilingual label, Bilingual content) {
        return add(label, content.zh(), content.en());
    }

    BilingualLines add(Bilingual label, String zhContent, String enContent) {
        zh.add(label.zh() + "：" + zhContent);
        en.add(label.en() + ": " + enContent);
        return this;
    }

    Bilingual text() {
        return new Bilingual(String.join("\n", zh), String.join("\n", en));
    }
}
