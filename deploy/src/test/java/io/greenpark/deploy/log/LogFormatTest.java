package io.greenpark.deploy.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogFormatTest {
    private final PrintStream realErr = System.err;

    @AfterEach
    void backToText() {
        System.setErr(realErr);
        LogFormat.choose("text", Map.of());
    }

    private static List<String> logged(String option, Map<String, String> environment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        LogFormat.choose(option, environment);
        LoggerFactory.getLogger("io.greenpark.test")
                .atWarn()
                .addKeyValue("reader", "influx")
                .setCause(new IllegalStateException("refused"))
                .log("reader {} failed: \"{}\"", "influx", "无应答");
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void a_json_line_has_level_message_pairs_and_cause() throws Exception {
        List<String> lines = logged("json", Map.of());
        assertThat(lines).hasSize(1);
        JsonNode line = new ObjectMapper().readTree(lines.get(0));
        assertThat(line.get("level").asText()).isEqualTo("WARN");
        assertThat(line.get("loggerName").asText()).isEqualTo("io.greenpark.test");
        assertThat(line.get("formattedMessage").asText()).isEqualTo("reader influx failed: \"无应答\"");
        assertThat(line.get("kvpList").get(0).get("reader").asText()).isEqualTo("influx");
        assertThat(line.get("throwable").get("message").asText()).isEqualTo("refused");
        assertThat(line.get("timestamp").isNumber()).isTrue();
    }

    @Test
    void without_an_option_the_environment_chooses() {
        assertThat(logged(null, Map.of(LogFormat.NAME, "json")).get(0)).startsWith("{");
        assertThat(logged("text", Map.of(LogFormat.NAME, "json")).get(0)).contains("WARN", "reader influx failed");
        assertThat(logged(null, Map.of()).get(0)).doesNotStartWith("{");
    }

    @Test
    void an_unknown_format_is_refused() {
        assertThatThrownBy(() -> LogFormat.choose("xml", Map.of()))
                .hasMessage("--log-format: \"xml\" is not allowed; accepted: text, json");
        assertThatThrownBy(() -> LogFormat.choose(null, Map.of(LogFormat.NAME, "xml")))
                .hasMessageStartingWith("GREENPARK_LOG_FORMAT: \"xml\"");
    }
}
