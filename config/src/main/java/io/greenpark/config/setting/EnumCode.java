package io.greenpark.config.setting;

import java.util.Locale;

/** The code of a constant in settings, files and the API: {@code RAW_COAL} is {@code raw-coal}. */
public final class EnumCode {
    private EnumCode() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
