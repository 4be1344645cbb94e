package dev.bulkhead.alert.send;

/** What a target understands. */
public enum Form {
    /** Addresses of people, with commas between them. */
    EMAIL,
    /** Our own JSON, signed. */
    JSON,
    /** Slack's {@code {"text": …}}, which Mattermost and Rocket.Chat take as well. */
    SLACK,
    /** A card, as Teams' workflows take it. */
    TEAMS,
    DISCORD;

    /** Whether its address is a web address. */
    public boolean isWeb() {
        return this != EMAIL;
    }
}
