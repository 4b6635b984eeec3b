package io.greenpark.park.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The images of {@code deploy/compose.yaml}: what tests run is what is shipped, in one place. */
public final class Images {
    private static final Path COMPOSE = Path.of("..", "deploy", "compose.yaml");

    private Images() {}

    /** That of a service, with its tag. */
    public static String of(String service) {
        try {
            Matcher found = Pattern.compile("(?m)^  " + service + ":\\n(?:    .*\\n)*?    image: (\\S+)$")
                    .matcher(Files.readString(COMPOSE));
            if (!found.find()) {
                throw new IllegalStateException(COMPOSE + " has no service \"" + service + "\" with an image");
            }
            return found.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
