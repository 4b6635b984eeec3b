package io.greenpark.ingest.coap;

import io.greenpark.ingest.admission.MessageValidators;
import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.ingest.intake.IntakeResult;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.text.Bilingual;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;
import org.jspecify.annotations.Nullable;

/** {@code POST /greenpark/{device}/telemetry}: everything below {@code /greenpark} ends here. */
final class TelemetryResource extends CoapResource {
    private static final int MAX_AGE_S = 5;
    /** Before the client's first repetition (2 s): a slow commit becomes a separate response. */
    private static final int ACCEPT_AFTER_MS = 1_000;

    private final CoapRequestHandler desk;

    TelemetryResource(CoapRequestHandler desk) {
        super("greenpark");
        this.desk = desk;
    }

    @Override
    public Resource getChild(String name) {
        return this;
    }

    @Override
    public void handlePOST(CoapExchange exchange) {
        if (desk.full()) {
            busy(exchange, "too many readings are under way; try again in a few seconds");
            return;
        }
        List<String> path = exchange.getRequestOptions().getUriPath();
        String identity = identity(exchange);
        if (path.size() != 3 || !path.get(2).equals("telemetry")) {
            refuse(
                    exchange,
                    identity,
                    RejectReason.UNKNOWN_TOPIC,
                    CoapMessages.unknownPath("/" + String.join("/", path)));
            return;
        }
        int format = exchange.getRequestOptions().getContentFormat();
        if (format != MediaTypeRegistry.UNDEFINED
                && format != MediaTypeRegistry.APPLICATION_JSON
                && format != MediaTypeRegistry.TEXT_PLAIN) {
            refuse(
                    exchange,
                    identity,
                    RejectReason.MALFORMED,
                    CoapMessages.unknownFormat(format),
                    ResponseCode.UNSUPPORTED_CONTENT_FORMAT);
            return;
        }
        AtomicBoolean answered = acceptWhenSlow(exchange);
        desk.take(identity, path.get(1), payload(exchange), outcome -> {
            if (answered.compareAndSet(false, true)) {
                answer(exchange, outcome);
            }
        });
    }

    private AtomicBoolean acceptWhenSlow(CoapExchange exchange) {
        AtomicBoolean answered = new AtomicBoolean();
        desk.later(ACCEPT_AFTER_MS, () -> {
            if (!answered.get()) {
                exchange.accept();
            }
        });
        return answered;
    }

    private static void answer(CoapExchange exchange, IntakeResult outcome) {
        switch (outcome.kind()) {
            case ALL_KEPT, PARTLY_KEPT -> exchange.respond(ResponseCode.CHANGED);
            case UNAVAILABLE -> busy(exchange, outcome.detail());
            case NOTHING_KEPT -> exchange.respond(code(outcome.reason()), outcome.detail());
        }
    }

    private static void busy(CoapExchange exchange, String detail) {
        exchange.setMaxAge(MAX_AGE_S);
        exchange.respond(ResponseCode.SERVICE_UNAVAILABLE, detail);
    }

    private static ResponseCode code(@Nullable RejectReason reason) {
        if (reason == null) {
            return ResponseCode.BAD_REQUEST;
        }
        return switch (reason) {
            case BAD_CREDENTIALS -> ResponseCode.UNAUTHORIZED;
            case FORBIDDEN_DEVICE -> ResponseCode.FORBIDDEN;
            case UNKNOWN_DEVICE, UNKNOWN_TOPIC -> ResponseCode.NOT_FOUND;
            case TOO_LARGE -> ResponseCode.REQUEST_ENTITY_TOO_LARGE;
            default -> ResponseCode.BAD_REQUEST;
        };
    }

    private void refuse(CoapExchange exchange, @Nullable String identity, RejectReason reason, Bilingual detail) {
        refuse(exchange, identity, reason, detail, code(reason));
    }

    /** Answers once the refusal is durable. */
    private void refuse(
            CoapExchange exchange,
            @Nullable String identity,
            RejectReason reason,
            Bilingual detail,
            ResponseCode code) {
        byte[] sent = payload(exchange);
        String sender = identity == null ? exchange.getSourceAddress().getHostAddress() : identity;
        ValidatedMessage refusal = ValidatedMessage.refused(MessageValidators.refusal(
                Door.COAP, sender, null, reason, detail, MessageValidators.excerpt(sent, 0, sent.length), desk.now()));
        desk.refuse(refusal, outcome -> {
            if (outcome.kind() == IntakeResult.Status.UNAVAILABLE) {
                busy(exchange, outcome.detail());
            } else {
                exchange.respond(code, detail.en());
            }
        });
    }

    private static byte[] payload(CoapExchange exchange) {
        byte @Nullable [] payload = exchange.getRequestPayload();
        return payload == null ? new byte[0] : payload;
    }

    private static @Nullable String identity(CoapExchange exchange) {
        Principal principal =
                exchange.advanced().getRequest().getSourceContext().getPeerIdentity();
        return principal == null ? null : principal.getName();
    }
}
