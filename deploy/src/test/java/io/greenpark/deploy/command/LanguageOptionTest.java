package io.greenpark.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.command.UserError;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageOptionTest {
    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh_CN", "zh_CN.UTF-8", "zh_TW.Big5", "zh@pinyin"})
    void an_environment_in_chinese_is_answered_in_chinese(String lang) {
        assertThat(LanguageOption.choose(null, Map.of("LANG", lang))).isEqualTo(Locale.CHINESE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "C", "C.UTF-8", "POSIX", "de_DE.UTF-8", "zhx"})
    void any_other_in_english(String lang) {
        assertThat(LanguageOption.choose(null, Map.of("LANG", lang))).isEqualTo(Locale.ENGLISH);
        assertThat(LanguageOption.choose(null, Map.of())).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void the_first_of_lc_all_lc_messages_and_lang_that_says_something_counts() {
        assertThat(LanguageOption.choose(null, Map.of("LC_ALL", "", "LC_MESSAGES", "zh_CN.UTF-8", "LANG", "C")))
                .isEqualTo(Locale.CHINESE);
        assertThat(LanguageOption.choose(null, Map.of("LC_ALL", "C", "LC_MESSAGES", "zh_CN.UTF-8")))
                .isEqualTo(Locale.ENGLISH);
    }

    @Test
    void what_is_asked_for_counts_before_the_environment_and_is_one_of_two() {
        assertThat(LanguageOption.choose("en", Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(Locale.ENGLISH);
        assertThat(LanguageOption.choose("zh", Map.of())).isEqualTo(Locale.CHINESE);
        assertThatThrownBy(() -> LanguageOption.choose("cn", Map.of()))
                .isInstanceOf(UserError.class)
                .hasMessage("--language: \"cn\" is not allowed; accepted: zh, en");
    }
}
