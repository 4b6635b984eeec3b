package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.notice.Manner;
import io.greenpark.alerts.outbox.OutboxTable.NewMessage;
import io.greenpark.config.digest.Sha256;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Puts notifications that are due together, and more than the other side takes at its pace, into one message to their recipient: an envelope. It
 * is written in the transaction that takes them out of the queue, under an id that follows from what is in it, so a crash before or after
 * makes no second one. They are delivered, or given up, when it is.
 */
final class Bundling {
    private static final int MOST_AT_ONCE = 2_000;

    /** Until an address that takes only some of what is due is looked at again. */
    private static final Duration LATER = Duration.ofMinutes(1);

    private static final String SELECT = "SELECT o.id, o.case_id, o.step, o.channel, o.target, o.recipient, o.language,"
            + " o.line, o.bundle, o.unsure, c.rule, c.scope, c.enterprise, c.area, c.subject AS case_subject, c.device"
            + " FROM alert_outbox o JOIN alert_case c ON c.id = o.case_id WHERE ";

    private final Map<String, Channel> channels;
    private final Recipients recipients;
    private final LinksConfig.Urls urls;
    private final Pacer pacer;

    Bundling(Map<String, Channel> channels, Recipients recipients, LinksConfig.Urls urls, Pacer pacer) {
        this.channels = Map.copyOf(channels);
        this.recipients = recipients;
        this.urls = urls;
        this.pacer = pacer;
    }

    /** One of whom are told together: the same channel and address, and why. */
    private record Together(
            String channel, String target, @Nullable String bundle) {}

    /** A notification that is due. */
    record Due(
            String id,
            String caseId,
            int step,
            String channel,
            String target,
            String recipient,
            @Nullable String language,
            @Nullable String line,
            @Nullable String bundle,
            int unsure,
            Case.Rule rule,
            Subject.Scope scope,
            @Nullable String enterprise,
            @Nullable String area,
            String caseSubject,
            @Nullable String device) {
        Told told() {
            Subject about = new Subject(scope, Objects.requireNonNull(enterprise == null ? area : enterprise));
            return new Told(rule, about, caseSubject, device);
        }
    }

    /** Makes envelopes of what is due; what an address takes only later waits until then. */
    void bundle(Handle handle, Registry registry, Instant now, Instant horizon) {
        Map<Together, List<Due>> groups = new LinkedHashMap<>();
        for (Due due : due(handle, now, horizon)) {
            groups.computeIfAbsent(together(due), g -> new ArrayList<>()).add(due);
        }
        groups.forEach((together, members) -> putTogether(handle, registry, together, members, now));
    }

    /** What may have been sent goes as it was, under its own id; what is new goes together where it has to. */
    private void putTogether(Handle handle, Registry registry, Together together, List<Due> members, Instant now) {
        int left = pacer.left(together.channel(), together.target(), now);
        if (members.stream().allMatch(m -> m.bundle() == null) && members.size() <= left) {
            return;
        }
        List<Due> again = members.stream().filter(m -> m.unsure() == 1).toList();
        List<Due> fresh = members.stream().filter(m -> m.unsure() == 0).toList();
        Instant later = pacer.freeAt(together.channel(), together.target(), now).orElse(now.plus(LATER));
        if (again.size() > left) {
            postpone(handle, again.subList(left, again.size()), later);
        }
        if (again.size() >= left) {
            postpone(handle, fresh, later);
        } else if (!fresh.isEmpty()) {
            envelope(handle, registry, together, fresh, now);
        }
    }

    /** Where an address takes only so many messages, all that is due to it goes together where any has to. */
    private Together together(Due due) {
        Channel channel = channels.get(due.channel());
        return channel != null && channel.isPaced()
                ? new Together(due.channel(), due.target(), null)
                : new Together(due.channel(), due.target(), atOneTime(due.bundle()));
    }

