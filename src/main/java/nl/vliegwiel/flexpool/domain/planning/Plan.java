package nl.vliegwiel.flexpool.domain.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who is proposed for which shift. */
public final class Plan {
    /** Stands for nobody. */
    public static final int OPEN = -1;
    private final int[] personOf;

    /** @param personOf person by shift, or {@link #OPEN} */
    public Plan(int[] personOf) {
        this.personOf = personOf.clone();
    }

    /** A plan in which every shift is open. */
    public static Plan empty(int shifts) {
        int[] nobody = new int[shifts];
        Arrays.fill(nobody, OPEN);
        return new Plan(nobody);
    }

    public int shifts() {
        return personOf.length;
    }

    /** The person on this shift, or {@link #OPEN}. */
    public int personOf(int shift) {
        return personOf[shift];
    }

    public boolean isOpen(int shift) {
        return personOf[shift] == OPEN;
    }

    public int covered() {
        return (int) Arrays.stream(personOf).filter(person -> person != OPEN).count();
    }

    /** The shifts of a person, lowest position first. */
    public List<Integer> shiftsOf(int person) {
        List<Integer> own = new ArrayList<>();
        for (int shift = 0; shift < personOf.length; shift++) {
            if (personOf[shift] == person) {
                own.add(shift);
            }
        }
        return own;
    }

    /** The pairs that this plan has and the other has not. */
    public List<Pairing> notIn(Plan other) {
        List<Pairing> own = new ArrayList<>();
        for (int shift = 0; shift < personOf.length; shift++) {
            if (personOf[shift] != OPEN && other.personOf[shift] != personOf[shift]) {
                own.add(new Pairing(shift, personOf[shift]));
            }
        }
        return own;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Plan plan && Arrays.equals(personOf, plan.personOf);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(personOf);
    }

    @Override
    public String toString() {
        return Arrays.toString(personOf);
    }
}
