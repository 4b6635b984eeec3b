package io.greenpark.alerts.preview;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseHandling;
import io.greenpark.alerts.cases.CaseRemarks;
import io.greenpark.alerts.channel.mail.MailChannel;
import io.greenpark.alerts.channel.robot.RobotChannel;
import io.greenpark.alerts.channel.sms.SmsWording;
import io.greenpark.alerts.channel.zhezhengding.ZhezhengdingChannel;
import io.greenpark.alerts.link.CaseLinks;
import io.greenpark.alerts.message.MessageTemplateKind;
import io.greenpark.alerts.message.MessageTemplates;
import io.greenpark.alerts.message.Messages;
import io.greenpark.alerts.message.Messages.Wording;
import io.greenpark.alerts.notice.Tier;
import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.LinksConfig;
import io.greenpark.alerts.outbox.Notification;
import io.greenpark.alerts.outbox.RecentMeans;
import io.greenpark.alerts.outbox.ToldEvent;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.alerts.policy.PolicyJson;
import io.greenpark.alerts.policy.PolicyVersion;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where the wording of messages is edited. Any thread may call. */
public final class MessageDesk {
    private static final String ID = "0000-0000";

    /** Nobody is sent it. */
    private static final String OPENS_NOTHING = "0".repeat(CaseLinks.LENGTH);

    private final MessageTemplateKind kind = new MessageTemplateKind();
    private final Policies<MessageTemplates> policies = new Policies<>(kind);
    private final Messages messages = new Messages(policies);
    private final Books books;
    private final RegistrySource registry;
    private final LinksConfig.Urls urls;
    private final SmsWording sms;
    private final CaseRemarks remarks;
    private final Clock clock;

    /**
     * @param registry all of it
     * @param urls where people reach the console
     * @param sms the approved templates
     * @param remarks what stands beside cases
     */
    public MessageDesk(
            Books books,
            RegistrySource registry,
            LinksConfig.Urls urls,
            SmsWording sms,
            CaseRemarks remarks,
            Clock clock) {
        this.books = books;
        this.registry = registry;
        this.urls = urls;
        this.sms = sms;
        this.remarks = remarks;
        this.clock = clock;
    }

    /** All versions, the one in force first, the shipped one last. */
    public List<PolicyVersion<MessageTemplates>> versions() {
        return books.read(policies::all);
    }

    /** The approved templates of SMS that tell of cases. */
    public List<SmsWording.Approved> approved() {
        return sms.approved();
    }

    /** The version in force. */
    public long newest(Handle handle) {
        return policies.newest(handle).version();
    }

    /** What a version says; empty where there is none. */
    public Optional<String> document(Handle handle, long version) {
        return policies.find(handle, version).map(PolicyVersion::document);
    }

    /** Templates as they would be kept; with {@link PolicyFault} where they cannot be used. */
    public String canonical(String document) {
        sms.check(read(document));
        return policies.canonical(document);
    }

    /**
     * Puts other templates in force, for what is told from then on.
     *
     * @param canonical see {@link #canonical}
     * @param seen the version that whoever changes them has seen
     * @return empty where another one is in force by now
     */
    public Optional<PolicyVersion<MessageTemplates>> change(
            Handle handle, Instant at, String canonical, long seen, String by, String reason) {
        return policies.change(handle, at, canonical, seen, by, reason);
    }

    private MessageTemplates read(String document) {
        return kind.read(PolicyJson.root("document", document));
    }

    /**
     * What would be told of a case.
     *
     * @param told the case as whoever would be told may see it
     * @param document other templates than those in force; null for these
     * @return empty where nothing is told of that step by that channel
     * @throws PolicyFault if the templates cannot be used
     */
    public Optional<Preview> preview(Case told, Wanted wanted, @Nullable String document) {
        Wording wording;
        if (document == null) {
            wording = books.read(messages::wording);
        } else {
            MessageTemplates templates = read(document);
            sms.check(templates);
            wording = messages.wording(templates);
        }
        CaseEvent found = told.events().stream()
                .filter(event -> event.kind() == wanted.kind() && !event.internal())
                .reduce((earlier, later) -> later)
                .orElse(null);
        CaseEvent event = found != null
                ? found
                : new CaseEvent(
                        told.events().size() + 1, wanted.kind(), clock.instant(), CaseEvent.PLATFORM, null, null);
        return content(wanted.channel(), notification(told, event, wording, wanted.tier()), wanted.language())
                .map(content -> new Preview(
                        wanted.channel().equals("mail") ? content.subject() : null,
                        content.body(),
                        content.html(),
                        found != null));
    }

    private Optional<Channel.Content> content(String channel, Notification told, Locale language) {
        return switch (channel) {
            case "mail" -> Optional.of(MailChannel.content(told, language));
            case "robot" -> Optional.of(RobotChannel.content(told, language));
            case "work" -> Optional.of(ZhezhengdingChannel.content(told, language));
            case "line" -> Optional.of(new Channel.Content("", told.line(language)));
            case "sms" ->
                sms.preview(told, language)
                        .map(variables -> new Channel.Content(
                                "",
                                variables.entrySet().stream()
                                        .map(each -> each.getKey() + " = " + each.getValue())
                                        .collect(Collectors.joining("\n"))));
            default -> throw new IllegalArgumentException("there is no channel " + channel);
        };
    }

    private Notification notification(Case told, CaseEvent event, Wording wording, Tier tier) {
        Registry current = registry.current();
        CaseHandling handling = told.handling();
        boolean receipt = handling != null && handling.demanded() && tier != Tier.MAINTAINER;
        boolean ofEnterprise = tier == Tier.ENTERPRISE;
        return books.read(handle -> ToldEvent.of(handle, current, told, event, wording, remarks.of(handle, told))
                .to(
                        ID,
                        ofEnterprise ? urls.enterprises() : urls.officers(),
                        receipt ? OPENS_NOTHING : null,
                        ofEnterprise,
                        RecentMeans.of(handle, told, event.at()),
                        null));
    }
}