    /** What waits for the digest and what waits for the hour of work come together where that is the same. */
    private static @Nullable String atOneTime(@Nullable String bundle) {
        String working = Manner.WORKING_HOURS.name() + " ";
        return bundle == null || !bundle.startsWith(working)
                ? bundle
                : Manner.DIGEST.name() + " " + bundle.substring(working.length());
    }

    private List<Due> due(Handle handle, Instant now, Instant horizon) {
        List<String> bounded = channels.values().stream()
                .filter(Channel::isPaced)
                .map(Channel::code)
                .toList();
        String ofBounded = bounded.isEmpty() ? "" : " OR o.channel IN (<bounded>)";
        Query query = handle.createQuery(SELECT + OutboxTable.DUE
                + " AND o.claimed_by IS NULL AND (o.bundle IS NOT NULL" + ofBounded
                + ") ORDER BY o.created_ms, o.case_id, o.step LIMIT "
                + MOST_AT_ONCE);
        if (!bounded.isEmpty()) {
            query.bindList("bounded", bounded);
        }
        return query.bind("now", now.toEpochMilli())
                .bind("horizon", horizon.toEpochMilli())
                .map(ConstructorMapper.of(Due.class))
                .list();
    }

    private static void postpone(Handle handle, List<Due> members, Instant until) {
        if (members.isEmpty()) {
            return;
        }
        handle.createUpdate("UPDATE alert_outbox SET next_attempt_ms = :until WHERE id IN (<ids>)")
                .bind("until", until.toEpochMilli())
                .bindList("ids", members.stream().map(Due::id).toList())
                .execute();
    }

    private void envelope(Handle handle, Registry registry, Together together, List<Due> due, Instant now) {
        List<Due> members = inOrder(handle, together, due);
        Channel channel = channels.get(together.channel());
        if (members.size() < 2 || channel == null) {
            // It goes alone, or nowhere as long as the channel is switched off.
            alone(handle, members);
            return;
        }
        Map<Due, Recipient> told = new LinkedHashMap<>();
        List<Due> left = new ArrayList<>();
        members.forEach(
                m -> recipient(handle, registry, channel, m).ifPresentOrElse(r -> told.put(m, r), () -> left.add(m)));
        // Who is told no more of one is found out where it is sent.
        alone(handle, left);
        if (told.size() < 2) {
            alone(handle, told.keySet());
            return;
        }
        write(handle, together, channel, told, now);
    }

    private void write(Handle handle, Together together, Channel channel, Map<Due, Recipient> told, Instant now) {
        List<String> ids = told.keySet().stream().map(Due::id).toList();
        String id = "bundle-"
                + Sha256.hex(together.channel() + "\n" + together.target() + "\n" + String.join("\n", ids), 12);
        Due last = told.keySet().stream().reduce((a, b) -> b).orElseThrow();
        boolean ofEnterprise = told.values().stream().allMatch(Recipient::ofEnterprise);
        String link = (ofEnterprise ? urls.enterprises() : urls.officers()) + NotificationRows.CASES_PAGE;
        List<String> lines = Digest.lines(told.keySet().stream()
                .map(m -> new Digest.Line(m.caseId(), Objects.requireNonNullElse(m.line(), m.caseId())))
                .toList());
        Locale language = Locale.forLanguageTag(Objects.requireNonNullElse(last.language(), "zh"));
        Channel.Content content =
                told.keySet().stream().map(Due::caseId).distinct().count() == 1
                        ? ofOne(handle, last.id(), id)
                        : channel.compose(new Digest(id, lines, link), language);
        OutboxTable.ENVELOPES.insert(
                handle,
                new NewMessage(
                        id,
                        Objects.requireNonNullElse(together.bundle(), ""),
                        1,
                        null,
                        together.channel(),
                        last.recipient(),
                        together.target(),
                        content,
                        now));
        handle.createUpdate("UPDATE alert_outbox SET envelope = :id, next_attempt_ms = NULL WHERE id IN (<ids>)")
                .bind("id", id)
                .bindList("ids", ids)
                .execute();
    }

