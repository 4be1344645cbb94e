package dev.bulkhead.access.password;

/** Why a password is not taken. The message is for whoever chose it. */
public enum PasswordFault {
    TOO_SHORT("A password has at least " + PasswordRules.SHORTEST + " characters"),
    TOO_LONG("A password has at most " + PasswordRules.LONGEST + " characters"),
    COMMON("This password is among those that are guessed first; a few words that do not belong together are better"),
    NAME("The user name with some signs around it is no password; take something that nobody can guess from it");

    private final String message;

    PasswordFault(String message) {
        this.message = message;
    }

    public String message() {
        return message;
    }
}
