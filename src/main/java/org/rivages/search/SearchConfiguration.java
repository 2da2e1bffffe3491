package org.rivages.search;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which index stands behind {@link SearchIndex}. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    @Bean(destroyMethod = "close")
    LuceneIndex searchIndex(@Value("${rivages.data:data}") String data) {
        return LuceneIndex.in(Path.of(data, "index"));
    }
}