    /** All are of one case: what it said last says the most, under the envelope's id. */
    private static Channel.Content ofOne(Handle handle, String last, String id) {
        return handle.createQuery("SELECT subject, body, html FROM alert_outbox WHERE id = :id")
                .bind("id", last)
                .map((row, context) -> new Channel.Content(
                        row.getString("subject"),
                        row.getString("body").replace(last, id),
                        Optional.ofNullable(row.getString("html"))
                                .map(html -> html.replace(last, id))
                                .orElse(null)))
                .one();
    }

    private Optional<Recipient> recipient(Handle handle, Registry registry, Channel channel, Due due) {
        return recipients.of(registry, due.told()).stream()
                .filter(r -> due.target().equals(channel.target(r)))
                .findFirst()
                .or(() -> StandInTable.has(handle, due.id())
                        ? recipients.standingIn(registry, due.told().about(), channel, due.target())
                        : Optional.empty());
    }

    /** Whether all whom an envelope tells of something are still to be told of it. */
    boolean isStillTold(Handle handle, Registry registry, String envelope) {
        return members(handle, envelope).stream().allMatch(m -> Optional.ofNullable(channels.get(m.channel()))
                .flatMap(channel -> recipient(handle, registry, channel, m))
                .isPresent());
    }

    /** What is in an envelope is told anew, as far as it is still to be told. */
    static void open(Handle handle, String envelope, Instant now) {
        handle.createUpdate("UPDATE alert_outbox SET envelope = NULL, next_attempt_ms = :now WHERE envelope = :id")
                .bind("now", now.toEpochMilli())
                .bind("id", envelope)
                .execute();
    }

    /** Those in an envelope came to what it came to. */
    static void settle(Handle handle, String envelope, boolean delivered, Instant now, @Nullable String error) {
        handle.createUpdate("UPDATE alert_outbox SET " + (delivered ? "delivered_ms" : "given_up_ms")
                        + " = :now, last_error = :error WHERE envelope = :id")
                .bind("now", now.toEpochMilli())
                .bind("error", error)
                .bind("id", envelope)
                .execute();
    }

    private static List<Due> members(Handle handle, String envelope) {
        return handle.createQuery(SELECT + "o.envelope = :id")
                .bind("id", envelope)
                .map(ConstructorMapper.of(Due.class))
                .list();
    }

    private static void alone(Handle handle, Collection<Due> members) {
        if (!members.isEmpty()) {
            handle.createUpdate("UPDATE alert_outbox SET bundle = NULL WHERE id IN (<ids>)")
                    .bindList("ids", members.stream().map(Due::id).toList())
                    .execute();
        }
    }

    /** Those before which nothing of their case is still on its way to the same address but what goes with them. */
    private static List<Due> inOrder(Handle handle, Together together, List<Due> due) {
        Map<String, Set<Integer>> waiting = new HashMap<>();
        handle.createQuery("SELECT e.case_id, e.step FROM alert_outbox e WHERE e.channel = :channel"
                        + " AND e.target = :target AND e.case_id IN (<cases>) AND " + OutboxTable.NOT_ARRIVED)
                .bind("channel", together.channel())
                .bind("target", together.target())
                .bindList("cases", due.stream().map(Due::caseId).distinct().toList())
                .map((row, context) -> waiting.computeIfAbsent(row.getString("case_id"), c -> new TreeSet<>())
                        .add(row.getInt("step")))
                .list();
        List<Due> sorted =
                due.stream().sorted(Comparator.comparingInt(Due::step)).toList();
        Set<String> taken = sorted.stream()
                .filter(m -> {
                    Set<Integer> open = waiting.getOrDefault(m.caseId(), Set.of());
                    boolean next = open.stream().noneMatch(step -> step < m.step());
                    if (next) {
                        open.remove(m.step());
                    }
                    return next;
                })
                .map(Due::id)
                .collect(Collectors.toSet());
        return due.stream().filter(m -> taken.contains(m.id())).toList();
    }
}
