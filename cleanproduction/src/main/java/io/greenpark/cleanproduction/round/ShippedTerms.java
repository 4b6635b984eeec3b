package io.greenpark.cleanproduction.round;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.park.text.Bilingual;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The terms that are shipped, in {@code terms.json}; a bureau sets others beside them. */
public final class ShippedTerms {
    private ShippedTerms() {}

    public static List<Term> read() {
        try (InputStream in = Objects.requireNonNull(ShippedTerms.class.getResourceAsStream("terms.json"))) {
            List<Term> terms = new ArrayList<>();
            for (JsonNode json : new ObjectMapper().readTree(in)) {
                terms.add(term(json));
            }
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped terms cannot be read", e);
        }
    }

    private static Term term(JsonNode json) {
        String base = text(json, "base");
        String register = text(json, "register");
        String reason = text(json, "reason");
        return new Term(
                json.path("id").asText(),
                AuditStep.ofCode(json.path("step").asText()).orElseThrow(),
                base == null ? null : AuditStep.ofCode(base).orElseThrow(),
                register == null ? null : Register.valueOf(register.toUpperCase(Locale.ROOT)),
                reason == null ? null : AuditReason.valueOf(reason.toUpperCase(Locale.ROOT)),
                json.path("months").asInt(),
                LocalDate.parse(json.path("validFrom").asText()),
                new Bilingual(json.path("zh").asText(), json.path("en").asText()),
                json.path("confirmed").asBoolean(),
                null,
                null,
                null);
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.has(name) ? json.get(name).asText() : null;
    }
}
