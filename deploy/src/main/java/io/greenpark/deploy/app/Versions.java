package io.greenpark.deploy.app;

import java.util.Map;

/** What runs here. */
public final class Versions {
    private Versions() {}

    /** The version of this build, as the jar's manifest has it; {@code development} when run from classes. */
    public static String greenpark() {
        String version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** By name: {@code greenpark}, {@code java}, {@code os}. */
    public static Map<String, String> here() {
        return Map.of(
                "greenpark",
                greenpark(),
                "java",
                System.getProperty("java.version"),
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }
}
