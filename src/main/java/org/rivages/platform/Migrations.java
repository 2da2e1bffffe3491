package org.rivages.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The migrations of all rooms, each in {@code migration/} beside the room's Java. One history for
 * all; versions are time stamps and may arrive out of order.
 */
final class Migrations implements ResourceProvider {

    private static final String PLACES = "classpath*:org/rivages/*/migration/V*.sql";

    private final Map<String, LoadableResource> files = new TreeMap<>();

    private Migrations(Predicate<String> wanted) {
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources(PLACES)) {
                File file = File.of(resource);
                if (wanted.test(version(file.getFilename()))) {
                    files.put(file.getRelativePath(), file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets Flyway up for all migrations. */
    static void configure(FluentConfiguration flyway) {
        configure(flyway, version -> true);
    }

    /** Sets Flyway up for the migrations with the wanted versions, written as in file names. */
    static void configure(FluentConfiguration flyway, Predicate<String> wanted) {
        flyway.resourceProvider(new Migrations(wanted))
                .javaMigrationClassProvider(List::of)
                .defaultSchema("flyway")
                .schemas("flyway")
                .createSchemas(true)
                .outOfOrder(true);
    }

    /** All versions that this program knows, as Flyway writes them. */
    static Set<String> versions() {
        return new Migrations(version -> true)
                .files.values().stream()
                        .map(file -> version(file.getFilename()))
                        .collect(Collectors.toSet());
    }

    private static String version(String fileName) {
        return fileName.substring(1, fileName.indexOf("__")).replace('_', '.');
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return files.get(name);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return files.values().stream()
                .filter(file -> file.getFilename().startsWith(prefix))
                .filter(file -> List.of(suffixes).stream().anyMatch(file.getFilename()::endsWith))
                .toList();
    }

    /** One migration as Flyway wants to read it. */
    private static final class File extends LoadableResource {

        private final Resource resource;
        private final String path;

        private File(Resource resource, String path) {
            this.resource = resource;
            this.path = path;
        }

        static File of(Resource resource) throws IOException {
            String url = resource.getURL().toString();
            return new File(resource, url.substring(url.lastIndexOf("org/rivages/")));
        }

        @Override
        public Reader read() {
            try {
                return new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return path;
        }

        @Override
        public String getFilename() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return path;
        }
    }
}
