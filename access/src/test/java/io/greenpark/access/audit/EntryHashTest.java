package io.greenpark.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EntryHashTest {
    private static final AuditHead BEFORE = new AuditHead(41, "ab".repeat(32));

    @Test
    void the_form_is_the_one_that_is_documented() {
        AuditEntry entry = AuditEntry.after(
                AuditHead.NONE,
                Instant.ofEpochMilli(1_767_225_600_000L),
                AuditDraft.of("李", "10.0.0.7", AuditAction.ACCOUNT_CLOSED)
                        .on("account", "wang")
                        .because(""));
        assertThat(EntryHash.encoded(EntryHash.NONE, entry))
                .isEqualTo("64:" + "0".repeat(64)
                        + "1:113:17672256000003:李8:10.0.0.714:account.closed7:account4:wang--0:");
        assertThat(entry.hash()).isEqualTo("8ef7336c09fb98e88b97bd6dfab399bf68cd89d2d93c9b70adfeac48556f38d8");
    }

    @Property
    void every_draft_can_be_read_back_from_what_is_hashed(@ForAll("drafts") AuditDraft draft) {
        AuditEntry entry = AuditEntry.after(BEFORE, Instant.ofEpochMilli(7), draft);
        assertThat(fields(EntryHash.encoded(BEFORE.hash(), entry)))
                .containsExactly(
                        BEFORE.hash(),
                        "42",
                        "7",
                        draft.who(),
                        draft.origin(),
                        draft.action().code(),
                        draft.object() == null ? null : draft.object().kind(),
                        draft.object() == null ? null : draft.object().id(),
                        draft.before(),
                        draft.after(),
                        draft.why());
    }

    @Property
    void two_drafts_are_hashed_alike_only_if_they_are_alike(
            @ForAll("neighbours") AuditDraft one, @ForAll("neighbours") AuditDraft other) {
        assertThat(hash(one).equals(hash(other))).isEqualTo(one.equals(other));
    }

    private static String hash(AuditDraft draft) {
        return AuditEntry.after(BEFORE, Instant.ofEpochMilli(7), draft).hash();
    }

    /** Texts of what the form is made of, so that fields look like the ends and the beginnings of others. */
    @Provide
    Arbitrary<AuditDraft> drafts() {
        Arbitrary<String> text = Arbitraries.oneOf(
                Arbitraries.strings().withChars("-:01a中").ofMaxLength(4),
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.of("", "-", "0:", "1:-", "-0:", "\0", "\uD800", "😀"));
        Arbitrary<String> orNull = text.injectNull(0.3);
        Arbitrary<AuditObject> object =
                Combinators.combine(text, text).as(AuditObject::new).injectNull(0.3);
        return Combinators.combine(text, text, Arbitraries.of(AuditAction.class), object, orNull, orNull, orNull)
                .as(AuditDraft::new);
    }

    /** Drafts of so few texts that two of them often are of the same characters, parted elsewhere. */
    @Provide
    Arbitrary<AuditDraft> neighbours() {
        Arbitrary<String> text = Arbitraries.of("", "-", "0:", "1:", "1:1:", "1:-");
        Arbitrary<String> orNull = text.injectNull(0.3);
        return Combinators.combine(text, text, orNull)
                .as((who, origin, why) ->
                        AuditDraft.of(who, origin, AuditAction.LOOKED).because(why));
    }

    /** Reads the form as its description says, sharing nothing with what writes it. */
    private static List<String> fields(String encoded) {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] == '-') {
                fields.add(null);
                at++;
                continue;
            }
            int length = 0;
            while (bytes[at] != ':') {
                length = length * 10 + bytes[at++] - '0';
            }
            at++;
            fields.add(new String(Arrays.copyOfRange(bytes, at, at + length), StandardCharsets.UTF_8));
            at += length;
        }
        return fields;
    }
}
