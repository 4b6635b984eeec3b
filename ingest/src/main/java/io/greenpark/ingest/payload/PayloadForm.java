package io.greenpark.ingest.payload;

/** Who names the device that a payload is about. */
public enum PayloadForm {
    /** Topic, path or sign-in name the device; the payload holds its values. */
    DEVICE,
    /** The payload names devices, each with its values. */
    GATEWAY
}
