package io.greenpark.ingest.admission;

import io.greenpark.ingest.Spoken;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionWordsTest {
    @Test
    void every_sentence_is_said_in_both_languages() throws IOException {
        new Spoken(AdmissionWords.class)
                .with("forbidden", AdmissionWords.forbidden("meter-1", "meter-2"))
                .with("gatewayHasNoPoints", AdmissionWords.gatewayHasNoPoints("gateway-1"))
                .with("unknownDevice", AdmissionWords.unknownDevice("meter-9"))
                .with("noDeviceNamed", AdmissionWords.noDeviceNamed())
                .with("unknownKey", AdmissionWords.unknownKey("meter-1", "kw", List.of("kvarh", "kwh")))
                .with("ended", AdmissionWords.ended("meter-1.kwh", 1_714_500_000_000L, 1_714_521_600_000L))
                .with("timeMissing", AdmissionWords.timeMissing("meter-1.kwh", "kwh"))
                .with("inFuture", AdmissionWords.inFuture("meter-1", 4_070_908_800_000L, 1_714_521_600_000L, 300_000))
                .with("tooOld", AdmissionWords.tooOld("meter-1.kwh", 0, 1_514_736_000_000L, false))
                .with("tooOld seconds", AdmissionWords.tooOld("meter-1.kwh", 1_714_521_600L, 1_514_736_000_000L, true))
                .matchesItsSheet();
    }
}
