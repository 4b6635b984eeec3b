package io.greenpark.deploy.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What a line of the process's log looks like. A file beside this class, of the same name, has the appender. */
public enum LogFormat {
    /** One line for people. */
    TEXT,
    /** One JSON object per line: timestamp, level, thread, logger, message, key-value pairs, throwable. */
    JSON;

    /** The environment variable, and the system property that overrides it. */
    public static final String NAME = "GREENPARK_LOG_FORMAT";

    /** Set by users who give Logback a file of their own. */
    private static final String OWN_FILE = "logback.configurationFile";

    /** The name in settings: {@code json}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Makes the process log this way from now on.
     *
     * @param asked the value of the option; null to take the environment variable, else text
     * @param environment of the process
     * @throws IllegalArgumentException if there is no such format; nothing is changed then
     */
    public static LogFormat choose(@Nullable String asked, Map<String, String> environment) {
        String option = asked == null ? NAME : "--log-format";
        String name = asked == null ? environment.getOrDefault(NAME, TEXT.code()) : asked;
        LogFormat format = Arrays.stream(values())
                .filter(f -> f.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(option + ": \"" + name + "\" is not allowed; accepted: "
                        + Arrays.stream(values()).map(LogFormat::code).collect(Collectors.joining(", "))));
        format.apply();
        return format;
    }

    private void apply() {
        if (System.getProperty(OWN_FILE) != null) {
            return;
        }
        System.setProperty(NAME, code());
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        context.reset();
        try {
            configurator.doConfigure(Objects.requireNonNull(
                    LogFormat.class.getResource("/logback.xml"), "logback.xml is not in the installation"));
        } catch (JoranException e) {
            throw new IllegalStateException("logback.xml of the installation cannot be read", e);
        }
    }
}
