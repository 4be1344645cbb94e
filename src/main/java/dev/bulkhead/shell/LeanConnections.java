package dev.bulkhead.shell;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps small what the server holds for each page that is merely open. What is left of it: {@code src/docs/bench.md}. */
@Configuration(proxyBeanMethods = false)
class LeanConnections {

    /** A browser makes six connections to load a page. Tomcat would keep their buffers, 16 kB each, when they are closed. */
    @Bean
    static TomcatConnectorCustomizer dropBuffersOfClosedConnections() {
        return connector -> connector.setProperty("socket.bufferPool", "0");
    }

    /** The push framework allocates buffers for each connection, 48 kB as Vaadin sets it, and puts nothing into them. */
    @Bean
    static BeanPostProcessor noBuffersInThePushFramework() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ServletRegistrationBean<?> servlet) {
                    servlet.addInitParameter("org.atmosphere.websocket.bufferSize", "1");
                }
                return bean;
            }
        };
    }
}
