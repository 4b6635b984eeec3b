package io.greenpark.dashboards.grafana;

import io.greenpark.park.text.Bilingual;
import java.util.Locale;

/** A language that every dashboard is made in, in a folder of its own. */
public enum Language {
    ZH(Locale.CHINESE, "zh", "绿园 中文"),
    EN(Locale.ENGLISH, "en", "Greenpark English");

    private final Locale locale;
    private final String code;
    private final String folder;

    Language(Locale locale, String code, String folder) {
        this.locale = locale;
        this.code = code;
        this.folder = folder;
    }

    /** The text in this language. */
    String of(Bilingual text) {
        return text.in(locale);
    }

    /** Ends the names of files and the uids of dashboards, and names the folder of files: {@code zh}. */
    public String code() {
        return code;
    }

    /** What Grafana calls the folder. */
    String folder() {
        return folder;
    }
}
