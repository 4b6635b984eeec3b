package io.greenpark.alerts.rule;

import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.live.SilenceLimit;
import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of what is silent, beside its verdicts: it goes into the words of its case. */
public sealed interface SilenceFinding {
    /**
     * Of a device.
     *
     * @param refused that it does send; null if it does not, or some of it is taken
     */
    record OfDevice(SilenceLimit limit, @Nullable Refused refused) implements SilenceFinding {}

    /**
     * Of a gateway.
     *
     * @param devices how many are expected to send through it
     * @param silent those of them that the case speaks for and that are silent now
     * @param own how many have a case of their own, since they fell silent before
     */
    record OfGateway(
            int devices,
            List<Bilingual> silent,
            int own,
            Limits limits,
            @Nullable Refused refused) implements SilenceFinding {
        public OfGateway {
            silent = List.copyOf(silent);
        }
    }

    /**
     * Of a door.
     *
     * @param problem why it is shut; null if it is not, or that is not known
     * @param devices how many are expected to send through it, so that nearly all of them are silent; 0 where it is shut
     */
    record OfDoor(@Nullable String problem, String address, int devices, int silent) implements SilenceFinding {}

    /** The shortest and the longest limit of some devices. */
    record Limits(SilenceLimit shortest, SilenceLimit longest) {}

    /**
     * Something that was refused.
     *
     * @param key the key of the refused value; null if the whole message was refused
     * @param excerpt the beginning of what was sent
     * @param at when it was refused last
     * @param detail the sentence it was refused with
     * @param stranger the address of a sender that has not proved who it is, so that it need not be the device; null if it has
     */
    record Refused(
            RejectReason reason,
            @Nullable String key,
            String excerpt,
            Instant at,
            Bilingual detail,
            @Nullable String stranger) {
        /** Whether it is known that what is silent does send. */
        public static boolean sends(@Nullable Refused refused) {
            return refused != null && refused.stranger() == null;
        }
    }
}
