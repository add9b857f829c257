package nl.vliegwiel.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Set;
import java.nio.file.attribute.PosixFilePermission;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks a server program once: into a folder beside the final one, then moved in one step. */
final class Installation {

    private static final int OWNER_MAY_EXECUTE = 0100;

    private Installation() {
    }

    @FunctionalInterface
    interface Unpacking {
        void into(Path folder) throws IOException;
    }

    /** Gives the folder, unpacked on the first call. */
    static Path once(Path folder, Unpacking unpacking) {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        var half = folder.resolveSibling(folder.getFileName() + ".part-" + ProcessHandle.current().pid());
        try {
            delete(half);
            Files.createDirectories(half);
            unpacking.into(half);
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
            return folder;
        } catch (IOException e) {
            if (Files.isDirectory(folder)) {
                delete(half);
                return folder;
            }
            throw new ServerFailure("Cannot unpack " + folder.getFileName() + ": " + e.getMessage() + ".", e);
        }
    }

    static void unzip(Path zip, Path folder) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    write(in, inside(folder, entry.getName()));
                }
            }
        }
    }

    static void untarXz(InputStream archive, Path folder) throws IOException {
        try (var in = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var target = inside(folder, entry.getName());
                if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    write(in, target);
                    if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && target.getFileSystem()
                            .supportedFileAttributeViews().contains("posix")) {
                        Files.setPosixFilePermissions(target, Set.of(PosixFilePermission.OWNER_READ,
                                PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE,
                                PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_EXECUTE,
                                PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE));
                    }
                }
            }
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        var target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive names a file outside its folder: " + name);
        }
        return target;
    }

    private static void write(InputStream in, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(in, target);
    }
}
