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
import io.greenpark.ingest.payload.SentTime;
import io.greenpark.ingest.payload.SentValue;
import io.greenpark.ingest.payload.Telemetry;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.text.Bilingual;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one payload, token by token. */
final class PayloadReader {
    private final JsonParser parser;
    private final ValueReader valueReader;
    private final List<Telemetry> items = new ArrayList<>(1);
    private int values;

    PayloadReader(JsonParser parser) {
        this.parser = parser;
        this.valueReader = new ValueReader(parser);
    }

    /** The payload as a whole cannot be used. */
    static final class UnusablePayloadException extends IOException {
        private static final long serialVersionUID = 1L;
        private final RejectReason reason;
        private final transient Bilingual detail;

        UnusablePayloadException(RejectReason reason, Bilingual detail) {
            super(detail.en());
            this.reason = reason;
            this.detail = detail;
        }

        RejectReason reason() {
            return reason;
        }

        Bilingual detail() {
            return detail;
        }

        /** Only a jump out of the reader: the stack trace would cost more than the message. */
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
            throw new UnusablePayloadException(RejectReason.MALFORMED, JsonMessages.noGatewayObject());
        }
        String device;
        while ((device = parser.nextFieldName()) != null) {
            oneOrMany(device, parser.nextToken());
        }
        return finish();
    }

    private List<Telemetry> finish() throws IOException {
        if (parser.nextToken() != null) {
            throw new UnusablePayloadException(RejectReason.MALFORMED, JsonMessages.trailingContent());
        }
        if (items.isEmpty()) {
            throw new UnusablePayloadException(RejectReason.MALFORMED, JsonMessages.noValue());
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

    private UnusablePayloadException unexpected() throws IOException {
        String sent = parser.currentToken() == null ? null : parser.getText();
        return new UnusablePayloadException(RejectReason.MALFORMED, JsonMessages.notAnItem(sent));
    }

    private void item(@Nullable String device) throws IOException {
        SentTime time = SentTime.NONE;
        ValueList bare = new ValueList();
        ValueList nested = null;
        String name;
        while ((name = parser.nextFieldName()) != null) {
            JsonToken token = parser.nextToken();
            if (name.equals("ts")) {
                time = time == SentTime.NONE ? time(token) : new SentTime.Unreadable(JsonMessages.repeatedTime());
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
                nested.add(new SentValue.Unreadable(
                        stray.key(), RejectReason.MALFORMED, JsonMessages.besideValues(stray.key())));
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

    private void add(ValueList into, SentValue value) throws UnusablePayloadException {
        if (++values > TelemetryJson.MAX_VALUES) {
            throw new UnusablePayloadException(
                    RejectReason.TOO_LARGE, JsonMessages.tooManyValues(TelemetryJson.MAX_VALUES));
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
