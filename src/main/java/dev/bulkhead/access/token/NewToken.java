package dev.bulkhead.access.token;

/**
 * A token that was just made.
 *
 * @param token what is kept of it
 * @param text what its holder sends; told this once, and nowhere kept
 */
public record NewToken(ApiToken token, String text) {

    @Override
    public String toString() {
        return "NewToken[" + token.id() + "]";
    }
}
