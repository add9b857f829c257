package nl.vliegwiel.platform.persistence;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.transaction.xa.XAException;
import nl.vliegwiel.platform.rule.Conflict;
import nl.vliegwiel.platform.rule.Refusal;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.StaleData;
import nl.vliegwiel.platform.rule.Unavailable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Stands outside the transaction, since a lock or constraint may speak only at commit (trap P-19). */
@TranslatesFailures
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 50)
public class FailureTranslator {
    private static final Logger LOG = Logger.getLogger(FailureTranslator.class.getName());
    private static final String CHECK = "23514";
    private static final String NOT_NULL = "23502";
    private static final String FOREIGN_KEY = "23503";
    private static final String UNIQUE = "23505";
    private static final String EXCLUSION = "23P01";
    private static final Set<String> RACES = Set.of("40001", "40P01", "55P03");
    private static final Set<String> BAD_VALUES = Set.of("22001", "22003", "22007", "22008", "22021", "22P02", "22P05", "22000");

    /** Connection lost or refused, server stopping or starting, too many connections, disk full, read-only. */
    private static final List<String> GONE = List.of("08", "57P", "53", "25006");

    @AroundInvoke
    Object translate(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException failure) {
            Refusal refusal = translated(failure);
            if (refusal == null) {
                throw failure;
            }
            refusal.addSuppressed(failure);
            throw refusal;
        }
    }

    /**
     * @param failure what was thrown
     * @return the refusal in it, or null when it is a fault of ours
     */
    public static Refusal translated(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof OptimisticLockException) {
                return new StaleData("stale");
            }
            if (cause instanceof XAException) {
                // The commit failed: this server tells no more of it. Whether it was kept, only the database knows
                return unavailable(cause);
            }
            if (cause instanceof SQLException sql && (sql.getSQLState() != null || noConnection(sql))) {
                return ofState(sql);
            }
        }
        return null;
    }

    /** The pool tells without a state that it could not get a connection. */
    private static boolean noConnection(SQLException sql) {
        return sql.getMessage() != null && sql.getMessage().contains("allocating a connection");
    }

    /** Told to who keeps the servers, here for all that ask. */
    private static Refusal unavailable(Throwable cause) {
        LOG.log(Level.WARNING, "The database does not answer: {0}", cause.getMessage());
        return new Unavailable("unavailable");
    }

    private static Refusal ofState(SQLException sql) {
        String state = sql.getSQLState();
        if (state == null || GONE.stream().anyMatch(state::startsWith)) {
            return unavailable(sql);
        }
        if (RACES.contains(state)) {
            return new Conflict("conflict.race");
        }
        if (BAD_VALUES.contains(state)) {
            return new RuleViolation("invalid.value");
        }
        ServerErrorMessage message = sql instanceof PSQLException server ? server.getServerErrorMessage() : null;
        String constraint = message == null || message.getConstraint() == null ? "" : message.getConstraint();
        return switch (state) {
            case UNIQUE, EXCLUSION -> new Conflict("constraint." + constraint);
            case CHECK, NOT_NULL, FOREIGN_KEY -> new RuleViolation("constraint." + constraint);
            default -> null;
        };
    }
}
