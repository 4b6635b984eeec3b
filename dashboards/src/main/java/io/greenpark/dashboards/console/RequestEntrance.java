package io.greenpark.dashboards.console;

import io.greenpark.dashboards.api.ErrorAnswers;
import io.greenpark.dashboards.api.Problem;
import io.greenpark.dashboards.door.ConnectionGate;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/**
 * Where every request comes in, also one that could not be parsed: gives its answer the security headers, and lets only well-formed
 * ones go on to the routes.
 */
final class RequestEntrance {
    private static final Set<HttpMethod> ANYWHERE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.DELETE);

    private final SecurityHeaders headers;
    private final ConnectionGate gate;
    private final Handler<HttpServerRequest> routes;

    RequestEntrance(SecurityHeaders headers, ConnectionGate gate, Handler<HttpServerRequest> routes) {
        this.headers = headers;
        this.gate = gate;
        this.routes = routes;
    }

    /** Whatever goes wrong here, no connection is left that waits for an answer. */
    void accept(HttpServerRequest request) {
        boolean taken = false;
        try {
            take(request);
            taken = true;
        } finally {
            if (!taken) {
                request.connection().close();
            }
        }
    }

    private void take(HttpServerRequest request) {
        if (gate.ends(request.connection())) {
            request.connection().close();
            return;
        }
        headers.addTo(request.response());
        Problem fault = RequestCheck.fault(request, gate.judge(request.connection()));
        // Where a body ends that was announced otherwise than by its length, intermediaries may have another opinion.
        if (fault != null || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            endAfterThis(request);
        }
        if (fault != null) {
            ErrorAnswers.refuse(request, fault);
        } else if (request.method() == HttpMethod.CONNECT
                || request.method() == HttpMethod.TRACE
                || request.uri().equals("*")) {
            ErrorAnswers.notAllowed(request, ANYWHERE);
        } else {
            routes.handle(request);
        }
    }

    /** Answers what could not be parsed; the connection ends with it. */
    void refuseUnparsed(HttpServerRequest request) {
        headers.addTo(request.response());
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        ErrorAnswers.refuse(
                request, ErrorAnswers.unparsed(request.decoderResult().cause()));
    }

    private void endAfterThis(HttpServerRequest request) {
        gate.endAfterThis(request.connection());
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        request.response().endHandler(ended -> request.connection().close());
    }
}
