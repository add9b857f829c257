package nl.vliegwiel.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The only place that reads the machine's clock (rule A8). */
@ApplicationScoped
public class ClockProducer {
    @Produces
    public Clock clock() {
        return Clock.system(Zones.AMSTERDAM);
    }
}
