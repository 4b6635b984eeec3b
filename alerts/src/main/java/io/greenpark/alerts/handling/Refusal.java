package io.greenpark.alerts.handling;

import io.greenpark.park.text.Bilingual;

/** Why somebody may not do something about a case. */
public enum Refusal {
    SIDE(new Bilingual("此操作由另一方办理", "this is for the other side to do")),
    ROLE(new Bilingual(
            "按办理规程，此操作须由其他角色办理；规程见 /api/v1/case-procedures",
            "by the procedure this is for another role to do; see /api/v1/case-procedures")),
    STAGE(new Bilingual("当前阶段不能进行此操作", "this cannot be done at the stage that the case is at")),
    WITHDRAWN(new Bilingual("该预警已误报撤销，只能留言", "late or corrected data withdrew the case; only comments can be added")),
    PROGRAM(new Bilingual("程序密钥不能销号；请本人登录后办理", "a program's key closes no case; sign in as a person")),
    UNCHECKED(
            new Bilingual(
                    "须先核查（或复核、移交、提出误报），再由另一人销号",
                    "it has to be verified, reviewed, handed over or declared a misreport first, then somebody else closes it")),
    STILL_MEASURED(
            new Bilingual(
                    "监测数据尚未恢复，不能销号；可先移交线索或提出误报",
                    "what is measured still stands; it can be closed once that is over, or handed over or declared a misreport")),
    SAME_PERSON(new Bilingual(
            "核查（复核、移交、提出误报）与销号不得为同一人；请由其他人员销号",
            "whoever verified, reviewed, handed over or declared a misreport does not close; let somebody else do so"));

    private final Bilingual words;

    Refusal(Bilingual words) {
        this.words = words;
    }

    public Bilingual words() {
        return words;
    }

    /** Whether the action is one that somebody can do about the case as it stands, though not whoever asked. */
    public boolean anothers() {
        return this == PROGRAM || this == SAME_PERSON || this == STILL_MEASURED;
    }
}
