package io.greenpark.sim.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the health page says of a reader.
 *
 * @param lag what it has before it, in what it counts
 * @param failure why it does not go on; null if it does
 */
public record ReaderHealth(String name, long lag, @Nullable String failure) {
    /**
     * All readers of a health page.
     *
     * @throws IOException if it is none
     */
    public static List<ReaderHealth> all(JsonNode healthPage) throws IOException {
        if (!healthPage.path("readers").isArray()) {
            throw new IOException("no \"readers\" in \"" + healthPage + "\"");
        }
        List<ReaderHealth> readers = new ArrayList<>();
        for (JsonNode reader : healthPage.path("readers")) {
            readers.add(new ReaderHealth(
                    reader.path("name").asText(),
                    reader.path("lag").asLong(),
                    reader.hasNonNull("failure") ? reader.path("failure").asText() : null));
        }
        return readers;
    }

    public boolean fails() {
        return failure != null;
    }
}
