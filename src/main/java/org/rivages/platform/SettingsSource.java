package org.rivages.platform;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where settings come from: the environment, then the file {@code rivages.properties} of the
 * working folder, or the one that {@code RIVAGES_CONFIG} names. The environment wins. A blank value
 * counts as not set.
 *
 * @param folder what relative paths start from
 */
record SettingsSource(Map<String, String> values, Path folder) {

    static final String PREFIX = "RIVAGES_";

    private static final String CONFIG = "RIVAGES_CONFIG";
    private static final String DEFAULT_FILE = "rivages.properties";
    private static final Set<String> OWN =
            Set.of(
                    CONFIG,
                    RivagesSettings.PORT,
                    RivagesSettings.DATA,
                    RivagesSettings.DATABASE_URL,
                    RivagesSettings.BASE_URL,
                    RivagesSettings.SMTP_URL,
                    RivagesSettings.CLOCK_OFFSET);

    static SettingsSource read(Map<String, String> environment, Path workingFolder) {
        Path folder = workingFolder.toAbsolutePath();
        Map<String, String> values = new TreeMap<>();
        String config = environment.getOrDefault(CONFIG, "");
        Path file = folder.resolve(config.isBlank() ? DEFAULT_FILE : config);
        if (!config.isBlank() || Files.exists(file)) {
            readFile(file, values);
        }
        environment.forEach((key, value) -> {
            if (key.startsWith(PREFIX) && !value.isBlank()) {
                values.put(key, value.strip());
            }
        });
        return new SettingsSource(values, folder);
    }

    private static void readFile(Path file, Map<String, String> values) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.wrongUse("The settings file " + file + " cannot be read.");
        }
        for (String key : properties.stringPropertyNames()) {
            if (!key.startsWith(PREFIX)) {
                throw Refusal.wrongUse(
                        "The settings file " + file + " has an unknown key \"" + key + "\".");
            }
            if (!properties.getProperty(key).isBlank()) {
                values.put(key, properties.getProperty(key).strip());
            }
        }
    }

    @Nullable String value(String key) {
        return values.get(key);
    }

    /** The settings that the platform does not know itself. */
    Map<String, String> others() {
        Map<String, String> others = new TreeMap<>(values);
        others.keySet().removeAll(OWN);
        return others;
    }
}
