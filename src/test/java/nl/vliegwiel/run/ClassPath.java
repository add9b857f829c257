package nl.vliegwiel.run;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The class path of the tests, also inside Maven, where it is not that of the JVM. */
final class ClassPath {

    private ClassPath() {
    }

    static String ofTests() {
        if (ClassPath.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(url -> {
                try {
                    return Path.of(url.toURI()).toString();
                } catch (URISyntaxException e) {
                    throw new ServerFailure("Cannot read the class path: " + e.getMessage() + ".", e);
                }
            }).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }
}
