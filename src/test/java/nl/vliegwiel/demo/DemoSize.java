package nl.vliegwiel.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How much demo data there is. */
public enum DemoSize {
    /** Twelve libraries in four provinces: everything can be overseen. */
    SMALL(12, 240, 150),
    /** As large as the country: 133 libraries, 8,000 employees, a year of requests. */
    NATIONAL(133, 8_000, 7_000),
    /** Far larger than the country, for measurements. */
    STRESS(133, 100_000, 20_000);

    private final int libraries;
    private final int employees;
    private final int requests;

    DemoSize(int libraries, int employees, int requests) {
        this.libraries = libraries;
        this.employees = employees;
        this.requests = requests;
    }

    int libraries() {
        return libraries;
    }

    int employees() {
        return employees;
    }

    int requests() {
        return requests;
    }

    /**
     * @param name as given on the command line, any case
     * @throws IllegalArgumentException with the names there are
     */
    public static DemoSize named(String name) {
        return Arrays.stream(values()).filter(size -> size.name().equalsIgnoreCase(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no demo size " + name + "; choose one of "
                + Arrays.stream(values()).map(size -> size.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "))));
    }
}
