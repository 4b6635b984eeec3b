package io.greenpark.ingest.coap;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.MessageFormatException;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.network.serialization.UdpDataSerializer;
import org.eclipse.californium.elements.AddressEndpointContext;

/** A target of the fuzzer: any datagram is a message with its options, or what the stack knows how to answer. */
public final class DatagramFuzz {
    private static final DatagramParser PARSER = new DatagramParser();

    private DatagramFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            PARSER.parseMessage(input);
        } catch (MessageFormatException e) {
            // Answered or ignored as RFC 7252 says.
        }
    }

    /** What the fuzzer begins with. */
    public static List<byte[]> seeds() {
        Request request = new Request(Code.POST);
        request.setDestinationContext(
                new AddressEndpointContext(new InetSocketAddress(InetAddress.getLoopbackAddress(), 5_683)));
        request.setMID(7);
        request.setToken(new byte[] {1, 2, 3, 4});
        request.getOptions()
                .setUriPath("greenpark/meter-1/telemetry")
                .setContentFormat(MediaTypeRegistry.APPLICATION_JSON)
                .setBlock1(2, true, 0);
        request.setPayload("{\"kwh\":1}");
        byte[] post = new UdpDataSerializer().serializeRequest(request).bytes;
        return Stream.concat(
                        Stream.of(post),
                        Stream.of("40000001", "4902000100", "60450001").map(HexFormat.of()::parseHex))
                .toList();
    }
}
