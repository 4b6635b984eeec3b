package io.greenpark.deploy;

import io.greenpark.deploy.command.GreenparkCommand;

/** Where everything starts: hands the arguments to the command line and ends with its exit code. */
public final class Greenpark {
    private Greenpark() {}

    public static void main(String[] args) {
        System.exit(GreenparkCommand.commandLine().execute(args));
    }
}
