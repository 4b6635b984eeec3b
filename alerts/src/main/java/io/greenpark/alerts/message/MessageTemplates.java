package io.greenpark.alerts.message;

import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.park.text.Bilingual;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What messages say, as the platform ships it or a bureau has edited it. What it does not say the shipped one does.
 *
 * @param events what each kind of step is called
 * @param factors what each measured quantity is called
 * @param texts of a family and a step; a null step is any that has none of its own
 * @param sms of a step, likewise: what is put into the variables of an approved template, by their names
 */
public record MessageTemplates(
        Map<CaseEvent.Kind, Bilingual> events,
        Map<String, Bilingual> factors,
        Map<Place, Texts> texts,
        Map<Step, Variables> sms) {
    public MessageTemplates {
        events = Map.copyOf(events);
        factors = Map.copyOf(factors);
        texts = Map.copyOf(texts);
        sms = Map.copyOf(sms);
    }

    /** Of which step; null for any. */
    public record Step(CaseEvent.@Nullable Kind kind) {}

    /** Of which family and step. */
    public record Place(MessageFamily family, Step step) {}

    /** A text with names for each part of a message, in both languages. */
    public record Texts(Map<MessagePart, Bilingual> parts) {
        public Texts {
            parts = Map.copyOf(parts);
        }
    }

    /** A text with names for each variable, in both languages. */
    public record Variables(Map<String, Bilingual> values) {
        public Variables {
            values = Map.copyOf(values);
        }
    }

    /** The template of a part: the step's own or that of any. */
    Optional<Bilingual> text(MessageFamily family, CaseEvent.Kind kind, MessagePart part) {
        return Optional.ofNullable(texts.get(new Place(family, new Step(kind))))
                .map(found -> found.parts().get(part))
                .or(() -> Optional.ofNullable(texts.get(new Place(family, new Step(null))))
                        .map(found -> found.parts().get(part)));
    }

    /** What is put into a variable of an SMS; empty where the settings say it. */
    Optional<Bilingual> variable(CaseEvent.Kind kind, String name) {
        return Optional.ofNullable(sms.get(new Step(kind)))
                .map(found -> found.values().get(name))
                .or(() -> Optional.ofNullable(sms.get(new Step(null)))
                        .map(found -> found.values().get(name)));
    }
}
