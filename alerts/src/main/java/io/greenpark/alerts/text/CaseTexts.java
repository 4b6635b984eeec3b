package io.greenpark.alerts.text;

import io.greenpark.accounting.disclosure.Audience;
import io.greenpark.alerts.cases.CaseContent;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CaseMessage;
import io.greenpark.alerts.cases.CaseMessages;
import io.greenpark.alerts.cases.WithheldFigures;
import io.greenpark.alerts.rule.Episode;
import io.greenpark.alerts.rule.SilenceFinding;
import io.greenpark.alerts.stopped.StoppedEnterprises;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts cases into words with the names of the current registry. */
public final class CaseTexts implements CaseMessages {
    private final RegistrySource registry;
    private final WithheldFigures withheld;
    private final StoppedEnterprises stopped;
    private final @Nullable SilenceFinding finding;

    public CaseTexts(RegistrySource registry, WithheldFigures withheld, StoppedEnterprises stopped) {
        this(registry, withheld, stopped, null);
    }

    private CaseTexts(
            RegistrySource registry,
            WithheldFigures withheld,
            StoppedEnterprises stopped,
            @Nullable SilenceFinding finding) {
        this.registry = registry;
        this.withheld = withheld;
        this.stopped = stopped;
        this.finding = finding;
    }

    @Override
    public CaseTexts with(SilenceFinding known) {
        return new CaseTexts(registry, withheld, stopped, known);
    }

    @Override
    public CaseMessage message(CaseKey key, Episode episode) {
        Registry current = registry.current();
        Subject about = key.about();
        CaseContext context = new CaseContext(
                current,
                key,
                episode,
                about.name(current),
                inFull(current, about),
                about.time(current).zone());
        return switch (key.rule()) {
            case ENERGY_DECLINE_BEHIND ->
                EnergyTexts.message(
                        context, isWithheld(key, episode.since(), episode.last().from()));
            case LIMIT_EXCEEDED -> DischargeTexts.exceeded(context);
            case LIMIT_WARNING -> DischargeTexts.warning(context);
            case DEVICE_SILENT ->
                SilenceTexts.message(context, finding instanceof SilenceFinding.OfDevice known ? known : null);
            case GATEWAY_SILENT ->
                SilentGroupTexts.gateway(context, finding instanceof SilenceFinding.OfGateway known ? known : null);
            case DOOR_SILENT ->
                SilentGroupTexts.door(context, finding instanceof SilenceFinding.OfDoor known ? known : null);
            case DATA_STANDS_STILL -> SilenceTexts.standstill(context);
            case CANARY_MISSING -> CanaryTexts.message(context);
            case NO_WORKING_CONTACT -> ContactCaseTexts.message(context);
            case POWER_WHILE_STOPPED -> StoppedTexts.message(context, stopped);
            case CLEAN_PRODUCTION_OVERDUE -> OverdueTexts.message(context);
            case CHANNEL_DEAD -> ChannelCaseTexts.message(context);
        };
    }

    /** The name with what it is: an enterprise with its park, a park or the district as a whole. */
    private static Bilingual inFull(Registry registry, Subject about) {
        Bilingual name = about.name(registry);
        return switch (about.scope()) {
            case ENTERPRISE ->
                registry.enterprise(about.id())
                        .map(registry::parkOf)
                        .map(p -> with(name, p.name().zh(), p.name().en()))
                        .orElse(name);
            case PARK -> with(name, "园区整体", "the park as a whole");
            case DISTRICT -> with(name, "全区整体", "the district as a whole");
        };
    }

    private static Bilingual with(Bilingual name, String zh, String en) {
        return new Bilingual(name.zh() + "（" + zh + "）", name.en() + " (" + en + ")");
    }

    private boolean isWithheld(CaseKey key, Instant since, Instant last) {
        return withheld.hides(Audience.OFFICERS, key, since, last);
    }

    @Override
    public Bilingual withdrawn(CaseKey key, CaseContent content, @Nullable Reason why) {
        if (isWithheld(key, content.since(), content.figureFrom())) {
            return new Bilingual(
                    "该预警判断所依据的统计资料不得单独提供，现予撤销。" + WithheldFigures.words().zh(),
                    "The statistics behind this alert may not be shown for a single enterprise; it is withdrawn. "
                            + WithheldFigures.words().en());
        }
        Bilingual before = content.message().text();
        Bilingual text = why == null
                ? untrue(before)
                : why.cause() == Cause.OBJECTION_UPHELD
                        ? objected(before, why)
                        : why.cause() == Cause.MARKED ? marked(before, why) : noLongerExpected(before, why);
        return key.rule().ofLimits() ? DischargeTexts.noticed(text) : text;
    }

    private static Bilingual noLongerExpected(Bilingual before, Reason why) {
        return new Bilingual(
                why.text().zh() + "，不再要求上报，本预警结束，并非已恢复。原通知内容：\n" + before.zh(),
                "No longer expected: " + why.text().en() + ". The alert ends without a recovery. Former text:\n"
                        + before.en());
    }

    private static Bilingual objected(Bilingual before, Reason why) {
        return new Bilingual(
                why.text().zh() + "，本预警予以撤销。原通知内容：\n" + before.zh(),
                "Withdrawn: " + why.text().en() + ". Former text:\n" + before.en());
    }

    private static Bilingual marked(Bilingual before, Reason why) {
        return new Bilingual(
                why.text().zh() + "，现予撤销，并非已恢复。原通知内容：\n" + before.zh(),
                "The alert is withdrawn without a recovery: " + why.text().en() + ". Former text:\n" + before.en());
    }

    private static Bilingual untrue(Bilingual before) {
        return new Bilingual(
                "迟到或更正的数据表明该情况不成立，现予误报撤销。原通知内容：\n" + before.zh(),
                "Late or corrected data show that this does not hold; it is withdrawn. Former text:\n" + before.en());
    }

    @Override
    public Bilingual inhibited(Bilingual before) {
        return DischargeTexts.noticed(new Bilingual(
                before.zh() + "\n说明：该限值已被超过，由超标预警接续，本预警结束",
                before.en() + "\nNote: the limit is exceeded now; the exceedance alert takes over from this warning"));
    }

    @Override
    public Bilingual again(CaseKey key, Episode episode, Bilingual before) {
        Bilingual spells = SpellTexts.spells(episode, key.rule());
        Bilingual text = new Bilingual(
                before.zh() + "\n说明：恢复后再次出现，" + spells.zh() + "，并为一件；期间的恢复与再现不再逐次通知",
                before.en() + "\nNote: it came again after it was over, " + spells.en()
                        + ", and is one case; that it comes and goes is not told each time");
        return before.zh().endsWith(DischargeTexts.NOTICE.zh()) ? DischargeTexts.noticed(text) : text;
    }

    @Override
    public Bilingual ended(Bilingual before, Reason why) {
        Bilingual text = new Bilingual(
                before.zh() + "\n说明：" + why.text().zh() + "，不再判断，本预警结束，并非已恢复",
                before.en() + "\nNote: no longer expected: " + why.text().en() + "; the alert ends without a recovery");
        return before.zh().endsWith(DischargeTexts.NOTICE.zh()) ? DischargeTexts.noticed(text) : text;
    }
}
