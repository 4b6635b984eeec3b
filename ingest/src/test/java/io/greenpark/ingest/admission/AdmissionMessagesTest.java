package io.greenpark.ingest.admission;

import io.greenpark.ingest.CatalogueSheet;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionMessagesTest {
    @Test
    void every_message_says_the_same_in_both_languages() throws IOException {
        new CatalogueSheet(AdmissionMessages.class)
                .with("forbidden", AdmissionMessages.forbidden("meter-1", "meter-2"))
                .with("gatewayHasNoPoints", AdmissionMessages.gatewayHasNoPoints("gateway-1"))
                .with("unknownDevice", AdmissionMessages.unknownDevice("meter-9", false))
                .with("unknownDevice that waits", AdmissionMessages.unknownDevice("meter-9", true))
                .with("noDeviceNamed", AdmissionMessages.noDeviceNamed())
                .with(
                        "unknownKey",
                        AdmissionMessages.unknownKey("meter-1", "meter-1", "kw", List.of("kvarh", "kwh"), false))
                .with(
                        "unknownKey that waits",
                        AdmissionMessages.unknownKey("meter-1", "meter-1", "kw", List.of("kvarh", "kwh"), true))
                .with(
                        "unknownKey under a name as sent",
                        AdmissionMessages.unknownKey("meter-1", "Meter_1", "kw", List.of("kwh"), false))
                .with("ended", AdmissionMessages.ended("meter-1.kwh", 1_714_500_000_000L, 1_714_521_600_000L))
                .with("timeMissing", AdmissionMessages.timeMissing("meter-1.kwh", "kwh"))
                .with(
                        "inFuture",
                        AdmissionMessages.inFuture("meter-1", 4_070_908_800_000L, 1_714_521_600_000L, 300_000))
                .with(
                        "inFuture microseconds",
                        AdmissionMessages.inFuture("meter-1", 1_714_521_600_000_000L, 1_714_521_600_000L, 300_000))
                .with("tooOld", AdmissionMessages.tooOld("meter-1.kwh", 0, 1_514_736_000_000L, null))
                .with(
                        "tooOld seconds",
                        AdmissionMessages.tooOld("meter-1.kwh", 1_714_521_600L, 1_514_736_000_000L, EpochUnit.SECONDS))
                .matchesItsSheet();
    }
}
