package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseEventListener;
import io.greenpark.alerts.cases.CaseRemarks;
import io.greenpark.alerts.cases.WithheldFigures;
import io.greenpark.alerts.desk.StepListener;
import io.greenpark.alerts.explain.Explaining;
import io.greenpark.alerts.handling.Side;
import io.greenpark.alerts.link.CaseLinks;
import io.greenpark.alerts.message.Messages;
import io.greenpark.alerts.notice.Manner;
import io.greenpark.alerts.notice.NoticePlan;
import io.greenpark.alerts.notice.NoticePlan.When;
import io.greenpark.alerts.notice.Tier;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.config.digest.Sha256;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes notifications: for every event of a case one row per recipient and channel, in the transaction of the event, so
 * that there is a notification if and only if there is the event. {@link Recipients} says to whom, the notice plan when.
 */
public final class Outbox implements CaseEventListener, StepListener {
    /** What a group is told of cases that not everybody in it may see. */
    private static final Bilingual HINT =
            new Bilingual("有新的预警动态，请登录平台查看", "There is news of alerts; sign in to see it");

    /** How everybody is told of a case of before there were plans. */
    private static final Map<Tier, Manner> AT_ONCE =
            Map.of(Tier.MAINTAINER, Manner.AT_ONCE, Tier.ENTERPRISE, Manner.AT_ONCE, Tier.OFFICE, Manner.AT_ONCE);

    private final RegistrySource registry;
    private final Recipients recipients;
    private final List<Channel> channels;
    private final LinksConfig.Urls urls;
    private final Messages messages;
    private final ReceiptLinks receipts;
    private final WithheldFigures withheld;
    private final Tellings tellings;
    private final CaseRemarks remarks;

    /**
     * @param urls where people reach the console
     * @param messages in which words they are told
     * @param links that acknowledge cases
     * @param explaining what is not told by itself
     */
    public Outbox(
            RegistrySource registry,
            Recipients recipients,
            List<Channel> channels,
            LinksConfig.Urls urls,
            Messages messages,
            CaseLinks links,
            WithheldFigures withheld,
            Policies<NoticePlan> plans,
            CaseRemarks remarks,
            Explaining explaining) {
        this.registry = registry;
        this.recipients = recipients;
        this.channels = List.copyOf(channels);
        this.urls = urls;
        this.messages = messages;
        this.receipts = new ReceiptLinks(links);
        this.withheld = withheld;
        this.tellings = new Tellings(plans, explaining);
        this.remarks = remarks;
    }

    @Override
    public void onEvent(Handle handle, Case alertCase, CaseEvent event) {
        Registry current = registry.current();
        List<Recipient> all = recipients.of(current, Told.of(alertCase));
        Set<Tier> reached = all.stream().map(Recipient::tier).collect(Collectors.toSet());
        Optional<Map<Tier, Manner>> manners = tellings.of(handle, current, alertCase, event, reached, event.at());
        tell(
                handle,
                current,
                alertCase,
                event,
                all,
                manners.map(m -> ended(event, reopened(handle, event, m))).orElse(AT_ONCE));
    }

    /** What begins again is looked at again, as nothing was while it was over: the next look finds whether anybody is to be told sooner. */
    @Override
    public void onQuiet(Handle handle, Case c, CaseEvent event) {
        if (c.state() == Case.State.OPEN) {
            Tellings.lookAgain(handle, c, event.at());
        }
    }

    /** That people have to handle it anew is told to whoever is told of the case, and to whoever is told where people reopen one; to nobody while it is muted. */
    private Map<Tier, Manner> reopened(Handle handle, CaseEvent event, Map<Tier, Manner> manners) {
        if (event.kind() != CaseEvent.Kind.REOPENED || manners.isEmpty()) {
            return manners;
        }
        Map<Tier, Manner> all = new EnumMap<>(manners);
        tellings.plan(handle)
                .steps()
                .getOrDefault(event.kind(), Map.of())
                .forEach((tier, manner) -> all.merge(tier, manner, (a, b) -> a.soonerThan(b) ? a : b));
        return all;
    }

