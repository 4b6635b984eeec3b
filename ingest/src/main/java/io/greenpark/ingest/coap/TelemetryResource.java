package io.greenpark.ingest.coap;

import io.greenpark.ingest.IngestPipeline;
import io.greenpark.ingest.admission.Excerpt;
import io.greenpark.ingest.intake.IntakeResult;
import io.greenpark.ingest.payload.PayloadFormat;
import io.greenpark.park.deadletter.DeadLetter;
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

/** {@code POST /greenpark/{device}/telemetry}; every other path below {@code /greenpark} is refused here. */
final class TelemetryResource extends CoapResource {
    private static final int MAX_AGE_S = 5;
    /** Before the client's first repetition (2 s): a slow commit becomes a separate response. */
    private static final int ACCEPT_AFTER_MS = 1_000;

    private final IngestPipeline pipeline;
    private final CoapRequestHandler handler;

    TelemetryResource(IngestPipeline pipeline, CoapRequestHandler handler) {
        super("greenpark");
        this.pipeline = pipeline;
        this.handler = handler;
    }

    @Override
    public Resource getChild(String name) {
        return this;
    }

    @Override
    public void handlePOST(CoapExchange exchange) {
        if (handler.isFull()) {
            busy(exchange, "too many readings are in flight; try again in a few seconds");
            return;
        }
        List<String> levels = exchange.getRequestOptions().getUriPath();
        String path = "/" + String.join("/", levels);
        int contentFormat = exchange.getRequestOptions().getContentFormat();
        String contentType =
                contentFormat == MediaTypeRegistry.UNDEFINED ? null : MediaTypeRegistry.toString(contentFormat);
        if (levels.size() != 3 || !levels.get(2).equals("telemetry")) {
            RejectReason reason = RejectReason.UNKNOWN_TOPIC;
            refuse(exchange, reason, CoapMessages.unknownPath(path), code(reason));
        } else if (contentType != null && !pipeline.formats().knows(contentType)) {
            refuse(
                    exchange,
                    RejectReason.MALFORMED,
                    CoapMessages.unknownFormat(contentFormat),
                    ResponseCode.UNSUPPORTED_CONTENT_FORMAT);
        } else {
            take(exchange, levels.get(1), pipeline.formats().choose(Door.COAP, path, contentType));
        }
    }

    private void take(CoapExchange exchange, String deviceId, PayloadFormat format) {
        AtomicBoolean answered = acceptWhenSlow(exchange);
        handler.take(identity(exchange), deviceId, format, payload(exchange), result -> {
            if (answered.compareAndSet(false, true)) {
                answer(exchange, result);
            }
        });
    }

    private AtomicBoolean acceptWhenSlow(CoapExchange exchange) {
        AtomicBoolean answered = new AtomicBoolean();
        handler.later(ACCEPT_AFTER_MS, () -> {
            if (!answered.get()) {
                exchange.accept();
            }
        });
        return answered;
    }

    private static void answer(CoapExchange exchange, IntakeResult result) {
        switch (result.status()) {
            case STORED, PARTLY_STORED -> exchange.respond(ResponseCode.CHANGED);
            case UNAVAILABLE -> busy(exchange, result.detail());
            case REJECTED -> exchange.respond(code(result.reason()), result.detail());
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

    /** Answers once the dead letter is durable. */
    private void refuse(CoapExchange exchange, RejectReason reason, Bilingual detail, ResponseCode code) {
        byte[] sent = payload(exchange);
        String identity = identity(exchange);
        String sender = identity == null ? exchange.getSourceAddress().getHostAddress() : identity;
        long now = pipeline.clock().millis();
        DeadLetter deadLetter = new DeadLetter(Door.COAP, sender, null, null, reason, detail, Excerpt.of(sent), now);
        handler.refuse(deadLetter, result -> {
            if (result.status() == IntakeResult.Status.UNAVAILABLE) {
                busy(exchange, result.detail());
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
