package io.greenpark.reports.content;

import io.greenpark.park.text.Bilingual;

/**
 * A column of a table.
 *
 * @param code by which formulas and programs name it
 * @param heading with the unit
 * @param kind what stands in it
 * @param places digits after the point that people are shown; files and formulas have all of them
 * @param weight how wide it is on paper beside the others
 */
public record Column(String code, Bilingual heading, Kind kind, int places, int weight) {
    /** What stands in a column. */
    public enum Kind {
        TEXT,
        FIGURE,
        /** Of 0 to 1, shown in percent, cut to a tenth: 99.96 % never reads as 100 %. */
        SHARE
    }

    public static Column text(String code, String zh, String en, int weight) {
        return new Column(code, new Bilingual(zh, en), Kind.TEXT, 0, weight);
    }

    public static Column figure(String code, String zh, String en, int places, int weight) {
        return new Column(code, new Bilingual(zh, en), Kind.FIGURE, places, weight);
    }

    public static Column share(String code, String zh, String en, int weight) {
        return new Column(code, new Bilingual(zh, en), Kind.SHARE, 1, weight);
    }
}
