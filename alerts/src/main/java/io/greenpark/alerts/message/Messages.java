package io.greenpark.alerts.message;

import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.park.text.Bilingual;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The wording of messages: what is in force, and what is shipped for whatever that does not say. Any thread may call. */
public final class Messages {
    private final Policies<MessageTemplates> policies;

    public Messages(Policies<MessageTemplates> policies) {
        this.policies = policies;
    }

    /** As the platform ships them. */
    public static Messages shipped() {
        return new Messages(new Policies<>(new MessageTemplateKind()));
    }

    /** What is in force. */
    public Wording wording(Handle handle) {
        return wording(policies.newest(handle).says());
    }

    /** What would be in force with other templates. */
    public Wording wording(MessageTemplates templates) {
        return new Wording(templates, policies.shipped().says());
    }

    /**
     * Templates with the shipped ones behind them.
     *
     * @param own those in force
     */
    public record Wording(MessageTemplates own, MessageTemplates shipped) {
        /** What a step is called. */
        public Bilingual event(CaseEvent.Kind kind) {
            Bilingual found = own.events().getOrDefault(kind, shipped.events().get(kind));
            if (found == null) {
                throw new IllegalStateException("the shipped templates do not name " + kind);
            }
            return found;
        }

        /** What a measured quantity is called; empty where nobody said. */
        public Optional<Bilingual> factor(String quantity) {
            return Optional.ofNullable(own.factors().get(quantity))
                    .or(() -> Optional.ofNullable(shipped.factors().get(quantity)));
        }

        /** A part of a message in a language; the shipped one where the own says nothing of a case. */
        public String part(
                MessageFamily family,
                CaseEvent.Kind kind,
                MessagePart part,
                Locale language,
                Map<MessageField, Bilingual> known) {
            Map<String, String> values = values(known, language);
            return own.text(family, kind, part)
                    .map(template -> Placeholders.fillLines(template.in(language), values))
                    .filter(text -> !text.isBlank())
                    .or(() -> shipped.text(family, kind, part)
                            .map(template -> Placeholders.fillLines(template.in(language), values)))
                    .orElseThrow(() -> new IllegalStateException("the shipped templates have no " + part));
        }

        /** The template of a variable of an SMS; empty where the settings have it. */
        public Optional<String> variable(CaseEvent.Kind kind, String name, Locale language) {
            return own.variable(kind, name).map(template -> template.in(language));
        }

        /** What can be put in, by its name. */
        public static Map<String, String> values(Map<MessageField, Bilingual> known, Locale language) {
            return known.entrySet().stream()
                    .collect(Collectors.toMap(each -> each.getKey().code(), each -> each.getValue()
                            .in(language)));
        }
    }
}
