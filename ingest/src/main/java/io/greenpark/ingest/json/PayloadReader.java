package io.greenpark.ingest.json;

import static com.fasterxml.jackson.core.JsonToken.END_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.START_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.START_OBJECT;
import static com.fasterxml.jackson.core.JsonToken.VALUE_NULL;
import static com.fasterxml.jackson.core.JsonToken.VALUE_NUMBER_INT;
import static com.fasterxml.jackson.core.JsonToken.VALUE_STRING;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import io.greenpark.park.deadletter.RejectReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks one payload, token by token. */
final class PayloadReader {
    private static final String SHAPE =
            "expected {\"ts\": …, \"values\": {…}}, an array of these, or {\"key\": number}";

    private final JsonParser parser;
    private final ValueReader valueReader;
    private final List<Telemetry> items = new ArrayList<>(1);
    private int values;

    PayloadReader(JsonParser parser) {
        this.parser = parser;
        this.valueReader = new ValueReader(parser);
    }

    /** The payload as a whole cannot be used. */
    static final class Unusable extends IOException {
        private static final long serialVersionUID = 1L;
        private final RejectReason reason;
        private final String detail;

        Unusable(RejectReason reason, String detail) {
            super(detail);
            this.reason = reason;
            this.detail = detail;
        }

        RejectReason reason() {
            return reason;
        }

        String detail() {
            return detail;
        }

        /** Used as a jump only: the stack would cost more than the message. */
        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    List<Telemetry> device() throws IOException {
        oneOrMany(null, parser.nextToken());
        return finish();
    }

    List<Telemetry> gateway() throws IOException {
        if (parser.nextToken() != START_OBJECT) {
            throw new Unusable(
                    RejectReason.MALFORMED, "expected an object of device → array of {\"ts\": …, \"values\": {…}}");
        }
        String device;
        while ((device = parser.nextFieldName()) != null) {
            oneOrMany(device, parser.nextToken());
        }
        return finish();
    }

    private List<Telemetry> finish() throws IOException {
        if (parser.nextToken() != null) {
            throw new Unusable(
                    RejectReason.MALFORMED,
                    "something follows the end of the JSON document; send one document a message");
        }
        if (items.isEmpty()) {
            throw new Unusable(RejectReason.MALFORMED, "the payload carries no value; " + SHAPE);
        }
        return items;
    }

    private void oneOrMany(@Nullable String device, @Nullable JsonToken token) throws IOException {
        if (token == START_OBJECT) {
            item(device);
        } else if (token == START_ARRAY) {
            JsonToken element;
            while ((element = parser.nextToken()) != END_ARRAY) {
                if (element != START_OBJECT) {
                    throw unexpected();
                }
                item(device);
            }
        } else {
            throw unexpected();
        }
    }

    private Unusable unexpected() throws IOException {
        String found = parser.currentToken() == null ? "nothing" : "\"" + Texts.shorten(parser.getText()) + "\"";
        return new Unusable(RejectReason.MALFORMED, "found " + found + " at the top; " + SHAPE);
    }

    private void item(@Nullable String device) throws IOException {
        SentTime time = SentTime.NONE;
        ValueList bare = new ValueList();
        ValueList nested = null;
        String name;
        while ((name = parser.nextFieldName()) != null) {
            JsonToken token = parser.nextToken();
            if (name.equals("ts")) {
                time = time == SentTime.NONE
                        ? time(token)
                        : new SentTime.Unreadable("\"ts\" stands twice; send it once");
            } else if (name.equals("values") && token == START_OBJECT) {
                nested = nested == null ? new ValueList() : nested;
                object(nested);
            } else {
                add(bare, valueReader.read(name, token));
            }
        }
        close(device, time, bare, nested);
    }

    private void close(@Nullable String device, SentTime time, ValueList bare, @Nullable ValueList nested) {
        ValueList list = bare;
        if (nested != null) {
            for (SentValue stray : bare.values()) {
                nested.add(new SentValue.Refused(
                        stray.key(),
                        RejectReason.MALFORMED,
                        "key \"" + Texts.shorten(stray.key()) + "\" stands beside \"values\"; put it inside"));
            }
            list = nested;
        }
        if (!list.values().isEmpty()) {
            items.add(new Telemetry(device, time, list.values()));
        }
    }

    private void object(ValueList into) throws IOException {
        String key;
        while ((key = parser.nextFieldName()) != null) {
            add(into, valueReader.read(key, parser.nextToken()));
        }
    }

    private void add(ValueList into, SentValue value) throws Unusable {
        if (++values > TelemetryJson.MAX_VALUES) {
            throw new Unusable(
                    RejectReason.TOO_LARGE,
                    "the message carries more than " + TelemetryJson.MAX_VALUES + " values; send several messages");
        }
        into.add(value);
    }

    private SentTime time(@Nullable JsonToken token) throws IOException {
        if (token == VALUE_NUMBER_INT) {
            try {
                return new SentTime.At(parser.getLongValue());
            } catch (InputCoercionException e) {
                return IsoTime.unreadable(parser.getText());
            }
        }
        if (token == VALUE_STRING) {
            return IsoTime.parse(parser.getText());
        }
        if (token == VALUE_NULL) {
            return SentTime.NONE;
        }
        String sent = parser.getText();
        parser.skipChildren();
        return IsoTime.unreadable(sent);
    }
}
