package io.greenpark.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.greenpark.ingest.payload.Decoded;
import io.greenpark.ingest.payload.PayloadForm;
import io.greenpark.ingest.payload.PayloadFormat;
import io.greenpark.park.deadletter.RejectReason;
import java.io.IOException;
import java.util.Set;

/**
 * The JSON that widespread gateways send. Stateless, for any thread.
 *
 * <p>A device sends {@code {"ts": …, "values": {"key": value, …}}}, an array of these, or bare {@code {"key": value}}; a
 * {@code ts} beside bare keys is the time of all of them. A gateway sends an object of device → one of these. {@code
 * ts} is epoch milliseconds or ISO 8601; without an offset the zone of the point applies. A value is a number or
 * {@code {"v": number, "flag": "N|F|M|S|D|C|T|B"}}.
 *
 * <p>Numbers in quotes are refused: a device that sends text today sends {@code "--"} or {@code "n/a"} tomorrow, and its
 * maker should learn of it at once. {@code null} and {@code NaN} are refused one by one, so that a logger with one
 * broken probe keeps its other values. A key that appears twice in one object is refused both times: which of the two
 * counts would be a guess.
 */
public final class TelemetryJson implements PayloadFormat {
    /** The most values one message may carry. */
    public static final int MAX_VALUES = 10_000;

    private static final int MAX_DEPTH = 8;
    private static final Set<String> CONTENT_TYPES = Set.of("application/json", "text/plain");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(400)
                    .maxStringLength(4_096)
                    .maxNameLength(256)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** JSON, also from devices that call it plain text. */
    @Override
    public Set<String> contentTypes() {
        return CONTENT_TYPES;
    }

    @Override
    public Decoded decode(byte[] payload, int offset, int length, PayloadForm form) {
        try (JsonParser parser = FACTORY.createParser(payload, offset, length)) {
            PayloadReader reader = new PayloadReader(parser);
            return new Decoded.Accepted(form == PayloadForm.GATEWAY ? reader.gateway() : reader.device());
        } catch (PayloadReader.UnusablePayloadException e) {
            return new Decoded.Rejected(e.reason(), e.detail());
        } catch (StreamConstraintsException e) {
            return new Decoded.Rejected(RejectReason.MALFORMED, JsonMessages.limitExceeded(e.getOriginalMessage()));
        } catch (JsonProcessingException e) {
            return new Decoded.Rejected(
                    RejectReason.MALFORMED,
                    JsonMessages.notJson(e.getLocation().getByteOffset(), e.getOriginalMessage()));
        } catch (IOException | IllegalStateException e) {
            // Bytes that are not text in any encoding, or keys made to collide in the parser's table.
            return new Decoded.Rejected(RejectReason.MALFORMED, JsonMessages.notUtf8());
        }
    }
}
