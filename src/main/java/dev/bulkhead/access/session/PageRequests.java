package dev.bulkhead.access.session;

/** What pages tell of their requests. */
public final class PageRequests {

    /** Attribute of a request that no reader caused: set, to whatever, by who can tell. */
    public static final String BY_ITSELF = PageRequests.class.getName() + ".by-itself";

    private PageRequests() {}
}
