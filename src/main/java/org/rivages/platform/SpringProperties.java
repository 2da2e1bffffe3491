package org.rivages.platform;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Hands settings and database to Spring, before everything else that Spring reads. */
final class SpringProperties {

    private SpringProperties() {}

    static Map<String, Object> of(RivagesSettings settings, Database database) {
        Map<String, Object> properties = settings.properties();
        properties.put("spring.datasource.url", database.url());
        if (database.user() != null && database.password() != null) {
            properties.put("spring.datasource.username", database.user());
            properties.put("spring.datasource.password", database.password());
        }
        return properties;
    }

    static ApplicationContextInitializer<ConfigurableApplicationContext> initializer(
            Map<String, Object> properties) {
        return context ->
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("rivages", properties));
    }
}
