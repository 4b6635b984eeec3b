package io.greenpark.ingest.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.greenpark.ingest.payload.PayloadForm;
import io.greenpark.park.text.Bilingual;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An expression that makes of one JSON another one. It knows {@code $topic} and {@code $form}, {@code "device"} or {@code "gateway"}. It is the
 * installation's own, and bounded all the same: what a payload makes of it nobody knows before. Any thread may apply it.
 */
public final class JsonMapping {
    /** A door waits for it, so it is short. */
    private static final long LONGEST_MS = 200;

    private static final int DEEPEST = 200;

    private static final ObjectMapper JSON = JsonMapper.builder(new JsonFactoryBuilder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(400)
                            .maxStringLength(65_536)
                            .maxNameLength(1_024)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ThreadLocal<Jsonata> expression;

    /** What is wrong with an expression, and where. */
    public static final class ExpressionException extends Exception {
        private static final long serialVersionUID = 1L;

        ExpressionException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** What came of a payload. */
    public sealed interface Mapped {
        /** JSON as the platform reads it. */
        record Made(byte[] json) implements Mapped {}

        /** None, and why. */
        record Failed(Bilingual why) implements Mapped {}
    }

    private JsonMapping(String text) {
        // One of them keeps what it computes with in itself.
        this.expression = ThreadLocal.withInitial(() -> Jsonata.jsonata(text));
    }

    /** The mapping of a JSONata expression. */
    public static JsonMapping of(String text) throws ExpressionException {
        try {
            Jsonata.jsonata(text);
            return new JsonMapping(text);
        } catch (JException e) {
            throw new ExpressionException(
                    "is no JSONata expression: " + e.getDetailedErrorMessage() + " (character " + e.getLocation() + ")",
                    e);
        } catch (RuntimeException | StackOverflowError e) {
            throw new ExpressionException("is no JSONata expression: " + e, e);
        }
    }

    /** Applies it to a payload. */
    public Mapped apply(byte[] payload, int offset, int length, String topic, PayloadForm form) {
        Object input;
        try {
            input = JSON.readValue(payload, offset, length, Object.class);
        } catch (JsonProcessingException e) {
            return failed("不是 JSON：" + e.getOriginalMessage(), "is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            return failed("不是 UTF-8 编码的 JSON", "is not JSON in UTF-8");
        }
        try {
            return made(inTime(input, topic, form));
        } catch (JException e) {
            String message = String.valueOf(e.getDetailedErrorMessage());
            return failed("映射表达式出错：" + message, "the mapping fails: " + message);
        } catch (RuntimeException | StackOverflowError e) {
            // What the library does not expect is the mapping's failure too, and ends no door.
            return failed("映射表达式出错：" + e, "the mapping fails: " + e);
        }
    }

    /** Its time is the wall's: one that a pause of the machine took all of gets another. */
    private @Nullable Object inTime(@Nullable Object input, String topic, PayloadForm form) {
        try {
            return evaluate(input, topic, form);
        } catch (JException e) {
            if (!String.valueOf(e.getMessage()).contains("timeout")) {
                throw e;
            }
            return evaluate(input, topic, form);
        }
    }

    private @Nullable Object evaluate(@Nullable Object input, String topic, PayloadForm form) {
        Jsonata own = expression.get();
        Jsonata.Frame frame = own.createFrame();
        frame.setRuntimeBounds(LONGEST_MS, DEEPEST);
        frame.bind("topic", topic);
        frame.bind("form", form.name().toLowerCase(Locale.ROOT));
        return own.evaluate(input, frame);
    }

    private static Mapped made(@Nullable Object output) {
        if (output == null) {
            return failed("映射表达式没有得到任何内容", "the mapping makes nothing of it");
        }
        try {
            return new Mapped.Made(JSON.writeValueAsBytes(output));
        } catch (JsonProcessingException e) {
            return failed(
                    "映射表达式的结果不是 JSON：" + e.getOriginalMessage(),
                    "what the mapping makes is not JSON: " + e.getOriginalMessage());
        }
    }

    private static Mapped failed(String zh, String en) {
        return new Mapped.Failed(
                new Bilingual(zh + "；可用 greenpark mapping try 检查", en + "; try it with greenpark mapping try"));
    }
}
