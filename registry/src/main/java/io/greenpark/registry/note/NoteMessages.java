package io.greenpark.registry.note;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every note as an English sentence; the names of details stand in braces. */
final class NoteMessages {
    private static final Pattern DETAIL = Pattern.compile("\\{(\\w+)}");

    private NoteMessages() {}

    static String english(Note note) {
        return DETAIL.matcher(sentence(note))
                .replaceAll(m -> Matcher.quoteReplacement(note.details().getOrDefault(m.group(1), m.group())));
    }

    private static String sentence(Note note) {
        return switch (note.kind()) {
            case NO_MAX_PER_HOUR ->
                "is not given, so that a wrong value counts as consumption however large it is; give the largest amount an"
                        + " hour that the meter can really count, in {unit}"
                        + (note.has(Note.SUGGESTED)
                                ? ", e.g. maxPerHour: {suggested}, which is {factor} times the {booked} {unit} of {hour}, the"
                                        + " largest plausible hour booked in the {days} days before now"
                                : "");
            case FUTURE_REPLACEMENT ->
                "\"{value}\" lies in the future, so that until then the register counts as not replaced; correct it if the"
                        + " meter was replaced already";
            case LONG_SILENCE ->
                note.has(Note.GIVEN)
                        ? "\"{given}\" is a year or more, for which nobody is told that the device has failed; give the"
                                + " time after which somebody should look, e.g. 1d, or leave it out for 3 times the"
                                + " longest expectedInterval of its points"
                        : "is not given and so 3 times the longest expectedInterval of its points, {value}, for which"
                                + " nobody is told that the device has failed; give the time after which somebody should"
                                + " look, or its points the expectedInterval at which they really send";
            case SHORT_SILENCE ->
                "\"{given}\" is shorter than {due}, the shortest expectedInterval of its points, so that the device counts"
                        + " as silent between two values; give at least {due}, or give its points the expectedInterval at"
                        + " which they really send";
            case DEVICE_WITHOUT_POINTS ->
                "there are none, so that every value the device sends is refused; give it points, or remove the device";
            case LIMIT_OF_ENDED_POINT ->
                "\"{point}\" has ended at {ended}, so that "
                        + (note.has(Note.VALID_TO)
                                ? "the limit judges nothing since; give it validTo: {validTo}, and give a point that took"
                                        + " the place of this one a limit of its own"
                                : "the limit, valid from {from}, judges nothing; remove it, or name the point that took"
                                        + " the place of this one");
            case TARGET_UNHEARD_OF ->
                "nobody would be told that {scope} \"{subject}\" misses it, its case would only be shown; give the {scope}"
                        + " contacts, or the bureau alerts.recipients";
            case USE_NOT_STATED ->
                "is not given for \"{enterprise}\", {months}, and counts as judge; add allowedUse: judge, show-own or"
                        + " aggregate-only, as the provider permits, since a new month without it is refused";
        };
    }
}
