package nl.vliegwiel.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test against the running application: the WAR that was built, plus the classes that run inside it. Methods marked
 * {@code @RunAsClient} speak to it from outside, the others run within the server.
 */
@ExtendWith(ArquillianExtension.class)
public abstract class ServerTest {
    @Deployment
    static WebArchive application() {
        File built = new File(System.getProperty("war.file", "target/vliegwiel.war"));
        WebArchive war = ShrinkWrap.create(ZipImporter.class, "vliegwiel.war").importFrom(built).as(WebArchive.class);
        war.addPackages(true, "nl.vliegwiel.it.inside").addClass(ServerTest.class);
        war.addPackages(true, "org.assertj.core");
        war.setWebXML(new StringAsset(openForTheRunner(war)));
        return war;
    }

    /** Arquillian's own servlet inside the application must be reachable without signing in. */
    private static String openForTheRunner(WebArchive war) {
        try (var in = war.get("/WEB-INF/web.xml").getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("<url-pattern>/assets/*</url-pattern>",
                "<url-pattern>/assets/*</url-pattern><url-pattern>/ArquillianServletRunnerEE9</url-pattern>");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
