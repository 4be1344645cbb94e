package dev.bulkhead.access.passkey;

/**
 * One question to the browser that is worth one answer. Stays on the server but for {@link #options}.
 */
public final class Ceremony {

    private final Site site;
    private final byte[] challenge;
    private final String options;

    Ceremony(Site site, byte[] challenge, String options) {
        this.site = site;
        this.challenge = challenge.clone();
        this.options = options;
    }

    Site site() {
        return site;
    }

    byte[] challenge() {
        return challenge.clone();
    }

    /** What the browser is asked, as it takes it. */
    public String options() {
        return options;
    }
}