    /** Who was told of it by a step alone hears in the hours of work that it is over; who was told nothing, nothing. */
    private static Map<Tier, Manner> ended(CaseEvent event, Map<Tier, Manner> manners) {
        if (event.kind() != CaseEvent.Kind.CLEARED && event.kind() != CaseEvent.Kind.WITHDRAWN) {
            return manners;
        }
        Map<Tier, Manner> all = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            Manner manner = manners.getOrDefault(tier, Manner.NEVER);
            all.put(tier, manner == Manner.NEVER ? Manner.WORKING_HOURS : manner);
        }
        return all;
    }

    /** Whoever is on the other side of a step is told of it, and whoever is to be told of the case sooner by it. */
    @Override
    public void onStep(Handle handle, Case c, CaseEvent event, Side by, boolean internal) {
        if (internal || c.trial() || !c.status().raised()) {
            return;
        }
        Registry current = registry.current();
        Map<Tier, Manner> manners = new EnumMap<>(Tier.class);
        manners.putAll(tellings.plan(handle).steps().getOrDefault(event.kind(), Map.of()));
        tellings.climbed(handle, current, c, event.at())
                .forEach((tier, manner) -> manners.merge(tier, manner, (a, b) -> a.soonerThan(b) ? a : b));
        manners.keySet().removeIf(tier -> isBy(tier, by));
        tell(handle, current, c, event, recipients.of(current, Told.of(c)), manners);
    }

    private static boolean isBy(Tier tier, Side by) {
        return switch (by) {
            case ENTERPRISE -> tier == Tier.ENTERPRISE;
            case OFFICE -> tier == Tier.OFFICE;
            case PLATFORM -> false;
        };
    }

    /** Which tiers are to be told of a case sooner than they were, or at all, and how by now; none in which there is nobody. */
    Map<Tier, Manner> climbed(Handle handle, Case c, Instant now) {
        Registry current = registry.current();
        Map<Tier, Manner> climbed = new EnumMap<>(Tier.class);
        climbed.putAll(tellings.climbed(handle, current, c, now));
        climbed.keySet()
                .retainAll(recipients.of(current, Told.of(c)).stream()
                        .map(Recipient::tier)
                        .collect(Collectors.toSet()));
        return climbed;
    }

    /** Tells some tiers of an event. */
    void tell(Handle handle, Case c, CaseEvent event, Map<Tier, Manner> manners) {
        Registry current = registry.current();
        tell(handle, current, c, event, recipients.of(current, Told.of(c)), manners);
    }

    private void tell(
            Handle handle, Registry current, Case c, CaseEvent event, List<Recipient> all, Map<Tier, Manner> manners) {
        List<Recipient> some = all.stream()
                .filter(r -> manners.getOrDefault(r.tier(), Manner.NEVER) != Manner.NEVER)
                .toList();
        if (!some.isEmpty()) {
            NoticePlan plan = tellings.plan(handle);
            Case told = withheld.withoutWithheldFigure(c);
            ToldEvent it = ToldEvent.of(handle, current, told, event, messages.wording(handle), remarks.of(handle, c));
            some.stream()
                    .flatMap(r -> messages(handle, plan, it, r, Objects.requireNonNull(manners.get(r.tier()))).stream())
                    // Who is told himself and in another one's place is told once: the sooner, and of equals himself.
                    .sorted(Comparator.comparing((Message m) -> m.when().due()).thenComparing(m -> m.absent() != null))
                    .forEach(m -> write(handle, it, m));
        }
    }

    /**
     * A message that is to be written.
     *
     * @param absent who would have been told; null where {@code to} is
     */
    private record Message(Recipient to, @Nullable Recipient absent, Channel channel, String target, When when) {}

    private List<Message> messages(Handle handle, NoticePlan plan, ToldEvent it, Recipient recipient, Manner manner) {
        List<Message> found = new ArrayList<>();
        for (Channel channel : channels) {
            String target = channel.target(recipient);
            if (target != null
                    && channel.tells(it.event().kind())
                    && (!followsUp(it.event())
                            || NotificationRows.isTold(handle, it.told().id(), channel.code(), target))) {
                When when = when(handle, plan, it, recipient, channel, target, manner);
                Recipient other = recipients
                        .standIn(it.registry(), it.told().about(), recipient, when.due())
                        .orElse(null);
                String instead = other == null ? null : channel.target(other);
                found.add(
                        other == null || instead == null
                                ? new Message(recipient, null, channel, target, when)
                                : new Message(
                                        other,
                                        recipient,
                                        channel,
                                        instead,
                                        when(handle, plan, it, other, channel, instead, manner)));
            }
        }
        return found;
    }

    private void write(Handle handle, ToldEvent it, Message m) {
        NotificationRows.Row row = row(handle, it, m);
        NotificationRows.insert(handle, row);
        if (m.absent() != null) {
            String absent = Objects.requireNonNull(m.channel().target(m.absent()));
            StandInTable.put(
                    handle, row.id(), absent, it.told().id(), m.channel().code());
        }
    }

    /** Who was not told of a case is not told that it is over, nor that a term has passed. */
    private static boolean followsUp(CaseEvent event) {
        return event.kind() == CaseEvent.Kind.CLEARED
                || event.kind() == CaseEvent.Kind.WITHDRAWN
                || event.kind() == CaseEvent.Kind.OVERDUE;
    }

    private static When when(
            Handle handle,
            NoticePlan plan,
            ToldEvent it,
            Recipient recipient,
            Channel channel,
            String target,
            Manner manner) {
        ParkTime time = it.told().about().time(it.registry());
        Instant now = it.event().at();
        Instant today = time.startOf(time.dayOf(now));
        int toldToday = NotificationRows.toldAtOnce(handle, channel.code(), target, today);
        return plan.when(
                manner, recipient.tier(), channel.code(), CaseAspects.level(it.told()), toldToday, now, time.zone());
    }

    private NotificationRows.Row row(Handle handle, ToldEvent it, Message m) {
        Recipient recipient = m.to();
        Channel channel = m.channel();
        String target = m.target();
        When when = m.when();
        Case told = it.told();
        CaseEvent event = it.event();
        String id = told.id() + "-" + event.number() + "-" + Sha256.hex(channel.code() + "\n" + target, 6);
        Locale language = recipient.language();
        String url = recipient.ofEnterprise() ? urls.enterprises() : urls.officers();
        Group group = recipient.group();
        if (group != null && !group.audience().maySee(it.registry(), told.about())) {
            String hint = HINT.in(language);
            Channel.Content content =
                    channel.compose(new Digest(id, List.of(hint), url + NotificationRows.CASES_PAGE), language);
            return row(id, told, event, channel, recipient, target, content, hint, when);
        }
        RecentMeans means = channel.showsMeans() ? RecentMeans.of(handle, told, event.at()) : RecentMeans.NONE;
        String receipt = receipts.of(handle, told, recipient, channel, target, id, event.at());
        String inPlaceOf = m.absent() == null ? null : m.absent().name();
        Notification notification = it.to(id, url, receipt, recipient.ofEnterprise(), means, inPlaceOf);
        Channel.Content content = channel.compose(notification, recipient);
        return row(id, told, event, channel, recipient, target, content, notification.line(language), when);
    }

    private static NotificationRows.Row row(
            String id,
            Case told,
            CaseEvent event,
            Channel channel,
            Recipient recipient,
            String target,
            Channel.Content content,
            String line,
            When when) {
        return new NotificationRows.Row(
                id,
                told.id(),
                event,
                channel.code(),
                recipient.name(),
                recipient.language(),
                target,
                content,
                line,
                when.due(),
                when.bundle());
    }
}
