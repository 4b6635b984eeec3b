package io.greenpark.ingest.coap;

import java.util.Objects;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.CoAP.Type;
import org.eclipse.californium.core.coap.CoAPMessageFormatException;
import org.eclipse.californium.core.coap.CoAPOptionException;
import org.eclipse.californium.core.coap.Message;
import org.eclipse.californium.core.coap.MessageFormatException;
import org.eclipse.californium.core.coap.Option;
import org.eclipse.californium.core.coap.OptionNumberRegistry;
import org.eclipse.californium.core.coap.option.StandardOptionRegistry;
import org.eclipse.californium.core.network.serialization.MessageHeader;
import org.eclipse.californium.core.network.serialization.UdpDataParser;
import org.eclipse.californium.elements.util.DatagramReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads datagrams as RFC 7252 asks for where the parser of the stack does otherwise. What is wrong becomes a {@link
 * CoAPMessageFormatException}, from which the stack knows what to do: a confirmable message is answered with its error code,
 * or with a Reset if it has no token; every other is ignored (4.2, 4.3).
 */
final class DatagramParser extends UdpDataParser {
    private static final int HEADER_BYTES = 4;
    private static final int VERSION = 1;
    private static final int LONGEST_TOKEN = 8;
    /** FETCH, PATCH and iPATCH are the last of them (RFC 8132). */
    private static final int LAST_METHOD = 7;

    private static final String OPTION = "option ";

    DatagramParser() {
        super(true, StandardOptionRegistry.STANDARD_OPTIONS);
    }

    @Override
    protected MessageHeader parseHeader(DatagramReader reader) {
        reader.mark();
        MessageHeader header;
        try {
            header = super.parseHeader(reader);
        } catch (CoAPMessageFormatException e) {
            throw e;
        } catch (MessageFormatException e) {
            reader.reset();
            throw longToken(reader, e);
        }
        if (CoAP.isRequest(header.getCode())) {
            checkRequest(header);
        } else if (CoAP.isResponse(header.getCode())) {
            // A door asks nothing, so there is nothing that a response could belong to (4.2).
            throw rejected("nothing was asked", header.getType(), header.getCode(), header.getMID());
        }
        return header;
    }

    /** A token of 9 to 15 bytes is a format error, so that a confirmable message is rejected (3 and 4.2). */
    private static MessageFormatException longToken(DatagramReader reader, MessageFormatException cause) {
        if (!reader.bytesAvailable(HEADER_BYTES) || reader.read(2) != VERSION) {
            return cause;
        }
        Type type = Type.valueOf(reader.read(2));
        int tokenLength = reader.read(4);
        int code = reader.read(8);
        int messageId = reader.read(16);
        return tokenLength > LONGEST_TOKEN ? rejected(why(cause), type, code, messageId) : cause;
    }

    /** What the stack says is wrong. */
    static String why(RuntimeException e) {
        return Objects.requireNonNullElse(e.getMessage(), "format error");
    }

    /** A message that gets a Reset if it is confirmable, else nothing. */
    @SuppressWarnings("NullAway") // without a token the stack sends a Reset
    private static CoAPMessageFormatException rejected(String why, Type type, int code, int messageId) {
        return new CoAPMessageFormatException(why, null, messageId, code, type == Type.CON);
    }

    private static void checkRequest(MessageHeader header) {
        if (header.getType() == Type.ACK) {
            // An acknowledgement that carries a request is rejected by ignoring it (4.2).
            throw rejected("an acknowledgement cannot carry a request", Type.ACK, header.getCode(), header.getMID());
        }
        if (header.getCode() > LAST_METHOD) {
            throw new CoAPMessageFormatException(
                    CoapMessages.unknownMethod(header.getCode()).en(),
                    header.getToken(),
                    header.getMID(),
                    header.getCode(),
                    header.getType() == Type.CON,
                    ResponseCode.METHOD_NOT_ALLOWED);
        }
    }

    @Override
    protected Message parseMessage(DatagramReader reader, MessageHeader header, Message target) {
        try {
            return super.parseMessage(reader, header, target);
        } catch (CoAPMessageFormatException e) {
            boolean answerable = e.getErrorCode() != ResponseCode.BAD_OPTION || why(e).startsWith(OPTION);
            throw answerable ? e : rejected(why(e), header.getType(), header.getCode(), header.getMID());
        } catch (IllegalStateException e) {
            // The payload exceeds the size of its block (RFC 7959, 2.2).
            throw new CoAPMessageFormatException(
                    why(e),
                    header.getToken(),
                    header.getMID(),
                    header.getCode(),
                    header.getType() == Type.CON,
                    ResponseCode.BAD_REQUEST);
        }
    }

    /** An elective option that cannot be read is passed over as if it were unknown, a critical one is not (5.4.1, 5.4.3). */
    @Override
    @SuppressWarnings("NullAway") // null is what the stack asks for where an option is to be ignored
    public @Nullable Option createOption(int code, int number, byte[] value) {
        if (number == OptionNumberRegistry.OSCORE) {
            throw new CoAPOptionException(OPTION + number + ": OSCORE is not offered", ResponseCode.BAD_OPTION);
        }
        try {
            return super.createOption(code, number, value);
        } catch (IllegalArgumentException e) {
            if (OptionNumberRegistry.isElective(number)) {
                return null;
            }
            throw new CoAPOptionException(OPTION + number + ": " + e.getMessage(), ResponseCode.BAD_OPTION);
        }
    }
}
