package io.greenpark.alerts.outbox;

import io.greenpark.alerts.notice.Tier;
import io.greenpark.config.secret.Secrets;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** How the ways fare on which people are told, and test messages on them. Any thread may call. */
public final class ChannelDesk {
    /** Between two test messages on one way. */
    public static final Duration APART = Duration.ofMinutes(1);

    private static final int ID_CHARACTERS = 12;
    private static final int ANSWERED_WITHIN_SECONDS = 60;

    private final Books books;
    private final List<Channel> channels;
    private final Routes routes;
    private final LinksConfig.Urls urls;
    private final Clock clock;

    /** @param urls where people reach the console */
    public ChannelDesk(Books books, OutboxConfig config, List<Channel> channels, LinksConfig.Urls urls, Clock clock) {
        this.books = books;
        this.channels = List.copyOf(channels);
        this.routes = new Routes(config, channels);
        this.urls = urls;
        this.clock = clock;
    }

    /**
     * A way and how it fares.
     *
     * @param waiting messages that are to be delivered on it
     */
    public record Line(Route route, RouteState state, long waiting) {}

    /**
     * What came of a test message.
     *
     * @param delivered whether the other side has taken it
     * @param answer what went wrong; null where nothing did. It holds no secret
     */
    public record Tested(boolean delivered, @Nullable String answer) {}

    /** All ways of the settings. */
    public List<Line> lines() {
        return books.read(handle -> {
            Map<Route, RouteState> states = RouteTable.all(handle);
            Map<Route, Long> waiting = RouteTable.waiting(handle, routes);
            return routes.all().stream()
                    .map(route -> new Line(
                            route, states.getOrDefault(route, RouteState.UNTRIED), waiting.getOrDefault(route, 0L)))
                    .toList();
        });
    }

    /** Whether the settings have such a channel. */
    public boolean isKnown(String channel) {
        return channels.stream().anyMatch(c -> c.code().equals(channel));
    }

    /** Where a test message may go. */
    public boolean isKnown(Route route) {
        return routes.recipient(route) != null;
    }

    /** Whether a channel reaches somebody by a mail address. */
    public boolean reaches(String channel, String name, String email) {
        return channels.stream().anyMatch(c -> c.code().equals(channel) && c.target(byMail(name, email)) != null);
    }

    private static Recipient byMail(String name, String email) {
        return Recipient.of(new Contact(name, email, null, Locale.CHINESE), Tier.OFFICE);
    }

    /** Sends a test message to a group or a recipient of the settings; empty where the last one on that way is too short ago. */
    public Optional<Tested> test(Route route, String by) {
        Recipient recipient = routes.recipient(route);
        if (recipient == null) {
            throw new IllegalArgumentException("the settings have no " + route.subject());
        }
        return test(route, recipient, by);
    }

    /** The same to whoever asks for it. */
    public Optional<Tested> testOneself(String channel, String name, String email) {
        return test(new Route(channel, ""), byMail(name, email), name);
    }

    private Optional<Tested> test(Route route, Recipient recipient, String by) {
        Instant now = clock.instant();
        if (!books.<Boolean, RuntimeException>write(tx -> RouteTable.mayTest(tx.handle(), route, APART, now))) {
            return Optional.empty();
        }
        Channel channel = channels.stream()
                .filter(c -> c.code().equals(route.channel()))
                .findFirst()
                .orElseThrow();
        String target = String.valueOf(channel.target(recipient));
        String id = "test-" + Secrets.random(ID_CHARACTERS);
        Channel.Content content = channel.compose(id, letter(by, now), recipient);
        DeliveryResult result = send(
                channel, new Channel.OutboundMessage(id, target, content.subject(), content.body(), content.html()));
        String reason = Routes.reason(result);
        books.write(tx -> {
            RouteTable.Outcomes outcomes = new RouteTable.Outcomes();
            outcomes.add(routes, route.channel(), target, result, reason);
            outcomes.write(tx.handle(), clock.instant());
            return true;
        });
        boolean delivered = result instanceof DeliveryResult.Delivered;
        return Optional.of(new Tested(delivered, delivered ? null : reason));
    }

    private Letter letter(String by, Instant now) {
        return new Letter(
                Letter.TEST,
                1,
                Subject.district(""),
                Letter.TEST,
                new Bilingual("测试消息", "Test message"),
                new Bilingual(
                        "这是 " + by + " 发送的测试消息。收到即表示该通知渠道可用，无须处理。",
                        "A test message that " + by
                                + " sent. That you read it shows that you are reached this way; there is"
                                + " nothing to do."),
                urls.officers() + "/#/operations",
                now);
    }

    private static DeliveryResult send(Channel channel, Channel.OutboundMessage message) {
        try {
            return channel.send(message).toCompletableFuture().get(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return new DeliveryResult.Retry("no answer within " + ANSWERED_WITHIN_SECONDS + " s");
        } catch (ExecutionException e) {
            return new DeliveryResult.Retry(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new DeliveryResult.Retry("interrupted");
        }
    }
}
