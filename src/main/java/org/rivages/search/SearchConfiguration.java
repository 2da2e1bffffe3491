package org.rivages.search;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which index stands behind {@link SearchIndex}. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    /** {@link LiveThesaurus} brings it to that of the house. */
    @Bean
    Analysis searchAnalysis() {
        return new Analysis(Thesaurus.shipped());
    }

    /**
     * @param openSearch where OpenSearch listens; "" for an index in the data folder
     */
    @Bean
    FedIndex searchIndex(
            Analysis analysis,
            @Value("${rivages.data:data}") String data,
            @Value("${rivages.opensearch-url:}") String openSearch) {
        return openSearch.isBlank()
                ? LuceneIndex.in(analysis, Path.of(data, "index"))
                : new OpenSearchIndex(analysis, openSearch, "rivages");
    }
}
