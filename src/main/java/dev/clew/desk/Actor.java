package dev.clew.desk;

/**
 * Who does something at the desk, as the audit names them.
 *
 * @param name of the account, or what stands for one
 * @param from the network address, or {@code here} for a command on this machine
 */
public record Actor(String name, String from) {
    /** A command run on the machine that has the data directory. */
    public static final Actor COMMAND_LINE = new Actor("command-line", "here");
}
