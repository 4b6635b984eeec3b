package io.greenpark.alerts.notice;

import io.greenpark.park.text.Bilingual;

/** Whom something is told to, by what they have to do with it. */
public enum Tier {
    /** Who looks after the device under contract (运维单位). */
    MAINTAINER(new Bilingual("运维单位", "the maintenance contractor")),
    /** The enterprise's contacts. */
    ENTERPRISE(new Bilingual("企业联系人", "the enterprise's contacts")),
    /** The contacts of the park in which the enterprise lies (园区管委会). */
    PARK(new Bilingual("园区管委会", "the park's contacts")),
    /** The bureau, and the contacts of park and district for what is about these themselves. */
    OFFICE(new Bilingual("管理部门", "the authority"));

    private final Bilingual words;

    Tier(Bilingual words) {
        this.words = words;
    }

    /** What they are called. */
    public Bilingual words() {
        return words;
    }
}
