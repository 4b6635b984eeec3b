package io.greenpark.park.text;

import java.util.Optional;

/** A value of a closed set: its code, which never changes, is what is kept and sent; the text tells it to people. */
public interface CodedText {
    String code();

    Bilingual text();

    /** The value of a code; empty if none of {@code values} has it. */
    static <T extends CodedText> Optional<T> ofCode(T[] values, String code) {
        for (T value : values) {
            if (value.code().equals(code)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
