package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.rule.Episode;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import java.time.ZoneId;

/**
 * What the message of a case is made of.
 *
 * @param who the enterprise, park or district
 * @param whoInFull the enterprise with its park, the park or district with the word that says so
 */
record CaseContext(Registry registry, CaseKey key, Episode episode, Bilingual who, Bilingual whoInFull, ZoneId zone) {
    Bilingual sinceMinute() {
        return Bilingual.same(Figures.minute(episode.since(), zone) + " (" + zone + ")");
    }

    /** Adds the end of the episode, where it has ended. */
    void addUntil(BilingualLines lines) {
        if (episode.over() != null) {
            lines.add(Labels.UNTIL, Bilingual.same(Figures.minute(episode.over(), zone)));
        }
    }
}
