package io.greenpark.ingest.coap;

import io.greenpark.ingest.IngestPipeline;
import io.greenpark.ingest.intake.IntakeResult;
import io.greenpark.ingest.payload.PayloadFormat;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.text.Bilingual;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.OptionSet;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /greenpark/{device}/telemetry}; every other request is refused here, with a diagnostic payload and a dead
 * letter.
 */
final class TelemetryResource extends CoapResource {
    private static final int MAX_AGE_S = 5;
    /** Before the client's first repetition (2 s): a slow commit becomes a separate response. */
    private static final int ACCEPT_AFTER_MS = 1_000;

    private final IngestPipeline pipeline;
    private final CoapRequestHandler handler;
    private final CoapLetters letters;

    TelemetryResource(IngestPipeline pipeline, CoapRequestHandler handler, CoapLetters letters) {
        super("greenpark");
        this.pipeline = pipeline;
        this.handler = handler;
        this.letters = letters;
    }

    @Override
    public void handleRequest(Exchange request) {
        CoapExchange exchange = new CoapExchange(request);
        if (handler.isFull()) {
            busy(exchange, "too many readings are in flight; try again in a few seconds");
            return;
        }
        OptionSet options = exchange.getRequestOptions();
        List<String> path = options.getUriPath();
        if (options.hasProxyUri() || options.hasProxyScheme()) {
            refuse(exchange, RejectReason.UNKNOWN_TOPIC, CoapMessages.noProxy(), ResponseCode.PROXY_NOT_SUPPORTED);
        } else if (!isTelemetry(path)) {
            Bilingual why = CoapMessages.unknownPath("/" + String.join("/", path));
            refuse(exchange, RejectReason.UNKNOWN_TOPIC, why, ResponseCode.NOT_FOUND);
        } else if (exchange.getRequestCode() != Code.POST) {
            Bilingual why = CoapMessages.wrongMethod(exchange.getRequestCode().name());
            refuse(exchange, RejectReason.UNKNOWN_TOPIC, why, ResponseCode.METHOD_NOT_ALLOWED);
        } else if (!isUnconditional(options)) {
            refuse(exchange, RejectReason.MALFORMED, CoapMessages.conditional(), ResponseCode.PRECONDITION_FAILED);
        } else {
            post(exchange, path.get(1), options.getContentFormat());
        }
    }

    private static boolean isTelemetry(List<String> path) {
        return path.size() == 3
                && path.get(0).equals("greenpark")
                && path.get(2).equals("telemetry");
    }

    /** A path that takes telemetry exists and has no versions (RFC 7252, 5.10.8). */
    private static boolean isUnconditional(OptionSet options) {
        boolean ofVersion = options.getIfMatchCount() > 0
                && options.getIfMatch().stream().noneMatch(version -> version.length == 0);
        return !options.hasIfNoneMatch() && !ofVersion;
    }

    private void post(CoapExchange exchange, String deviceId, int contentFormat) {
        String contentType =
                contentFormat == MediaTypeRegistry.UNDEFINED ? null : MediaTypeRegistry.toString(contentFormat);
        if (contentType != null && !pipeline.formats().knows(contentType)) {
            refuse(
                    exchange,
                    RejectReason.MALFORMED,
                    CoapMessages.unknownFormat(contentFormat),
                    ResponseCode.UNSUPPORTED_CONTENT_FORMAT);
            return;
        }
        String path = "/greenpark/" + deviceId + "/telemetry";
        take(exchange, deviceId, pipeline.formats().choose(Door.COAP, path, contentType));
    }

    private void take(CoapExchange exchange, String deviceId, PayloadFormat format) {
        AtomicBoolean answered = acceptWhenSlow(exchange);
        handler.take(sender(exchange, deviceId), deviceId, format, payload(exchange), result -> {
            if (answered.compareAndSet(false, true)) {
                answer(exchange, result);
            }
        });
    }

    private CoapSender sender(CoapExchange exchange, String deviceId) {
        String identity = CoapLetters.identity(exchange.advanced().getRequest().getSourceContext());
        if (identity != null) {
            return new CoapSender(identity, true);
        }
        String device = letters.deviceOrNull(deviceId);
        return new CoapSender(device == null ? CoapLetters.address(exchange.getSourceSocketAddress()) : device, false);
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
            case STORED -> exchange.respond(ResponseCode.CHANGED);
            case PARTLY_STORED -> partly(exchange, result.detail());
            case UNAVAILABLE -> busy(exchange, result.detail());
            case REJECTED -> respond(exchange, code(result.reason()), result.detail());
        }
    }

    /** Kept in part: the acknowledgement says which keys were refused, unless the device asked for another format. */
    private static void partly(CoapExchange exchange, String detail) {
        OptionSet options = exchange.getRequestOptions();
        if (options.hasAccept() && options.getAccept() != MediaTypeRegistry.TEXT_PLAIN) {
            exchange.respond(ResponseCode.CHANGED);
        } else {
            exchange.respond(ResponseCode.CHANGED, Diagnostic.of(detail), MediaTypeRegistry.TEXT_PLAIN);
        }
    }

    private static void busy(CoapExchange exchange, String detail) {
        exchange.setMaxAge(MAX_AGE_S);
        respond(exchange, ResponseCode.SERVICE_UNAVAILABLE, detail);
    }

    /** An error with a diagnostic payload, which has no content format (RFC 7252, 5.5.2). */
    private static void respond(CoapExchange exchange, ResponseCode code, String detail) {
        Response response = new Response(code);
        response.setPayload(Diagnostic.of(detail));
        exchange.respond(response);
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
    private void refuse(CoapExchange exchange, RejectReason reason, Bilingual why, ResponseCode code) {
        List<String> path = exchange.getRequestOptions().getUriPath();
        handler.refuse(
                letters.of(exchange.advanced().getRequest().getSourceContext(), path, reason, why, payload(exchange)),
                result -> {
                    if (result.status() == IntakeResult.Status.UNAVAILABLE) {
                        busy(exchange, result.detail());
                    } else {
                        respond(exchange, code, why.en());
                    }
                });
    }

    private static byte[] payload(CoapExchange exchange) {
        byte @Nullable [] payload = exchange.getRequestPayload();
        return payload == null ? new byte[0] : payload;
    }
}
