package nl.vliegwiel.flexpool.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A skill that a request asks for. Part of its request; never lives by itself. */
@Entity
@Table(name = "staff_request_skill")
@IdClass(RequestSkill.Key.class)
public class RequestSkill {
    /** A request asks a skill once. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private UUID request;
        private int skillId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && skillId == key.skillId && request != null && request.equals(key.request);
        }

        @Override
        public int hashCode() {
            return skillId;
        }
    }

    @Id
    @ManyToOne(optional = false)
    @JoinColumn(name = "request_id")
    private StaffRequest request;

    @Id
    @Column(name = "skill_id")
    private int skillId;

    @Column(name = "min_level")
    private int minLevel;

    @Column(name = "required")
    private boolean required;

    protected RequestSkill() {
    }

    RequestSkill(StaffRequest request, int skillId, int minLevel, boolean required) {
        this.request = request;
        this.skillId = skillId;
        ask(minLevel, required);
    }

    final void ask(int level, boolean must) {
        this.minLevel = level;
        this.required = must;
    }

    /** Number in the catalogue, inside the database only. */
    public int skillId() {
        return skillId;
    }

    /** 1–4 */
    public int minLevel() {
        return minLevel;
    }

    /** False where it only helps. */
    public boolean required() {
        return required;
    }
}
