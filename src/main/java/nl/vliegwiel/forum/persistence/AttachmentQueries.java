package nl.vliegwiel.forum.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Files that go with posts, in pieces. */
@ApplicationScoped
public class AttachmentQueries {
    /** Bytes of one piece. */
    public static final int PIECE = 262_144;

    @Inject
    private Jdbi jdbi;

    /** @param postId null until a post names it */
    public record Row(UUID id, UUID ownerId, UUID postId, String name, String kind, int size) {
    }

    public Optional<Row> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from attachment where id = :id").bind("id", id)
            .map((row, context) -> new Row(row.getObject("id", UUID.class), row.getObject("owner_id", UUID.class), row.getObject("post_id", UUID.class), row.getString("name"),
                row.getString("kind"), row.getInt("size"))).findOne());
    }

    /** Reads the content piece by piece. */
    public void add(UUID id, UUID owner, String name, String kind, int size, InputStream content, Instant at) throws IOException {
        jdbi.useHandle(handle -> {
            handle.createUpdate("insert into attachment (id, owner_id, name, kind, size, added_at) values (:id, :owner, :name, :kind, :size, :at)")
                .bind("id", id).bind("owner", owner).bind("name", name).bind("kind", kind).bind("size", size).bind("at", at.atOffset(ZoneOffset.UTC)).execute();
            int number = 0;
            for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                handle.createUpdate("insert into attachment_part (attachment_id, number, bytes) values (:id, :number, :bytes)")
                    .bind("id", id).bind("number", number++).bind("bytes", piece).execute();
            }
        });
    }

    /** @return empty behind the last */
    public Optional<byte[]> piece(UUID id, int number) {
        return jdbi.withHandle(handle -> handle.createQuery("select bytes from attachment_part where attachment_id = :id and number = :number")
            .bind("id", id).bind("number", number).mapTo(byte[].class).findOne());
    }

    /** How much she has uploaded that no post names, in bytes. */
    public long loose(UUID owner) {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(sum(size), 0) from attachment where owner_id = :owner and post_id is null")
            .bind("owner", owner).mapTo(Long.class).one());
    }

    /** A post names them from now on: whoever reads it reads them. Only what is hers and in no other post. */
    public void attach(UUID post, UUID owner, Collection<UUID> ids) {
        jdbi.useHandle(handle -> handle.createUpdate("update attachment set post_id = :post where id = any(:ids) and owner_id = :owner and post_id is null")
            .bind("post", post).bind("owner", owner).bindArray("ids", UUID.class, ids.toArray()).execute());
    }

    /** Takes it out of the database, whoever names it. */
    public void remove(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from attachment where id = :id").bind("id", id).execute());
    }
}
