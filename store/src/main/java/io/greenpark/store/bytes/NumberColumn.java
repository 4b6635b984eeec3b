package io.greenpark.store.bytes;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * A column of whole numbers as bytes: its form, then numbers as {@link ByteWriter#putSigned} writes them. Of all forms the
 * one is chosen that takes the fewest bytes; how many numbers there are is kept elsewhere. Any numbers come back as they were.
 */
public final class NumberColumn {
    /** What follows the form's code, which is its place here; a step is what a number adds to the one before it, the first to 0. */
    private enum Form {
        /** One number: all are the same. */
        SAME,
        /** The first, and the one step there is. */
        EVEN,
        /** Each number. */
        EACH,
        /** Each step. */
        STEPS,
        /** Numbers, and how often each comes in a row. */
        RUNS,
        /** Steps, and how often each comes in a row. */
        STEP_RUNS;

        boolean fits(long[] values, long[] steps) {
            return switch (this) {
                case SAME -> equalFrom(values, 0);
                case EVEN -> values.length > 1 && equalFrom(steps, 1);
                default -> true;
            };
        }

        void put(long[] values, long[] steps, LongConsumer out) {
            switch (this) {
                case SAME -> out.accept(values[0]);
                case EVEN -> {
                    out.accept(values[0]);
                    out.accept(steps[1]);
                }
                case EACH -> each(values, out);
                case STEPS -> each(steps, out);
                case RUNS -> runs(values, out);
                case STEP_RUNS -> runs(steps, out);
            }
        }

        int size(long[] values, long[] steps) {
            int[] size = {0};
            put(values, steps, n -> size[0] += ByteWriter.sizeOfSigned(n));
            return size[0];
        }
    }

    private static final Form[] FORMS = Form.values();

    private NumberColumn() {}

    /** Writes a column; nothing where it is empty. */
    public static void put(ByteWriter out, long[] values) {
        if (values.length == 0) {
            return;
        }
        long[] steps = steps(values);
        Form shortest = Form.EACH;
        int size = Integer.MAX_VALUE;
        for (Form form : FORMS) {
            if (form.fits(values, steps) && form.size(values, steps) < size) {
                shortest = form;
                size = form.size(values, steps);
            }
        }
        out.putByte(shortest.ordinal());
        shortest.put(values, steps, out::putSigned);
    }

    /** Reads a column of {@code count} numbers. */
    public static long[] get(ByteReader in, int count) throws DamagedBytesException {
        long[] values = new long[count];
        if (count == 0) {
            return values;
        }
        Form form = FORMS[in.getInt(FORMS.length - 1)];
        switch (form) {
            case SAME -> fill(values, 0, count, in.getSigned());
            case EVEN -> {
                values[0] = in.getSigned();
                fill(values, 1, count, in.getSigned());
            }
            case EACH, STEPS -> {
                for (int i = 0; i < count; i++) {
                    values[i] = in.getSigned();
                }
            }
            case RUNS, STEP_RUNS -> getRuns(in, values);
        }
        if (form == Form.EVEN || form == Form.STEPS || form == Form.STEP_RUNS) {
            for (int i = 1; i < count; i++) {
                values[i] += values[i - 1];
            }
        }
        return values;
    }

    private static void getRuns(ByteReader in, long[] values) throws DamagedBytesException {
        for (int i = 0; i < values.length; ) {
            long value = in.getSigned();
            long times = in.getSigned();
            if (times < 1 || times > values.length - i) {
                throw new DamagedBytesException(
                        "a number comes " + times + " times before byte " + in.position() + ", of " + values.length);
            }
            fill(values, i, i + (int) times, value);
            i += (int) times;
        }
    }

    private static void fill(long[] values, int from, int to, long value) {
        Arrays.fill(values, from, to, value);
    }

    private static long[] steps(long[] values) {
        long[] steps = new long[values.length];
        long before = 0;
        for (int i = 0; i < values.length; i++) {
            steps[i] = values[i] - before;
            before = values[i];
        }
        return steps;
    }

    private static boolean equalFrom(long[] numbers, int from) {
        for (int i = from + 1; i < numbers.length; i++) {
            if (numbers[i] != numbers[from]) {
                return false;
            }
        }
        return true;
    }

    private static void each(long[] numbers, LongConsumer out) {
        for (long n : numbers) {
            out.accept(n);
        }
    }

    private static void runs(long[] numbers, LongConsumer out) {
        for (int i = 0; i < numbers.length; ) {
            int end = i + 1;
            while (end < numbers.length && numbers[end] == numbers[i]) {
                end++;
            }
            out.accept(numbers[i]);
            out.accept(end - i);
            i = end;
        }
    }
}
