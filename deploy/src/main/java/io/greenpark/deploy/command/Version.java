package io.greenpark.deploy.command;

import io.greenpark.deploy.app.Versions;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
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
