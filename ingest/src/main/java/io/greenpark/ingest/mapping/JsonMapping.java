package io.greenpark.ingest.mapping;

import com.dashjoin.jsonata.JException;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.greenpark.ingest.payload.PayloadForm;
import io.greenpark.park.text.Bilingual;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An expression that makes of one JSON another one. It knows {@code $topic} and {@code $form}, {@code "device"} or {@code "gateway"}. It is the
 * installation's own, and bounded all the same: what a payload makes of it nobody knows before. Any thread may apply it.
 */
public final class JsonMapping {
    /** A door waits for it, so it is short. */
    private static final long LONGEST_MS = 200;

    private static final int DEEPEST = 200;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

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

    private final ThreadLocal<BoundedExpression> expression;

    /** What is wrong with an expression, and where. */
    public static final class ExpressionException extends Exception {
        private static final long serialVersionUID = 1L;

        ExpressionException(String message, @Nullable Throwable cause) {
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
        this.expression = ThreadLocal.withInitial(() -> compiledBefore(text));
    }

    /** The mapping of a JSONata expression. */
    public static JsonMapping of(String text) throws ExpressionException {
        compiled(text);
        return new JsonMapping(text);
    }

    private static BoundedExpression compiled(String text) throws ExpressionException {
        return new BoundedExpression(text, LONGEST_MS, DEEPEST);
    }

    private static BoundedExpression compiledBefore(String text) {
        try {
            return compiled(text);
        } catch (ExpressionException e) {
            throw new IllegalStateException("an expression that was compiled is none any more", e);
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
        } catch (Deadline.ExceededException e) {
            return tooLong();
        } catch (JException e) {
            String message = String.valueOf(e.getDetailedErrorMessage());
            return isTime(e) ? tooLong() : failed("映射表达式出错：" + message, "the mapping fails: " + message);
        } catch (TextFunctions.RefusedCallException e) {
            return failed("映射表达式出错：" + e.getMessage(), "the mapping fails: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            // What the library does not expect is the mapping's failure too, and ends no door.
            return failed("映射表达式出错：" + e, "the mapping fails: " + e);
        }
    }

    private static boolean isTime(JException e) {
        return String.valueOf(e.getMessage()).contains("timeout");
    }

    private static Mapped tooLong() {
        return failed(
                "映射表达式对该报文的计算超过 " + LONGEST_MS + " 毫秒，已中止；请简化其中的正则表达式、循环或递归",
                "the mapping fails: it took longer than " + LONGEST_MS
                        + " ms for this payload and was ended; make its regular expressions, loops or recursions simpler");
    }

    /** Its time is the wall's: one that a pause of the machine took all of gets another, and one that computed all the time does not. */
    private @Nullable Object inTime(@Nullable Object input, String topic, PayloadForm form) {
        Map<String, String> variables =
                Map.of("topic", topic, "form", form.name().toLowerCase(Locale.ROOT));
        BoundedExpression own = expression.get();
        long before = THREADS.getCurrentThreadCpuTime();
        try {
            return own.evaluate(input, variables);
        } catch (Deadline.ExceededException e) {
            if (hasComputedSince(before)) {
                throw e;
            }
        } catch (JException e) {
            if (!isTime(e) || hasComputedSince(before)) {
                throw e;
            }
        }
        return own.evaluate(input, variables);
    }

    /** Whether this thread ran for half of the time at least; where that is not measured, it counts as having waited. */
    private static boolean hasComputedSince(long cpuNanos) {
        return THREADS.getCurrentThreadCpuTime() - cpuNanos >= TimeUnit.MILLISECONDS.toNanos(LONGEST_MS) / 2;
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
