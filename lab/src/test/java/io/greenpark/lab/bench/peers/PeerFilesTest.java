package io.greenpark.lab.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The peers' files as they lie in the distribution. */
class PeerFilesTest {
    private static final Path PEERS = Path.of("peers");
    private static final Map<Chain.Program, String> ENDINGS =
            Map.of(Chain.Program.NODE_RED, ".json", Chain.Program.CAMEL, ".yaml", Chain.Program.TELEGRAF, ".conf");

    @Test
    void every_way_has_its_files_and_each_writes_the_measurement_that_is_counted() throws Exception {
        for (Chain chain : Chain.values()) {
            if (chain == Chain.GREENPARK) {
                continue;
            }
            String file = chain.settings() + ENDINGS.get(chain.program());
            assertThat(Files.readString(PEERS.resolve(chain.program().word()).resolve(file)))
                    .as(chain.word())
                    .contains(PeersPark.MEASUREMENT, PeersPark.DATABASE, "greenpark/+/telemetry", PeersPark.KEY);
            assertThat(PEERS.resolve("mosquitto").resolve(chain.brokerSettings() + ".conf"))
                    .isRegularFile();
        }
    }

    @Test
    void what_npm_installs_is_pinned_and_the_lock_names_no_registry() throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode manifest = json.readTree(PEERS.resolve("node-red/package.json").toFile());
        JsonNode lock =
                json.readTree(PEERS.resolve("node-red/package-lock.json").toFile());
        assertThat(manifest.path("dependencies")).isNotEmpty().allSatisfy(version -> assertThat(version.asText())
                .matches("\\d+\\.\\d+\\.\\d+"));
        assertThat(lock.at("/packages").get("").path("dependencies")).isEqualTo(manifest.path("dependencies"));
        assertThat(lock.findValuesAsText("resolved")).isEmpty();
        assertThat(lock.findValuesAsText("integrity")).hasSizeGreaterThan(100);
    }
}
