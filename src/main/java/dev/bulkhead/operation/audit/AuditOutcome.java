package dev.bulkhead.operation.audit;

/** What a row says of the act that it is about. */
public enum AuditOutcome {
    /** It is about to be done: written before an engine is asked. Another row of the same operation says what became of it. */
    INTENT,
    DONE,
    FAILED,
    /** It was not allowed, or not possible then, and nothing was done. */
    REFUSED,
    /** Called off before it began. */
    CANCELLED,
    /** Bulkhead itself ended while it was under way: nobody knows yet what became of it. */
    INTERRUPTED,
    /** What the engine said of the target after an interruption. */
    FOUND,
    /** What had gone on for a while is over. */
    ENDED,
    /** None of these: never written, so whoever reads it looks at a row that was changed. */
    UNREADABLE
}
