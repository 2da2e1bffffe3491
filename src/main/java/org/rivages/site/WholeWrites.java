package org.rivages.site;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gives each connection room for a whole page, so that it leaves in one call of the system; with
 * the server's 8 KB a list takes five.
 */
@Configuration(proxyBeanMethods = false)
class WholeWrites {
    private static final int ROOM = 64 * 1024;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> roomForAPage() {
        return factory ->
                factory.addConnectorCustomizers(connector ->
                        connector.setProperty("socket.appWriteBufSize", String.valueOf(ROOM)));
    }
}
