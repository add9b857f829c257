package nl.vliegwiel.it;

import java.net.URI;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;

/**
 * Arquillian's door to the one Payara Micro of the test run. The first test class deploys, all later ones find the
 * application running; a server needs most of a minute to start, so there is one per run and not one per class.
 */
public class SharedContainer implements DeployableContainer<SharedContainer.Configuration> {
    /** Nothing to configure: the servers are those of {@link TestServers}. */
    public static class Configuration implements ContainerConfiguration {
        @Override
        public void validate() {
            // nothing can be wrong
        }
    }

    /** Found by Arquillian through META-INF/services. */
    public static class Extension implements LoadableExtension {
        @Override
        public void register(ExtensionBuilder builder) {
            builder.service(DeployableContainer.class, SharedContainer.class);
        }
    }

    @Override
    public Class<Configuration> getConfigurationClass() {
        return Configuration.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        URI url = TestServers.withApplication(archive).applicationUrl();
        HTTPContext context = new HTTPContext(url.getHost(), url.getPort());
        context.add(new Servlet("ArquillianServletRunnerEE9", "/"));
        return new ProtocolMetaData().addContext(context);
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // stays for the next test class; the servers end with the test run
    }
}
