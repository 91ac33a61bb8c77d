package dev.clew.cli;

import dev.clew.app.Installation;
import dev.clew.desk.Account;
import dev.clew.desk.Accounts;
import dev.clew.desk.Actor;
import dev.clew.desk.Desk;
import dev.clew.desk.Token;
import dev.clew.model.Role;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code user}: sees to accounts, beside a running server too, which knows of it at the next request. */
@Command(
        name = "user",
        description =
                "Makes, lists and disables accounts, makes tokens and sets passwords. Works beside a running server.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class UserCommand implements Runnable {
    private static final String COMMAND_LINE = "command line";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do, such as: user add ada --role curator");
    }

    private void at(SettingsOptions options, Consumer<Desk> work) {
        try (Installation installation = Installation.open(options.read())) {
            work.accept(installation.desk());
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void show(Token.Issued issued) {
        out().println("Its token is shown only now:");
        out().println(issued.secret());
    }

    @Command(name = "add", description = "Makes an account and prints a token of it, once.")
    void add(
            @Mixin SettingsOptions options,
            @Parameters(paramLabel = "NAME", description = "Lower-case letters, digits and dashes.") String name,
            @Option(names = "--role", required = true, description = "reader, contributor, curator or admin.")
                    String role) {
        at(options, desk -> {
            Account made = desk.accounts().add(name, Role.ofAccount(role), Actor.COMMAND_LINE);
            out().println("The account " + made.name() + " was made; it is "
                    + made.role().code() + ".");
            show(desk.tokens().issue(name, COMMAND_LINE, Actor.COMMAND_LINE));
        });
    }

    @Command(name = "list", description = "Prints every account: name, role, state, number of tokens.")
    void list(@Mixin SettingsOptions options) {
        at(
                options,
                desk -> desk.accounts()
                        .list()
                        .forEach(each -> out().println(String.join(
                                "\t",
                                each.name(),
                                each.role().code(),
                                each.isDisabled() ? "disabled" : "enabled",
                                desk.tokens().of(each.name()).size() + " tokens"))));
    }

    @Command(name = "disable", description = "Refuses every sign-in and token of an account from now on.")
    void disable(@Mixin SettingsOptions options, @Parameters(paramLabel = "NAME") String name) {
        at(options, desk -> setDisabled(desk.accounts(), name, true));
    }

    @Command(name = "enable", description = "Lets a disabled account in again.")
    void enable(@Mixin SettingsOptions options, @Parameters(paramLabel = "NAME") String name) {
        at(options, desk -> setDisabled(desk.accounts(), name, false));
    }

    private void setDisabled(Accounts accounts, String name, boolean disabled) {
        accounts.setDisabled(name, disabled, Actor.COMMAND_LINE);
        out().println("The account " + name + " is " + (disabled ? "disabled." : "enabled."));
    }

    @Command(name = "role", description = "Gives an account another role.")
    void role(
            @Mixin SettingsOptions options,
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "ROLE", description = "reader, contributor, curator or admin.") String role) {
        at(options, desk -> {
            desk.accounts().setRole(name, Role.ofAccount(role), Actor.COMMAND_LINE);
            out().println("The account " + name + " is " + role + " now.");
        });
    }

    @Command(name = "token", description = "Makes a further token of an account and prints it, once.")
    void token(
            @Mixin SettingsOptions options,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--label", defaultValue = COMMAND_LINE, description = "What it is for.") String label) {
        at(options, desk -> show(desk.tokens().issue(name, label, Actor.COMMAND_LINE)));
    }

    @Command(
            name = "password",
            description = "Sets a password, asked for at the terminal or read as one line; every session ends.")
    void password(@Mixin SettingsOptions options, @Parameters(paramLabel = "NAME") String name) throws IOException {
        String password = read();
        at(options, desk -> {
            desk.signIn().setPassword(name, password, Actor.COMMAND_LINE);
            out().println("The password of " + name + " is set.");
        });
    }

    private static String read() throws IOException {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("Password: ");
            return typed == null ? "" : new String(typed);
        }
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }
}
