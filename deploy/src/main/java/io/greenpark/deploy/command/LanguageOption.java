package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The option for the language in which a command tells what is wrong in registry files, which people write who need not know English. The
 * environment is read as POSIX has it and not asked of Java, which knows only the locales that the machine has installed.
 */
final class LanguageOption {
    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description =
                    "In which faults of registry files are told: zh or en. Default: that of LC_ALL, LC_MESSAGES or"
                            + " LANG, else en.")
    private @Nullable String language;

    /** The language to speak; a usage error if there is no such one. */
    Locale language() {
        return choose(language, System.getenv());
    }

    /**
     * The language to speak.
     *
     * @param asked the value of the option; null to take that of the environment, else English
     */
    static Locale choose(@Nullable String asked, Map<String, String> environment) {
        if (asked == null) {
            return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                    .map(name -> environment.getOrDefault(name, ""))
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .filter(value -> value.matches("zh([_.@].*)?"))
                    .map(value -> Locale.CHINESE)
                    .orElse(Locale.ENGLISH);
        }
        return switch (asked) {
            case "zh" -> Locale.CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> throw UserError.usage("--language: \"" + asked + "\" is not allowed; accepted: zh, en");
        };
    }
}
