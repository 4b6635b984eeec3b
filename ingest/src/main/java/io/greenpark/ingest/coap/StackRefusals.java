package io.greenpark.ingest.coap;

import io.greenpark.ingest.admission.Excerpt;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.text.Bilingual;
import java.util.Arrays;
import java.util.List;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.CoAP.Type;
import org.eclipse.californium.core.coap.CoAPMessageFormatException;
import org.eclipse.californium.core.coap.EmptyMessage;
import org.eclipse.californium.core.coap.MessageFormatException;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.network.interceptors.MalformedMessageInterceptor;
import org.eclipse.californium.core.network.stack.AbstractLayer;
import org.eclipse.californium.core.network.stack.Layer;
import org.eclipse.californium.elements.RawData;

/**
 * Keeps what the stack refuses by itself, before a request reaches the {@link TelemetryResource}: requests that are no CoAP,
 * payloads over the bound, blocks that do not follow one another. The stack answers; the dead letter may come after.
 */
final class StackRefusals implements MalformedMessageInterceptor {
    private final CoapRequestHandler handler;
    private final CoapLetters letters;
    private final int maxMessageBytes;
    private final DatagramParser parser = new DatagramParser();

    StackRefusals(CoapRequestHandler handler, CoapLetters letters, int maxMessageBytes) {
        this.handler = handler;
        this.letters = letters;
        this.maxMessageBytes = maxMessageBytes;
    }

    /** A layer right below the one that puts blocks together. */
    Layer layer() {
        return new AbstractLayer() {
            @Override
            public void sendResponse(Exchange exchange, Response response) {
                if (response.isInternal() && response.isError()) {
                    Bilingual why = why(response);
                    response.setPayload(Diagnostic.of(why.en()));
                    refuse(exchange.getCurrentRequest(), response.getCode(), why);
                }
                super.sendResponse(exchange, response);
            }
        };
    }

    private Bilingual why(Response response) {
        return switch (response.getCode()) {
            case REQUEST_ENTITY_TOO_LARGE -> CoapMessages.tooLarge(maxMessageBytes);
            case REQUEST_ENTITY_INCOMPLETE -> CoapMessages.blocksMissing(response.getPayloadString());
            default -> CoapMessages.malformed(response.getPayloadString());
        };
    }

    private void refuse(Request request, ResponseCode code, Bilingual why) {
        RejectReason reason =
                code == ResponseCode.REQUEST_ENTITY_TOO_LARGE ? RejectReason.TOO_LARGE : RejectReason.MALFORMED;
        handler.refuseIfRoom(letters.of(
                request.getSourceContext(), request.getOptions().getUriPath(), reason, why, request.getPayload()));
    }

    /** Confirmable requests only: everything else that is malformed is ignored (RFC 7252, 4.2 and 4.3). */
    @Override
    public void receivedMalformedMessage(RawData message) {
        byte[] bytes = message.getBytes();
        if (bytes.length < 4 || Type.valueOf(bytes[0] >> 4 & 3) != Type.CON || !CoAP.isRequest(bytes[1])) {
            return;
        }
        try {
            parser.parseMessage(message);
        } catch (CoAPMessageFormatException e) {
            Bilingual why = CoapMessages.malformed(DatagramParser.why(e));
            handler.refuseIfRoom(letters.of(
                    message.getEndpointContext(),
                    List.of(),
                    RejectReason.MALFORMED,
                    why,
                    Arrays.copyOf(bytes, Math.min(bytes.length, Excerpt.MAX_BYTES))));
        } catch (MessageFormatException e) {
            // Of another version: ignored (RFC 7252, 3).
        }
    }

    // Nothing else of the traffic is looked at.

    @Override
    public void sendRequest(Request request) {
        // A door sends none.
    }

    @Override
    public void sendResponse(Response response) {
        // The layer sees it with its request.
    }

    @Override
    public void sendEmptyMessage(EmptyMessage message) {
        // An acknowledgement or a Reset.
    }

    @Override
    public void receiveRequest(Request request) {
        // The resource takes it.
    }

    @Override
    public void receiveResponse(Response response) {
        // The parser lets none pass.
    }

    @Override
    public void receiveEmptyMessage(EmptyMessage message) {
        // A ping, answered by the stack with a Reset.
    }
}
