package nl.vliegwiel.forum.boundary;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.forum.domain.Cleaned;
import nl.vliegwiel.forum.domain.FileKind;
import nl.vliegwiel.forum.domain.FileName;
import nl.vliegwiel.forum.persistence.AttachmentQueries;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.actor.Actor;
import nl.vliegwiel.platform.actor.CurrentActor;
import nl.vliegwiel.platform.persistence.Ids;
import nl.vliegwiel.platform.rule.NotFound;
import nl.vliegwiel.platform.rule.RuleViolation;
import nl.vliegwiel.platform.rule.Violation;
import nl.vliegwiel.platform.text.BsnGuard;
import nl.vliegwiel.platform.text.HealthWords;

/** Files that go with posts: hers alone until a post names them, then for whoever reads the post. */
@UseCase
public class AttachmentService {
    /** Bytes of one file. */
    public static final int LARGEST = 20_971_520;
    /** Bytes that somebody may have uploaded without a post that names them. */
    private static final long MOST_LOOSE = 10L * LARGEST;
    private static final int KILOBYTE = 1024;
    private static final String FIELD = "file";

    @Inject
    private AttachmentQueries attachments;

    @Inject
    private ForumPolicy policy;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    /** @param markdown how a text names it */
    public record Attachment(UUID id, String name, FileKind kind, int size, String markdown) {
        /** Where it is fetched. */
        public String path() {
            return Markdown.FILES + id;
        }
    }

    /**
     * Keeps a file; a picture is drawn anew, without what the camera noted.
     *
     * @param name as typed or as a browser gives it; only what is safe of it is kept
     * @throws RuleViolation at {@code file}: too large, of no kind that is taken, unreadable, or with a name that may not be kept (R7, R8)
     */
    @OpenToAllStaff
    public Attachment add(String name, InputStream content) {
        Actor who = actor.get();
        String typed = Cleaned.line(name);
        BsnGuard.check(FIELD, typed.replace('_', ' ')).ifPresent(AttachmentService::refuse);
        HealthWords.find(typed.replace('_', ' ')).ifPresent(hit -> refuse(Violation.of(FIELD, "file.name.health", hit.word())));
        if (attachments.loose(who.personId()) > MOST_LOOSE) {
            refuse(Violation.of(FIELD, "file.tooMany"));
        }
        try {
            Path file = Files.createTempFile("vliegwiel", null);
            try {
                return add(who, typed, content, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Attachment add(Actor who, String name, InputStream content, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[AttachmentQueries.PIECE];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > LARGEST) {
                    refuse(Violation.of(FIELD, "file.tooLarge", LARGEST / KILOBYTE / KILOBYTE));
                }
                out.write(buffer, 0, read);
            }
            if (size == 0) {
                refuse(Violation.of(FIELD, "file.empty"));
            }
        }
        Optional<FileKind> kind = FileKind.of(file);
        if (kind.isEmpty()) {
            throw new RuleViolation(List.of(Violation.of(FIELD, "file.kind")));
        }
        UUID id = Ids.next();
        if (kind.get().isPicture()) {
            Optional<byte[]> picture = Picture.drawnAnew(file, kind.get());
            if (picture.isEmpty()) {
                throw new RuleViolation(List.of(Violation.of(FIELD, "file.picture")));
            }
            FileKind kept = Picture.kept(kind.get());
            return keep(id, who, FileName.of(name, kept), kept, picture.get().length, new ByteArrayInputStream(picture.get()));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return keep(id, who, FileName.of(name, kind.get()), kind.get(), (int) Files.size(file), in);
        }
    }

    private Attachment keep(UUID id, Actor who, String name, FileKind kind, int size, InputStream content) throws IOException {
        attachments.add(id, who.personId(), name, kind.name(), size, content, clock.instant());
        return view(id, name, kind, size);
    }

    private static void refuse(Violation violation) {
        throw new RuleViolation(List.of(violation));
    }

    private static Attachment view(UUID id, String name, FileKind kind, int size) {
        return new Attachment(id, name, kind, size, (kind.isPicture() ? "!" : "") + "[" + name + "](" + Markdown.FILES + id + ")");
    }

    /** @throws NotFound {@code file.notFound} when it is not there or not the caller's to read */
    public Attachment get(UUID id) {
        Actor who = actor.get();
        AttachmentQueries.Row row = attachments.find(id).orElseThrow(() -> new NotFound("file.notFound"));
        if (row.postId() == null ? !who.is(row.ownerId()) : !policy.mayReadPost(who, row.postId())) {
            throw new NotFound("file.notFound");
        }
        return view(row.id(), row.name(), FileKind.valueOf(row.kind()), row.size());
    }

    /** The next bytes of a file that {@link #get} gave; no connection is held while they travel. @return empty behind the last */
    @OpenToAllStaff
    public Optional<byte[]> piece(Attachment file, int number) {
        return attachments.piece(file.id(), number);
    }
}
