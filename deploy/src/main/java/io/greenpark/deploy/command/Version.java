package io.greenpark.deploy.command;

import io.greenpark.deploy.app.Versions;
import picocli.CommandLine.IVersionProvider;

/** The output of {@code --version}. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "greenpark " + Versions.greenpark(),
            "Java " + System.getProperty("java.version"),
            System.getProperty("os.name")
        };
    }
}
