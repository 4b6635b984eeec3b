package io.greenpark.alerts.channel.robot;

import io.greenpark.alerts.channel.http.ChannelClient;
import io.greenpark.alerts.channel.webhook.WebhookSettings;
import io.greenpark.alerts.message.MessageFamily;
import io.greenpark.alerts.message.MessagePart;
import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.DeliveryResult;
import io.greenpark.alerts.outbox.Digest;
import io.greenpark.alerts.outbox.Group;
import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.Notification;
import io.greenpark.alerts.outbox.Pace;
import io.greenpark.alerts.outbox.Recipient;
import io.greenpark.alerts.outbox.RetryAfter;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the groups of one kind of robot. What the books keep as its address is the group's id; address and secret stay in the settings. The
 * message id stands in the text, as robots know none.
 */
public final class RobotChannel implements Channel {
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;
    private static final int TIMED_OUT = 408;

    private final RobotKind kind;
    private final Map<String, Group> groups;
    private final WebClient client;
    private final Duration timeout;
    private final Clock clock;

    private RobotChannel(RobotKind kind, List<Group> groups, Vertx vertx, WebhookSettings settings, Clock clock) {
        this.kind = kind;
        this.groups = groups.stream().collect(Collectors.toMap(Group::id, Function.identity()));
        this.timeout = settings.timeout();
        this.clock = clock;
        this.client = ChannelClient.of(vertx, timeout);
    }

    /** One for each kind of robot that there are groups of. */
    public static List<Channel> of(Vertx vertx, List<Group> groups, WebhookSettings settings, Clock clock) {
        return Arrays.stream(RobotKind.values())
                .filter(kind -> groups.stream().anyMatch(group -> group.kind() == kind.kind()))
                .map(kind -> (Channel) new RobotChannel(
                        kind,
                        groups.stream()
                                .filter(group -> group.kind() == kind.kind())
                                .toList(),
                        vertx,
                        settings,
                        clock))
                .toList();
    }

    @Override
    public String code() {
        return kind.kind().code();
    }

    @Override
    public boolean hasServer() {
        return false;
    }

    @Override
    public @Nullable String target(Recipient recipient) {
        Group group = recipient.group();
        return group != null && group.kind() == kind.kind() ? group.id() : null;
    }

    @Override
    public boolean isPaced() {
        return true;
    }

    @Override
    public Pace pace(String target) {
        Group group = groups.get(target);
        return group == null ? Pace.ANY : new Pace(group.perMinute(), Duration.ofMinutes(1));
    }

    @Override
    public Content compose(Notification notification, Recipient recipient) {
        return content(notification, recipient.language(), kind.mostBytes());
    }

    /** A notification in a group, as the robot that takes least has it. */
    public static Content content(Notification told, Locale language) {
        return content(told, language, RobotKind.leastBytes());
    }

    private static Content content(Notification told, Locale language, int mostBytes) {
        String foot = told.links(MessageFamily.ROBOT, language) + "\n"
                + told.part(MessageFamily.ROBOT, MessagePart.FOOT, language);
        List<String> lines = List.of(
                told.part(MessageFamily.ROBOT, MessagePart.BODY, language).split("\n"));
        String heading = told.part(MessageFamily.ROBOT, MessagePart.HEADING, language);
        return new Content(told.line(language), FittingText.of(heading, lines, foot, mostBytes));
    }

    @Override
    public Content compose(String messageId, Letter letter, Recipient recipient) {
        Locale language = recipient.language();
        String text = letter.text().in(language);
        return content(
                letter.title().in(language), List.of(text.split("\n")), foot(letter.link(), messageId, language));
    }

    @Override
    public Content compose(Digest digest, Locale language) {
        List<String> lines = digest.lines().stream().map(line -> "• " + line).toList();
        return content(digest.title().in(language), lines, foot(digest.link(), digest.messageId(), language));
    }

    private static String foot(String link, String messageId, Locale language) {
        return new Bilingual("查看：" + link + "\n消息编号：" + messageId, "Look: " + link + "\nMessage id: " + messageId)
                .in(language);
    }

    private Content content(String title, List<String> lines, String foot) {
        return new Content(title, FittingText.of("[Greenpark] " + title, lines, foot, kind.mostBytes()));
    }

    @Override
    public CompletionStage<DeliveryResult> send(OutboundMessage message) {
        Group group = groups.get(message.target());
        if (group == null) {
            return Future.<DeliveryResult>succeededFuture(
                            new DeliveryResult.Retry("the settings have no group " + message.target()))
                    .toCompletionStage();
        }
        String robot = "the robot of " + group.id();
        Future<DeliveryResult> sent;
        try {
            sent = client.postAbs(kind.url(group, clock.instant()))
                    .timeout(timeout.toMillis())
                    .sendJsonObject(kind.body(group, message.body(), clock.instant()))
                    .map(answer -> result(robot, answer));
        } catch (RuntimeException e) {
            // The reason must not show the address, whatever is wrong with it.
            sent = Future.succeededFuture(new DeliveryResult.Undeliverable(robot + " has a malformed address"));
        }
        return sent.recover(failure -> Future.succeededFuture(
                        DeliveryResult.Retry.failed(robot, failure).ofAddress()))
                .toCompletionStage();
    }

    private DeliveryResult result(String robot, HttpResponse<Buffer> answer) {
        int status = answer.statusCode();
        if (status == OK) {
            return kind.result(robot, String.valueOf(answer.bodyAsString()));
        }
        String reason = robot + " answered " + status;
        return status == TOO_MANY || status == TIMED_OUT || status >= SERVER_ERRORS
                ? new DeliveryResult.Retry(reason, reason).after(RetryAfter.seconds(answer.getHeader("Retry-After")))
                : new DeliveryResult.Undeliverable(reason, reason);
    }

    @Override
    public void close() {
        client.close();
    }
}
