package nl.vliegwiel.platform.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.UUID;

/** A root with an id that the application gives, and a version that each change raises. */
@MappedSuperclass
public abstract class VersionedEntity {
    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    protected VersionedEntity() {
    }

    protected VersionedEntity(UUID id) {
        this.id = Objects.requireNonNull(id);
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    @Override
    public final boolean equals(Object other) {
        return this == other
            || other instanceof VersionedEntity that && getClass() == that.getClass() && Objects.equals(id, that.id);
    }

    @Override
    public final int hashCode() {
        return Objects.hashCode(id);
    }
}
