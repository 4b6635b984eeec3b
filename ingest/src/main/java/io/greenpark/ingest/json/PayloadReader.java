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
    private final Strays strays = new Strays();
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
        strays.ofNextDevice();
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
        ItemTimes times = new ItemTimes();
        ValueList bare = new ValueList();
        ValueList nested = null;
        String name;
        while ((name = parser.nextFieldName()) != null) {
            JsonToken token = parser.nextToken();
            if (name.equals("ts")) {
                times.ts(time(token));
            } else if (name.equals("values") && token == START_OBJECT) {
                nested = nested == null ? new ValueList() : nested;
                object(nested, times);
            } else {
                member(name, token, bare, times);
            }
        }
        close(device, times, bare, nested);
    }

    private void close(@Nullable String device, ItemTimes times, ValueList bare, @Nullable ValueList nested) {
        SentTime time = times.decide(nested);
        if (nested != null) {
            strays.addTo(nested, bare.values());
        }
        ValueList list = nested == null ? bare : nested;
        times.refused().forEach(list::add);
        if (!list.values().isEmpty()) {
            items.add(new Telemetry(device, time, list.values()));
        }
    }

    private void object(ValueList into, ItemTimes times) throws IOException {
        String key;
        while ((key = parser.nextFieldName()) != null) {
            JsonToken token = parser.nextToken();
            if (!times.hasTs()) {
                noteTime(key, token, into, times, true);
            }
            add(into, valueReader.read(key, token));
        }
    }

    /** A member beside {@code values}, or among bare keys. */
    private void member(String name, @Nullable JsonToken token, ValueList into, ItemTimes times) throws IOException {
        if (token != VALUE_NULL || TimeName.of(name) != TimeName.UNDERSTOOD) {
            noteTime(name, token, into, times, false);
            add(into, valueReader.read(name, token));
        }
    }

    /**
     * Notes a member that is a time: by its name, or as a text that is a date with a time.
     *
     * @param inside whether it stands inside {@code values}, where a number or an object that cannot be read as a time may be
     *     a value whatever its name
     */
    private void noteTime(String name, @Nullable JsonToken token, ValueList among, ItemTimes times, boolean inside)
            throws IOException {
        TimeName kind = TimeName.of(name);
        if (kind == TimeName.NONE) {
            if (token == VALUE_STRING && WrittenTime.mayBeDateTime(parser.getText())) {
                noteIfTime(name, TimeName.SOME, token, among, times);
            }
        } else if (!noteIfTime(name, kind, token, among, times)
                && (!inside || token == VALUE_STRING)
                && kind.isNeverValue(name, token)) {
            String sent = parser.getText();
            times.note(new ItemTimes.Candidate(name, kind, sent, IsoTime.unreadable(sent), among));
        }
    }

    /** Notes a member whose content is a time: a text that can be read as one, or a number that is one of our days. */
    private boolean noteIfTime(String name, TimeName kind, @Nullable JsonToken token, ValueList among, ItemTimes times)
            throws IOException {
        SentTime read = SentTime.NONE;
        if (token == VALUE_STRING) {
            read = WrittenTime.of(parser.getText());
        } else if (token != null && token.isNumeric() && WrittenTime.isOfOurDays(parser.getDoubleValue())) {
            read = time(token);
        }
        boolean text = token == VALUE_STRING;
        boolean is = read != SentTime.NONE
                && !(text && read instanceof SentTime.Unreadable)
                && !(text && TimeName.isShort(name) && !WrittenTime.isOfOurDays(read));
        if (is) {
            times.note(new ItemTimes.Candidate(name, kind, parser.getText(), read, among));
        }
        return is;
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
                return WrittenTime.of(parser.getLongValue());
            } catch (InputCoercionException e) {
                return IsoTime.unreadable(parser.getText());
            }
        }
        if (token == VALUE_STRING) {
            return WrittenTime.of(parser.getText());
        }
        if (token == VALUE_NULL) {
            return SentTime.NONE;
        }
        String sent = parser.getText();
        parser.skipChildren();
        return IsoTime.unreadable(sent);
    }
}
