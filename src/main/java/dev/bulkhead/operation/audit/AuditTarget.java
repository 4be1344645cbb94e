package dev.bulkhead.operation.audit;

/**
 * What something was done to.
 *
 * @param id "" where there is none
 * @param name what it was called then, for the eye; "" where it is not known
 */
public record AuditTarget(String id, String name) {

    /** Done to nothing in particular. */
    public static final AuditTarget NONE = new AuditTarget("", "");

    AuditTarget cleaned() {
        return new AuditTarget(AuditText.clean(id, 200), AuditText.clean(name, 300));
    }
}
