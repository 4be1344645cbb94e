package dev.bulkhead.operation.audit;

import java.util.Optional;

/**
 * How the record tells that its beginning was taken out on purpose: in a row of its own, whose target is the last of those taken. What
 * such a row says counts only as part of a chain that verifies, so nobody without the key can make one.
 */
final class AuditCut {

    static final String VERB = "audit.cut";

    private AuditCut() {}

    /** The link that the first row still there follows; {@link ChainLink#START} when nothing was ever cut. */
    static ChainLink last(AuditStore store) {
        return store.lastOf(VERB).flatMap(AuditCut::read).orElse(ChainLink.START);
    }

    static AuditTarget target(ChainLink last, String file) {
        return new AuditTarget(last.seq() + ":" + last.mac(), file);
    }

    private static Optional<ChainLink> read(AuditRow row) {
        String[] words = row.entry().target().id().split(":", 2);
        try {
            ChainLink link = new ChainLink(Long.parseLong(words[0]), words[1]);
            return link.seq() < row.seq() ? Optional.of(link) : Optional.empty();
        } catch (IndexOutOfBoundsException | NumberFormatException none) {
            return Optional.empty();
        }
    }
}
