package nl.vliegwiel.flexpool.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.Role;
import nl.vliegwiel.platform.rule.Forbidden;

/** Who may take part: whoever a library employs, for herself alone. */
@ApplicationScoped
public class PoolPolicy {
    public boolean mayTakePart(Actor who) {
        return who.has(Role.EMPLOYEE);
    }

    /** @throws Forbidden {@code pool.employeesOnly} */
    public void requireTakePart(Actor who) {
        if (!mayTakePart(who)) {
            throw new Forbidden("pool.employeesOnly");
        }
    }
}
