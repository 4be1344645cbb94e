package dev.bulkhead.shell;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Has connections thrown away that H2 has closed its database under, as it does when it cannot write (a full disk): it says of each that
 * it is valid, and a new one opens the database again, if only to read until there is room.
 */
public class ClosedDatabase implements SQLExceptionOverride {

    private static final int GENERAL_ERROR = 50000;
    private static final int IO_EXCEPTION = 90031;
    private static final int DATABASE_IS_CLOSED = 90098;
    private static final int DATABASE_CALLED_AT_SHUTDOWN = 90121;
    private static final Set<Integer> CLOSED =
            Set.of(GENERAL_ERROR, IO_EXCEPTION, DATABASE_IS_CLOSED, DATABASE_CALLED_AT_SHUTDOWN);

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return CLOSED.contains(failure.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
