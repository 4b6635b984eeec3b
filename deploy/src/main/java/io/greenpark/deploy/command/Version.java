package io.greenpark.deploy.command;

import picocli.CommandLine.IVersionProvider;

/** The version, as the jar's manifest has it. */
final class Version implements IVersionProvider {
    /** The version of this build; {@code development} when run from classes. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "greenpark " + text(), "Java " + System.getProperty("java.version"), System.getProperty("os.name")
        };
    }
}
