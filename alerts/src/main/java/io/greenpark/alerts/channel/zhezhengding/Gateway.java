package io.greenpark.alerts.channel.zhezhengding;

import io.greenpark.alerts.channel.http.ChannelClient;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The gateway of the government's DingTalk: its token, kept until shortly before its end, and signed requests. Any thread may call. */
final class Gateway {
    static final String NAME = "the gateway of zhezhengding";
    private static final String TOKEN_PATH = "/gettoken.json";
    private static final Duration LIFE = Duration.ofSeconds(7_200);

    /** Renewed so long before its end. */
    private static final Duration EARLY = Duration.ofMinutes(5);

    private static final int OK = 200;
    private static final int FOUR_DIGITS = 10_000;

    private final WebClient client;
    private final ZhezhengdingSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Future<Token> token;

    Gateway(Vertx vertx, ZhezhengdingSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = ChannelClient.of(vertx, settings.timeout());
    }

    private record Token(String text, Instant begun, Instant until) {
        /** A clock that was put back is no reason to trust it for longer. */
        boolean holds(Instant now) {
            return now.isBefore(until) && !now.isBefore(begun);
        }
    }

    /** It gave no token; the reason holds no secret. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final String reason;

        Refused(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** Posts with a token; where the gateway refuses the token, once more with a new one. */
    Future<HttpResponse<Buffer>> post(String path, Map<String, String> parameters) {
        return token().compose(used -> post(path, parameters, used)
                .compose(answer ->
                        answer.statusCode() == OK && GatewayAnswer.of(answer).refusesToken()
                                ? renewed(used).compose(fresh -> post(path, parameters, fresh))
                                : Future.succeededFuture(answer)));
    }

    private Future<HttpResponse<Buffer>> post(String path, Map<String, String> parameters, Token used) {
        TreeMap<String, String> all = new TreeMap<>(parameters);
        all.put("access_token", used.text());
        GatewayRequest request = request("POST", path, all);
        return signed(HttpMethod.POST, settings.url() + path, request)
                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .sendBuffer(Buffer.buffer(request.encoded()));
    }

    private synchronized Future<Token> token() {
        Future<Token> known = token;
        boolean usable = known != null
                && (!known.isComplete() || known.succeeded() && known.result().holds(clock.instant()));
        return usable ? Objects.requireNonNull(known) : fetch();
    }

    /** A new one, unless another message has got one meanwhile. */
    private synchronized Future<Token> renewed(Token refused) {
        Future<Token> known = token;
        boolean same = known != null && known.succeeded() && known.result().equals(refused);
        return known == null || same ? fetch() : token();
    }

    private synchronized Future<Token> fetch() {
        Instant now = clock.instant();
        TreeMap<String, String> parameters = new TreeMap<>();
        parameters.put("appkey", String.valueOf(settings.appKey()));
        parameters.put("appsecret", settings.appSecret());
        GatewayRequest request = request("GET", TOKEN_PATH, parameters);
        Future<Token> fetched = signed(HttpMethod.GET, settings.url() + TOKEN_PATH + "?" + request.encoded(), request)
                .send()
                .compose(answer -> token(answer, now));
        token = fetched;
        return fetched;
    }

    private static Future<Token> token(HttpResponse<Buffer> answer, Instant now) {
        if (answer.statusCode() != OK) {
            return Future.failedFuture(new Refused(NAME + " gave no token: it answered " + answer.statusCode()));
        }
        GatewayAnswer said = GatewayAnswer.of(answer);
        String text = said.data().getString("accessToken");
        if (said.refusal() != null || text == null) {
            return Future.failedFuture(new Refused(
                    NAME + " gave no token: it answered " + Objects.requireNonNullElse(said.refusal(), "without one")));
        }
        Duration life = Duration.ofSeconds(said.data().getLong("expiresIn", LIFE.toSeconds()));
        Duration kept = life.compareTo(EARLY.multipliedBy(2)) > 0 ? life.minus(EARLY) : life.dividedBy(2);
        return Future.succeededFuture(new Token(text, now, now.plus(kept)));
    }

    private GatewayRequest request(String method, String path, TreeMap<String, String> parameters) {
        Instant now = clock.instant();
        String nonce = now.toEpochMilli() + String.format("%04d", random.nextInt(FOUR_DIGITS));
        return new GatewayRequest(method, GatewayRequest.time(now), nonce, path, parameters);
    }

    private HttpRequest<Buffer> signed(HttpMethod method, String url, GatewayRequest request) {
        return client.requestAbs(method, url)
                .timeout(settings.timeout().toMillis())
                .putHeader("X-Hmac-Auth-Timestamp", request.time())
                .putHeader("X-Hmac-Auth-Version", "1.0")
                .putHeader("X-Hmac-Auth-Nonce", request.nonce())
                .putHeader("X-Hmac-Auth-IP", settings.ip())
                .putHeader("X-Hmac-Auth-MAC", settings.mac())
                .putHeader("apiKey", String.valueOf(settings.appKey()))
                .putHeader("X-Hmac-Auth-Signature", request.signature(settings.appSecret()));
    }

    void close() {
        client.close();
    }
}
