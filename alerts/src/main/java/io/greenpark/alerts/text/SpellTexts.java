package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.rule.Episode;
import io.greenpark.alerts.rule.Spells;
import io.greenpark.park.text.Bilingual;
import java.time.Duration;

/** How often something was so that came and went, and for how long in all. */
public final class SpellTexts {
    private SpellTexts() {}

    /**
     * {@code 共 3 次，累计 5 小时}.
     *
     * @param stood without the time between
     */
    public static Bilingual spells(int times, Duration stood) {
        Bilingual length = Figures.length(stood);
        return new Bilingual("共 " + times + " 次，累计 " + length.zh(), times + " times, " + length.en() + " in all");
    }

    /** Of a case as it is written: a silence that lasts has no length yet, so what was before is told. */
    static Bilingual spells(Episode episode, Case.Rule rule) {
        Spells spells = episode.spells();
        if (episode.closed() || rule.ofFigures()) {
            return spells(spells.times(), spells.stood(episode.coveredTo()));
        }
        Bilingual before = Figures.length(spells.stood(spells.since()));
        return new Bilingual(
                "共 " + spells.times() + " 次，此前累计 " + before.zh(),
                spells.times() + " times, " + before.en() + " in all before this one");
    }
}
