package io.greenpark.alerts.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.channel.sms.SmsTemplate.Variable;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmsTemplateTest {
    private static String put(int longest, boolean latin, String value) {
        return new Variable("v", "{what}", longest, latin, "见平台").of(Map.of("what", value));
    }

    @Test
    void a_value_that_is_too_long_is_shortened_and_never_longer() {
        assertThat(put(8, true, "锅炉烟囱氮氧化物小时均值超标")).isEqualTo("锅炉烟囱氮氧化…");
        assertThat(put(8, true, "锅炉烟囱")).isEqualTo("锅炉烟囱");
        assertThat(put(1, true, "锅炉")).isEqualTo("锅");
        assertThat(put(3, true, "𠀀𠀁𠀂𠀃")
                        .codePointCount(0, put(3, true, "𠀀𠀁𠀂𠀃").length()))
                .isEqualTo(3);
    }

    @Test
    void what_no_template_allows_is_left_out() {
        assertThat(put(20, true, "超标，见 https://example.org/#/cases/1 办理")).isEqualTo("超标，见 办理");
        assertThat(put(20, true, "【金东】工具厂\n超标")).isEqualTo("金东工具厂 超标");
    }

    @Test
    void latin_names_are_left_out_where_the_template_allows_none() {
        assertThat(put(20, false, "Jindong 工具厂 NOx 超标")).isEqualTo("工具厂 超标");
        assertThat(put(20, false, "Tool Works")).isEqualTo("见平台");
        assertThat(put(20, true, "NOx 212.4 mg/m³")).isEqualTo("NOx 212.4 mg/m³");
    }

    @Test
    void a_variable_that_would_halve_a_link_is_refused_by_its_setting() {
        assertThat(problems("{receipt}", 26, true)).isEmpty();
        assertThat(problems("{receipt}", 25, true)).contains("templates.0.variables.0.value", "at least 26");
        assertThat(problems("{receipt}", 35, false)).contains("latin true");
        assertThat(problems("签收 {receipt}", 35, true)).contains("{receipt} alone");
    }

    private static String problems(String value, int longest, boolean latin) {
        Problems problems = new Problems();
        SmsTemplates.from(
                Settings.ofTexts(Map.of(
                        "templates.0.code",
                        "SMS_1",
                        "templates.0.variables.0.name",
                        "code",
                        "templates.0.variables.0.value",
                        value,
                        "templates.0.variables.0.longest",
                        Integer.toString(longest),
                        "templates.0.variables.0.latin",
                        Boolean.toString(latin))),
                problems);
        return problems.isEmpty() ? "" : problems.list().toString();
    }
}
