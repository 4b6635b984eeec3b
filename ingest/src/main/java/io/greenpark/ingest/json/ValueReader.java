package io.greenpark.ingest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.greenpark.ingest.payload.SentValue;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.text.Bilingual;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one value: a number, or an object of number and flag. */
final class ValueReader {
    private final JsonParser parser;

    ValueReader(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads the value that begins at the current token and leaves the parser at its last one. */
    SentValue read(String key, @Nullable JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            return flagged(key);
        }
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            double number = parser.getDoubleValue();
            if (Double.isFinite(number)) {
                return new SentValue.Readable(key, number, Flag.NORMAL);
            }
        }
        return notANumber(key, token);
    }

    private SentValue notANumber(String key, @Nullable JsonToken token) throws IOException {
        String sent = parser.getText();
        Bilingual detail = token == JsonToken.VALUE_STRING
                ? JsonMessages.textForNumber(key, sent)
                : JsonMessages.notFinite(key, sent);
        parser.skipChildren();
        return new SentValue.Unreadable(key, RejectReason.NOT_A_NUMBER, detail);
    }

    private SentValue flagged(String key) throws IOException {
        SentValue value = null;
        SentValue fault = null;
        Flag flag = Flag.NORMAL;
        String name;
        while ((name = parser.nextFieldName()) != null) {
            JsonToken token = parser.nextToken();
            if (name.equals("v") && value == null && token != JsonToken.START_OBJECT) {
                value = read(key, token);
            } else if (name.equals("flag")) {
                Flag sent = token == JsonToken.VALUE_STRING
                        ? Flag.ofCode(parser.getText()).orElse(null)
                        : null;
                fault = sent == null ? badFlag(key) : fault;
                flag = sent == null ? flag : sent;
                parser.skipChildren();
            } else {
                fault = new SentValue.Unreadable(key, RejectReason.MALFORMED, JsonMessages.unexpectedMember(key, name));
                parser.skipChildren();
            }
        }
        return combine(key, value, flag, fault);
    }

    private SentValue combine(String key, @Nullable SentValue value, Flag flag, @Nullable SentValue fault) {
        if (fault != null) {
            return fault;
        }
        if (value == null) {
            return new SentValue.Unreadable(key, RejectReason.NOT_A_NUMBER, JsonMessages.noNumber(key));
        }
        return value instanceof SentValue.Readable m ? new SentValue.Readable(key, m.value(), flag) : value;
    }

    private SentValue badFlag(String key) throws IOException {
        return new SentValue.Unreadable(key, RejectReason.BAD_FLAG, JsonMessages.badFlag(key, parser.getText()));
    }
}
