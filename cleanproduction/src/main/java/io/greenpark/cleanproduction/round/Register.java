package io.greenpark.cleanproduction.round;

import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.park.text.Bilingual;
import java.util.EnumSet;
import java.util.List;

/** The two registers of enterprises that audit their production. */
public enum Register {
    /** Who has to (强制性审核). */
    MANDATORY(new Bilingual("强制性", "mandatory"), EnumSet.allOf(AuditStep.class)),
    /** Who chose to (自愿性审核): nothing is to be published. */
    VOLUNTARY(new Bilingual("自愿性", "voluntary"), EnumSet.complementOf(EnumSet.of(AuditStep.PUBLISHED)));

    private final Bilingual named;
    private final List<AuditStep> steps;

    Register(Bilingual named, EnumSet<AuditStep> steps) {
        this.named = named;
        this.steps = List.copyOf(steps);
    }

    public Bilingual named() {
        return named;
    }

    /** The steps that an audit of it takes, in their order. */
    public List<AuditStep> steps() {
        return steps;
    }
}
